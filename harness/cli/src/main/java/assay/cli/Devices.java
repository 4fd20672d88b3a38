package assay.cli;

import assay.device.Gpu;
import assay.device.GpuAccess;
import assay.device.GpuSurvey;
import assay.device.Machine;
import assay.device.Missing;
import assay.device.Nd4jCuda;
import assay.device.ThisMachine;
import assay.run.Device;
import assay.run.GradingException;
import assay.run.OnDemandSandbox;
import assay.run.RunCache;
import assay.run.Sandbox;
import assay.run.SandboxOptions;
import assay.run.Sandboxes;
import java.util.Optional;

/** Know the devices of this machine, and open sandboxes on them. */
final class Devices {
    private final Machine machine;

    /** Look at this machine. */
    Devices() {
        this(new ThisMachine());
    }

    /** Look at {@code machine}. */
    Devices(Machine machine) {
        this.machine = machine;
    }

    /** Return what there is of GPUs, and what is missing. */
    GpuSurvey survey() {
        return GpuSurvey.of(machine);
    }

    /** Return why nothing can run on {@code device}, in a sentence; empty where something can. */
    Optional<String> whyNot(Device device) {
        return device == Device.CPU
                ? Optional.empty()
                : survey().whyNot().map(why -> "not run on " + device.word() + ": " + why);
    }

    /** Return why ND4J cannot run on {@code gpu}, in a sentence; "" where it can. */
    static String whyNotNd4j(Gpu gpu) {
        return Nd4jCuda.whyNot(gpu).map(Missing::sentence).orElse("");
    }

    /**
     * Open a sandbox on {@code device}: on the CPU when the first code runs, on a GPU at once. What runs on a GPU is never taken from
     * {@code cache}: whether it works there is part of the verdict.
     *
     * @throws GradingException if there is no GPU or nothing can run on it; the message says what is missing
     */
    Sandbox open(Device device, SandboxOptions options, Optional<RunCache> cache) {
        if (device == Device.CPU) {
            return new OnDemandSandbox(() -> Sandboxes.open(options), cache);
        }
        GpuSurvey survey = survey();
        survey.whyNot().ifPresent(why -> {
            throw new GradingException("not run on " + device.word() + ": " + why);
        });
        Gpu gpu = survey.gpus().get(0);
        return Sandboxes.openOn(GpuAccess.of(gpu, survey, machine), machine, options, whyNotNd4j(gpu));
    }
}
