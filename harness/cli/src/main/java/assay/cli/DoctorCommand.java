package assay.cli;

import assay.data.DataInfo;
import assay.data.DataStore;
import assay.device.Gpu;
import assay.device.GpuSurvey;
import assay.device.Missing;
import assay.device.Nd4jCuda;
import assay.run.Device;
import assay.run.GradingException;
import assay.run.Sandbox;
import assay.run.Sandboxes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Say what this machine can do and what is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what this machine can do: JDK, isolation and why, Python, data, devices, assignments.")
final class DoctorCommand implements Callable<Integer> {
    private final Console console;
    private final Workspace workspace;

    DoctorCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        say("Assay", Workspace.version() + " in " + workspace.home());
        say("JDK", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        Runtime runtime = Runtime.getRuntime();
        say("Machine", runtime.availableProcessors() + " processors, heap " + (runtime.maxMemory() >> 20) + " MiB");
        boolean isolated = isolation();
        data();
        devices();
        say("Assignments", names(workspace.assignments()));
        return isolated ? 0 : ExitCode.NOT_JUDGED.code();
    }

    private boolean isolation() {
        try (Sandbox sandbox = workspace.sandbox(true, 1)) {
            say("Isolation", sandbox.explanation());
            for (Map.Entry<String, String> fact : sandbox.facts().entrySet()) {
                say("  " + fact.getKey(), fact.getValue());
            }
            return isConfined(sandbox);
        } catch (GradingException e) {
            say("Isolation", "none: " + e.getMessage());
            return false;
        }
    }

    /** Say what to do where the sandbox confines nothing. */
    private boolean isConfined(Sandbox sandbox) {
        boolean confined = sandbox.level().isConfined();
        if (!confined) {
            Sandboxes.remedies().forEach(remedy -> say("  to isolate", remedy));
        }
        return confined;
    }

    /** Try a sandbox on the GPU; what is isolated elsewhere need not be so beside a driver. */
    private void isolationOnGpu() {
        try (Sandbox sandbox = workspace.sandbox(true, 1, Device.CUDA, Optional.empty())) {
            say("  isolation", sandbox.explanation());
            String framework = sandbox.facts().get("framework");
            say("  PyTorch on it", framework == null ? sandbox.facts().getOrDefault("no-torch", "no") : framework);
            isConfined(sandbox);
        } catch (GradingException e) {
            say("  isolation", "not tried: " + e.getMessage());
        }
    }

    private void data() {
        DataStore store = new DataStore(workspace.data());
        Map<Boolean, List<String>> sets = DataInfo.ALL.stream()
                .filter(set -> !set.drawn())
                .map(DataInfo::name)
                .collect(Collectors.partitioningBy(store::isComplete));
        List<String> missing = sets.getOrDefault(false, List.of());
        say("Data", "in " + store.home().folder() + ": " + names(sets.getOrDefault(true, List.of())));
        if (!missing.isEmpty()) {
            say("  missing", names(missing));
            say("  to get them", "assay data list says how; drawn digits and house numbers stand in for images");
        }
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private void devices() {
        say("Devices", "cpu: " + Runtime.getRuntime().availableProcessors() + " processors");
        GpuSurvey survey = workspace.devices().survey();
        if (survey.missing().isEmpty()) {
            for (Gpu gpu : survey.gpus()) {
                say("  cuda", gpu.describe());
                String nd4j = Devices.whyNotNd4j(gpu);
                say("  DL4J on it", nd4j.isEmpty() ? Nd4jCuda.NAME + " has machine code for it" : "no: " + nd4j);
            }
            isolationOnGpu();
            return;
        }
        say("  cuda", "not to be used, " + missing(survey.missing().size()));
        for (Missing one : survey.missing()) {
            say("    " + one.part().name().toLowerCase(Locale.ROOT), one.what());
            say("", one.remedy());
        }
    }

    private static String missing(int count) {
        return count == 1 ? "1 thing is missing:" : count + " things are missing:";
    }

    private void say(String what, String text) {
        console.say(String.format("%-14s %s", what, text));
    }
}
