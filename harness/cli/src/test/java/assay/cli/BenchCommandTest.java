package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of two runs, and what can be said before a process is started. */
class BenchCommandTest {
    private static final Path FILES = Shell.home().resolve("harness/core/src/test/resources/assay/compare/bench");

    @TempDir
    Path temp;

    @Test
    void two_files_become_a_page() throws IOException {
        Shell shell = Shell.run(
                "compare",
                "bench",
                FILES.resolve("before.json"),
                FILES.resolve("slower.json"),
                "-o",
                temp,
                "--markdown");
        assertEquals(0, shell.code(), shell.all());
        assertTrue(shell.out().contains("2 slower, 1 faster, 1 without a difference shown."), shell.out());
        assertTrue(Files.readString(temp.resolve("index.html")).contains("StageBenchmark"));
        assertTrue(Files.readString(temp.resolve("comparison.md")).contains("| no difference shown |"));
    }

    @Test
    void files_that_cannot_be_compared_are_wrong_usage() throws IOException {
        Path damaged = Files.writeString(temp.resolve("damaged.json"), "{\"schema\":");
        Shell shell = Shell.run("compare", "bench", damaged, FILES.resolve("slower.json"), "-o", temp.resolve("out"));
        assertEquals(64, shell.code());
        assertTrue(shell.err().contains("damaged.json: is damaged or no JSON"), shell.err());
        assertFalse(Files.exists(temp.resolve("out")));
        Shell missing = Shell.run("compare", "bench", temp.resolve("none.json"), damaged);
        assertEquals(64, missing.code());
        assertTrue(missing.err().contains("there is no file"), missing.err());
        assertEquals(64, Shell.run("compare", "bench", damaged).code());
    }

    @ParameterizedTest(name = "bench {0} {1}")
    @CsvSource({
        "--forks=0, '', --forks must be 1 to 100",
        "--jvm=Xmx1g, '', --jvm must be an option",
        "--quick, (, is no regular expression",
        "--out=/, '', must be a file"
    })
    void what_cannot_work_is_said_at_once(String option, String filter, String says) {
        Shell shell = filter.isEmpty() ? Shell.run("bench", option) : Shell.run("bench", option, filter);
        assertEquals(64, shell.code());
        assertTrue(shell.err().contains(says), shell.err());
    }

    @Test
    void where_the_jars_are_missing_it_is_said_how_to_get_them() {
        Shell shell = Shell.run("bench", "--list");
        assertEquals(3, shell.code());
        assertTrue(shell.err().contains("start with ./assay in a checkout"), shell.err());
    }
}
