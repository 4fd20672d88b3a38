package assay.run;

import java.nio.file.Path;
import java.util.List;

/**
 * Hold the harness-owned files that children run, staged where the children's user can read them.
 *
 * @param javaHome the JDK that runs and compiles Java submissions
 * @param jars the Java child's class path, flat in one folder
 * @param script the Python child
 * @param filter the system call filter
 * @param folder where these files lie
 */
record WorkerFiles(Path javaHome, List<Path> jars, Path script, Path filter, Path folder) {
    WorkerFiles {
        jars = List.copyOf(jars);
    }

    /** Return where the class data archive of the Java child lies; it may be missing. */
    Path archive(IsolationLevel level) {
        return folder.resolve(level.isConfined() ? "isolated.jsa" : "plain.jsa");
    }
}
