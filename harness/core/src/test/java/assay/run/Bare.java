package assay.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/** Open level C on a machine that could isolate, to see what holds without. */
final class Bare {
    private Bare() {}

    static Sandbox sandbox(Path cache) {
        SandboxOptions options = new SandboxOptions(true, 2, SandboxFixture.classPath(), cache);
        Spawner spawner = new Spawner();
        ProcessSandbox.Means means = new ProcessSandbox.Means(
                StagingArea.make(false),
                spawner,
                ControlGroups.find(),
                Slots.take(2, false),
                options.libraries(),
                false);
        Optional<PythonInterpreter> python =
                PythonInterpreter.find(spawner, false).findFirst();
        return new ProcessSandbox(
                new BareEnclosure(WorkerStage.stage(options)), python, means, "for a test", new TreeMap<>());
    }
}
