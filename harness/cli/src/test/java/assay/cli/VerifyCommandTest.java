package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String DESCRIPTION = """
            schema: assay/assignment/1
            id: dnn-basics
            version: 1
            title: One task of the first sheet
            tasks:
              - id: linreg/derivatives
                title: Derivatives
                ways: [code]
                inputs:
                  x: {type: "vector [N]"}
                  y: {type: "vector [N]"}
                  N: {type: number}
                  w0: {type: number}
                  w1: {type: number}
                answers:
                  dw0: {type: number}
                  dw1: {type: number}
                criteria:
                  - {id: dw0, title: "by the intercept", points: 1}
                  - {id: dw1, title: "by the slope", points: 1}
            """;

    @TempDir
    private Path folder;

    /** Write an assignment that judges one task of the first sheet, with {@code bound} at its second criterion. */
    private Path assignment(String bound) throws IOException {
        Files.createDirectories(folder.resolve("public"));
        Files.createDirectories(folder.resolve("private"));
        Files.writeString(folder.resolve("public/assignment.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("private/grading.yaml"), """
                schema: assay/grading/1
                tasks:
                  linreg/derivatives:
                    draws: 10
                    checks:
                      dw0: {kind: close-to, answer: dw0}
                      dw1: {kind: close-to, answer: dw1%s}
                """.formatted(bound));
        return folder;
    }

    private static final String TOOTHLESS = ", relative: 0.999, absolute: 1e3, because: it has no teeth";

    @Test
    @Tag("slow")
    void every_sheet_judges_its_samples_as_declared_and_reaches_its_goals() {
        Needs.tool("bwrap");
        Needs.python();
        verified(
                "100 % killed (goal 100 %), 0 falsely rejected (goal 0)",
                "dnn-basics",
                "dnn-math",
                "backprop-convnets",
                "softmax-regression",
                "losses-transfer",
                "--draws",
                "30");
    }

    /** All samples of the sheets that train take as long as everything else together; {@code ./assay verify} tries them. */
    @Test
    @Tag("slow")
    void sheets_that_train_judge_some_of_their_samples_as_declared() {
        Needs.tool("bwrap");
        Needs.python();
        verified(
                "39 verdicts",
                "training-basics",
                "--sample",
                "right-python",
                "--sample",
                "mistakes-1",
                "--sample",
                "predictions-shuffled");
        verified("4 verdicts", "transfer-basics", "--sample", "right-python");
        verified("3 verdicts", "training-convnet", "--sample", "right-python");
    }

    private static void verified(String says, String... arguments) {
        Shell shell = Shell.run(
                Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray());
        assertTrue(shell.out().contains("verdicts verified, 0 not as declared."), shell.all());
        assertTrue(shell.out().contains(says), shell.all());
        assertFalse(shell.out().contains("MISSED"), shell.all());
        assertEquals(0, shell.code(), shell.all());
    }

    @Test
    void without_samples_nothing_is_run_and_the_table_names_every_task() throws IOException {
        Shell shell = Shell.run("verify", assignment(""), "--no-samples", "--draws", "20");
        assertEquals(0, shell.code(), shell.all());
        assertTrue(shell.out().contains("linreg/derivatives"), shell.out());
        assertTrue(shell.out().contains(", caught at 100 %"), shell.out());
        assertTrue(shell.out().contains("100 % of the known mistakes named (goal 90 %)"), shell.out());
    }

    @Test
    void a_check_without_teeth_misses_the_goal_and_the_exit_code_says_so() throws IOException {
        Shell shell = Shell.run("verify", assignment(TOOTHLESS), "--no-samples", "--draws", "20");
        assertEquals(1, shell.code(), shell.all());
        assertTrue(shell.out().contains("NOT AS DECLARED"), shell.out());
        assertTrue(shell.out().contains("MISSED: "), shell.out());
    }

    @Test
    void mutants_of_the_references_are_killed() throws IOException {
        Shell shell = Shell.run("verify", assignment(""), "--mutate");
        assertEquals(0, shell.code(), shell.all());
        assertTrue(shell.out().contains("mutants, 0 survive without a reason."), shell.out());
    }

    @Test
    void a_mutant_that_no_check_notices_is_listed() throws IOException {
        Shell shell = Shell.run("verify", assignment(TOOTHLESS), "--mutate");
        assertEquals(1, shell.code(), shell.all());
        assertTrue(
                shell.out().contains("survives: linreg/derivatives, factor 2 at 'dw1' (dw1): NOT EXPLAINED"),
                shell.out());
    }

    @Test
    void the_errata_of_the_first_sheet_are_written_with_what_a_student_reads() throws IOException {
        Needs.tool("bwrap");
        Needs.python();
        Shell shell = Shell.run("verify", "dnn-basics", "--errata", "--out", folder);
        assertEquals(0, shell.code(), shell.all());
        String markdown = Files.readString(folder.resolve("errata.md"));
        assertEquals(markdown.strip(), shell.out().strip());
        assertTrue(markdown.contains("- answered: `minimum-exists: true`"), markdown);
        assertTrue(markdown.contains("no other local minimum gets in the way"), markdown);
        assertTrue(Files.readString(folder.resolve("errata.html")).contains("<code>minimum-exists: true</code>"));
    }

    @Test
    void a_place_to_write_to_needs_something_to_write() {
        Shell shell = Shell.run("verify", "dnn-basics", "--out", folder);
        assertEquals(64, shell.code());
        assertTrue(shell.err().contains("--out says where --errata goes"), shell.err());
    }
}
