package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small version of ci/kill-trials.py: three kills of a class of twelve. */
@Tag("slow")
class KillTest {
    @TempDir
    private Path folder;

    @Test
    void a_class_that_is_killed_three_times_is_finished_with_the_records_of_an_undisturbed_run()
            throws IOException, InterruptedException {
        Path python = Needs.python();
        Needs.tool("bwrap");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder trials = new ProcessBuilder(List.of(
                python.toString(),
                Shell.home().resolve("ci/kill-trials.py").toString(),
                "--kills",
                "3",
                "--count",
                "12",
                "--longest",
                "3",
                "--command",
                String.join(
                        "\n",
                        java,
                        "-Dassay.home=" + Shell.home(),
                        "-Dassay.lib=" + Shell.lib(),
                        "-cp",
                        Shell.lib() + "/*",
                        "assay.cli.Main")));
        File told = folder.resolve("told.txt").toFile();
        Process running = trials.redirectErrorStream(true).redirectOutput(told).start();
        assertTrue(running.waitFor(5, TimeUnit.MINUTES), "the trials end");
        assertEquals(0, running.exitValue(), Files.readString(told.toPath()));
    }
}
