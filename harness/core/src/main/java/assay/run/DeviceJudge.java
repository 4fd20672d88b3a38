package assay.run;

import assay.device.GpuActivity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decide for each answer whether it was computed on the GPU: by what the child says, and by what the driver saw of it. */
final class DeviceJudge {
    private static final String HOW = " Put the tensors on the device that assay.device() names"
            + " (torch.tensor(x, device=assay.device())), or grade with --device cpu.";

    private final GpuActivity activity;

    DeviceJudge(GpuActivity activity) {
        this.activity = activity;
    }

    /** Return the trace in which what was not computed on the GPU is a fault; other faults stay as they are. */
    ChildTrace judge(ChildTrace trace, Language language) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>(trace.outcomes());
        outcomes.replaceAll((id, outcome) -> outcome instanceof Outcome.Answered
                ? fault(trace.devices().getOrDefault(id, DeviceWork.unsaid()), language)
                        .<Outcome>map(failed -> failed)
                        .orElse(outcome)
                : outcome);
        return trace.with(outcomes);
    }

    private Optional<Outcome.Failed> fault(DeviceWork work, Language language) {
        if (language == Language.JAVA
                && work.on() == Device.CPU
                && !work.framework().isEmpty()) {
            // The worker chose the library, not the submission.
            return Optional.of(new Outcome.Failed(
                    Fault.HARNESS,
                    "Wrong device: the GPU was asked for, and the child got " + work.describe() + ".",
                    ""));
        }
        String said = work.describe();
        if (activity.samples() > 0 && !activity.isAny()) {
            return nothing("The driver saw neither memory taken nor a kernel run; the program says: " + said + ".");
        } else if (work.on() == Device.CUDA && work.bytes() > 0) {
            return Optional.empty();
        } else if (work.bytes() < 0 && activity.utilisation() > 0) {
            // Another framework, which does not tell what it holds.
            return Optional.empty();
        }
        return nothing("The program says: " + said + ".");
    }

    private static Optional<Outcome.Failed> nothing(String why) {
        return Optional.of(new Outcome.Failed(Fault.DEVICE, "No GPU work was observed. " + why + HOW, ""));
    }
}
