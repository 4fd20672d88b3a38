package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @Test
    void the_first_screen_is_as_written() {
        Shell shell = Shell.run("--help");
        assertEquals(0, shell.code());
        Golden.check("harness/cli/src/test/resources/help/assay.txt", shell.out());
    }

    @ParameterizedTest(name = "assay {0} --help")
    @ValueSource(
            strings = {
                "demo",
                "check",
                "grade",
                "ci",
                "verify",
                "report",
                "regrade",
                "reproduce",
                "kit",
                "data",
                "compare",
                "bench",
                "doctor"
            })
    void each_command_has_a_screen(String command) {
        Shell shell = Shell.run(command, "--help");
        assertEquals(0, shell.code());
        Golden.check("harness/cli/src/test/resources/help/" + command + ".txt", shell.out());
    }

    @ParameterizedTest(name = "assay data {0} --help")
    @ValueSource(strings = {"list", "fetch", "import", "verify"})
    void each_command_for_data_has_a_screen(String command) {
        Shell shell = Shell.run("data", command, "--help");
        assertEquals(0, shell.code());
        Golden.check("harness/cli/src/test/resources/help/data-" + command + ".txt", shell.out());
    }

    @Test
    void comparing_benchmarks_has_a_screen() {
        Shell shell = Shell.run("compare", "bench", "--help");
        assertEquals(0, shell.code());
        Golden.check("harness/cli/src/test/resources/help/compare-bench.txt", shell.out());
    }

    @Test
    void an_unknown_command_is_wrong_usage_and_names_the_way_out() {
        Shell shell = Shell.run("grad");
        assertEquals(64, shell.code());
        assertTrue(shell.err().contains("there is no command 'grad'; did you mean 'grade'?"), shell.err());
        assertTrue(shell.err().contains("--help"), shell.err());
    }

    @Test
    void an_argument_too_many_is_named_with_what_the_command_takes() {
        Shell shell = Shell.run("check", "dnn-basics", "my-folder");
        assertEquals(64, shell.code());
        assertTrue(
                shell.err().contains("'my-folder' is one argument too many; 'assay check' takes SUBMISSION"),
                shell.err());
    }
}
