package assay.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * State what a test needs beyond a JDK: without it the test is skipped, and with {@code CI=true} it fails.
 *
 * <p>A test that silently does not run proves nothing, so the machine that vouches for the build must have every tool.
 */
public final class Needs {
    private Needs() {}

    /** Need the program {@code name} on the path; return where it is. */
    public static Path tool(String name) {
        Optional<Path> found = find(name);
        that(found.isPresent(), "needs the program " + name + " on the PATH");
        return found.orElseThrow();
    }

    /** Need the program {@code python3} that imports all of {@code modules}; return where it is. */
    public static Path python(String... modules) {
        Path python = tool("python3");
        for (String module : modules) {
            that(runs(List.of(python.toString(), "-c", "import " + module)), "needs the Python module " + module);
        }
        return python;
    }

    /**
     * Need {@code path} in the data folder that {@code ASSAY_DATA} names; return where it is. Without the variable the test
     * is skipped even with {@code CI=true}, because the data cannot be had everywhere.
     */
    public static Path data(String path) {
        String folder = System.getenv("ASSAY_DATA");
        if (folder == null || folder.isBlank()) {
            Assumptions.abort("this test needs ASSAY_DATA to name the data folder, with " + path + " in it");
        }
        Path found = Path.of(String.valueOf(folder), path);
        that(Files.exists(found), "needs " + path + " in the data folder " + folder);
        return found;
    }

    /** Need {@code present} to be true; {@code what} completes the sentence "this test ...". */
    public static void that(boolean present, String what) {
        if (present) {
            return;
        }
        if (strict()) {
            Assertions.fail("this test " + what + ", and with CI=true it must not be skipped");
        }
        Assumptions.abort("this test " + what);
    }

    /** Say whether a missing tool is a failure: the environment variable {@code CI} is set, and not to "false". */
    public static boolean strict() {
        String ci = System.getenv("CI");
        return ci != null && !ci.isBlank() && !ci.equals("false");
    }

    private static Optional<Path> find(String name) {
        String path = System.getenv("PATH");
        if (path == null) {
            return Optional.empty();
        }
        for (String folder : path.split(File.pathSeparator)) {
            Path candidate = Path.of(folder, name);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
