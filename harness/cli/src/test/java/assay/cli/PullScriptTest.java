package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.pull.PullFile;
import assay.pull.PullRecord;
import assay.testkit.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that the workflows call, in an environment like that of a runner, over every pull request. */
@Tag("slow")
class PullScriptTest {
    @TempDir
    private static Path shared;

    private static Optional<PullRepository> made = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws IOException {
        Needs.tool("bash");
        Needs.tool("git");
        Needs.tool("bwrap");
        Needs.python();
        made = Optional.of(new PullRepository(shared));
    }

    @ParameterizedTest(name = "{0}: exit code {1}, {2} points")
    @CsvSource({"honest,0,10", "tolerance,2,0", "workflow,2,10", "samples,2,0", "prints,1,0", "summary,1,0", "exits,,0"
    })
    void every_one_gets_what_it_deserves(String branch, Integer code, double points) throws Exception {
        Path summary = Files.writeString(folder.resolve("step-summary.md"), "Before\n");
        Path output = Files.writeString(folder.resolve("output"), "");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", Shell.home().resolve("ci/grade-pull-request.sh").toString())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_TOKEN", "very-secret",
                        "GITHUB_STEP_SUMMARY", summary.toString(),
                        "GITHUB_OUTPUT", output.toString(),
                        "ASSAY_REPOSITORY", made.orElseThrow().folder().toString(),
                        "ASSAY_BASE", "main",
                        "ASSAY_HEAD", branch,
                        "ASSAY_OUT", folder.resolve("out").toString(),
                        "ASSAY_COMMAND", commandLine().toString()));
        Process process = builder.start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int ended = process.waitFor();
        assertTrue(code == null ? ended == 1 || ended == 2 : ended == code, ended + "\n" + log);
        PullRecord record = PullFile.read(folder.resolve("out").resolve(PullFile.NAME));
        assertEquals(Optional.of(points), record.submissions().get(0).points());
        assertEquals(
                "Before\n" + Files.readString(folder.resolve("out/summary.md")),
                Files.readString(summary),
                "the summary");
        assertEquals("", Files.readString(output));
        assertFalse(log.contains("very-secret") || log.contains("##["), log);
        assertTrue(log.lines().noneMatch(line -> line.startsWith("::notice title=Autograding")), log);
        assertTrue(log.startsWith("::stop-commands::"), log);
        assertFalse(Files.exists(made.orElseThrow().trap()));
    }

    /** Write a command line that runs this build's classes. */
    private Path commandLine() throws IOException {
        Path file = folder.resolve("assay");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                file,
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -Dassay.home='%s' -Dassay.lib='%s' -cp '%s' assay.cli.Main \"$@\"\n"
                        .formatted(java, Shell.home(), Shell.lib(), System.getProperty("java.class.path")));
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
