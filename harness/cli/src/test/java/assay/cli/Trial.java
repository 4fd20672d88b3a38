package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Run a trial of ci/ with the jars of this build. */
final class Trial {
    private Trial() {}

    /** Run {@code script} and fail unless it ends well; what it prints goes into {@code folder}. */
    static void run(Path folder, String script, String... arguments) throws IOException, InterruptedException {
        Path python = Needs.python();
        Needs.tool("bwrap");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                python.toString(), Shell.home().resolve("ci").resolve(script).toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
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
        Process running = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told)
                .start();
        assertTrue(running.waitFor(5, TimeUnit.MINUTES), "the trial ends");
        assertEquals(0, running.exitValue(), Files.readString(told.toPath()));
    }
}
