package assay.run;

import assay.api.TrainingSet;
import assay.assignment.Limits;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Write the command lines of the two kinds of children. */
final class Programs {
    private Programs() {}

    /** Return the program that compiles and runs Java files. */
    static List<String> java(Layout layout, Limits limits, List<String> files) {
        List<String> program = worker(layout, limits, "-XX:SharedArchiveFile=", "serve");
        program.add(layout.sources());
        program.addAll(files);
        return program;
    }

    /** Return the program that answers like {@link #java} and writes the class data archive when it ends. */
    static List<String> archiving(Layout layout, Limits limits, List<String> files) {
        List<String> program = worker(layout, limits, "-XX:ArchiveClassesAtExit=", "serve");
        program.add(layout.sources());
        program.addAll(files);
        return program;
    }

    /** Return the program that tries what must be denied. */
    static List<String> probe(Layout layout, Limits limits, String canary, int port) {
        List<String> program = worker(layout, limits, "-XX:SharedArchiveFile=", "probe");
        program.addAll(List.of(canary, Integer.toString(port)));
        return program;
    }

    private static List<String> worker(Layout layout, Limits limits, String archive, String what) {
        List<String> program = javaMachine(layout, limits);
        program.addAll(List.of("-Xshare:auto", archive + layout.archive()));
        program.addAll(layout.options());
        if (!layout.training().isEmpty()) {
            program.add("-D" + TrainingSet.FOLDER + "=" + layout.training());
        }
        program.addAll(List.of("-cp", String.join(File.pathSeparator, layout.lib())));
        program.addAll(List.of("assay.worker.Main", what, Integer.toString(layout.answers())));
        return program;
    }

    /** Return the program that imports and runs Python files. */
    static List<String> python(Layout layout, String interpreter, List<String> files) {
        List<String> program = new ArrayList<>(List.of(
                interpreter,
                "-I",
                "-B",
                layout.script(),
                "--serve",
                Integer.toString(layout.answers()),
                layout.training(),
                layout.sources()));
        program.addAll(files);
        return program;
    }

    /** Return the program that computes a little with PyTorch and says where it did. */
    static List<String> pythonDevice(Layout layout, String interpreter) {
        return List.of(interpreter, "-I", "-B", layout.script(), "--device", Integer.toString(layout.answers()));
    }

    private static List<String> javaMachine(Layout layout, Limits limits) {
        return new ArrayList<>(List.of(
                layout.javaHome() + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + limits.heapMiB() + "m",
                "-Xss1m",
                "-XX:MaxDirectMemorySize=" + Math.max(16, limits.heapMiB() / 2) + "m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:cds*=off:stderr",
                "-XX:ErrorFile=/dev/null",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-Duser.country=",
                "-Duser.home=" + layout.temporary(),
                "-Djava.io.tmpdir=" + layout.temporary(),
                "--add-opens=java.base/java.io=ALL-UNNAMED"));
    }
}
