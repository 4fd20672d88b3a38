package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private Shell check(Path submission) {
        return Shell.run("check", submission, "-o", folder.resolve("report"));
    }

    /** Check what does not say which assignment it is. */
    private Shell checkBasics(Path submission) {
        return Shell.run("check", submission, "--assignment", "dnn-basics", "-o", folder.resolve("report"));
    }

    private Path answers(String text) throws IOException {
        Path submission = Files.createDirectories(folder.resolve("anna"));
        Files.writeString(submission.resolve("answers.yaml"), text);
        return submission;
    }

    @Test
    void a_right_answer_passes_and_the_rest_is_not_answered() throws IOException {
        Shell shell = check(answers("""
                assignment: dnn-basics
                answers:
                  triangle/network:
                    hardlim-at-zero: 1
                    hidden: [[1, 1, -1], [-1, 0, 0], [0, -1, 0]]
                    output-weights: [-1, -1, -1]
                    output-bias: 1/2
                """));
        assertEquals(1, shell.code(), shell.all());
        assertTrue(shell.out().contains("Points: 18 of 100"), shell.out());
        assertTrue(shell.out().contains("Report: file:"), shell.out());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "unknown key; 'assignment: dnn-basics\nansers: {}'; answers.yaml:2: unknown key 'ansers'",
                "unknown task; 'assignment: dnn-basics\nanswers:\n  graph/partails: {da: 1}'; answers.yaml:3: there is no task 'graph/partails'",
                "division by zero; 'assignment: dnn-basics\nanswers:\n  triangle/network:\n    output-bias: 1/0'; answers.yaml:4",
                "wrong shape; 'assignment: dnn-basics\nanswers:\n  triangle/network:\n    hidden: 5'; answers.yaml:4",
                "tabs; 'assignment: dnn-basics\nanswers:\n\ttriangle/network: {}'; answers.yaml:3 is indented with a tab",
                "aliases; 'assignment: dnn-basics\nanswers: &a {x: *a}'; answers.yaml:2 anchor",
                "task at the margin; 'assignment: dnn-basics\nlinreg/derivatives: {dw0: 1}'; answers.yaml:2: task 'linreg/derivatives' must stand below 'answers:'",
                "list for a formula; 'assignment: dnn-basics\nanswers:\n  linreg/derivatives:\n    dw0: [1, 2]'; answers.yaml:4: 'dw0' is a list, must be a number or one formula",
                "mapping for a formula; 'assignment: dnn-basics\nanswers:\n  linreg/derivatives:\n    dw0: {x}'; answers.yaml:4: 'dw0' is a mapping, must be",
                "truth for a formula; 'assignment: dnn-basics\nanswers:\n  linreg/derivatives:\n    dw0: true'; answers.yaml:4: 'dw0' is the truth value true",
                "formula that begins with a star; 'assignment: dnn-basics\nanswers:\n  linreg/derivatives:\n    dw0: *x'; begins with * in quotes",
                "another sheet; 'assignment: dnn-other\nanswers: {}'; there is no assignment 'dnn-other'",
                "not a mapping; '- 1'; must be a mapping",
                "empty; '# nothing'; answers.yaml is empty"
            })
    void what_cannot_be_read_is_named_with_its_line(String what, String text, String words) throws IOException {
        Shell shell = text.contains("assignment:") ? check(answers(text)) : checkBasics(answers(text));
        assertTrue(shell.code() == 2 || shell.code() == 64, what + ": " + shell.code() + " " + shell.all());
        assertTrue(shell.all().contains(words), shell.all());
        assertFalse(shell.all().contains("Exception"), shell.all());
    }

    @Test
    void one_missing_semicolon_is_told_once_and_again_at_the_end() throws IOException {
        Path submission = answers("assignment: dnn-basics");
        Files.writeString(submission.resolve("Solution.java"), "class Solution {\n    int x = 1\n}\n");
        Shell shell = check(submission);
        assertEquals(2, shell.code(), shell.all());
        assertEquals(3, shell.out().split("Solution.java:2: ';' expected", -1).length, shell.out());
        assertTrue(shell.out().contains("tasks cannot be graded because of one thing: Solution.java:2"), shell.out());
    }

    @Test
    void criteria_that_are_alike_share_a_line() throws IOException {
        Shell shell = Shell.run("check", "--public", answers("assignment: dnn-basics"), "-o", folder.resolve("report"));
        assertTrue(shell.out().contains("    - hidden\n        This is judged"), shell.out());
        assertEquals(2, shell.out().split("when your instructor grades", -1).length, shell.out());
    }

    @Test
    void a_file_instead_of_its_folder_is_told_which_folder_to_give() throws IOException {
        Path submission = answers("assignment: dnn-basics");
        Shell shell = check(submission.resolve("answers.yaml"));
        assertEquals(64, shell.code(), shell.all());
        assertTrue(
                shell.err().contains("give the folder that holds it: '" + submission.toRealPath() + "'"), shell.err());
    }

    @Test
    void a_link_to_a_folder_is_followed_where_the_student_names_it() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), answers("assignment: dnn-basics"));
        Shell shell = check(link);
        assertEquals(1, shell.code(), shell.all());
        assertTrue(shell.out().contains("submission 'anna'"), shell.out());
    }

    @Test
    void logging_after_the_update_is_seen_though_one_case_has_a_single_row() throws IOException {
        Path submission = answers("assignment: dnn-basics");
        Files.writeString(submission.resolve("solution.py"), """
                from assay import solves

                @solves("linreg/descent")
                def descent(x, y, rate, steps):
                    n, w0, w1, rows = len(x), 0.0, 0.0, []
                    loss = lambda: sum((w0 + w1 * a - b) ** 2 for a, b in zip(x, y)) / n
                    for step in range(int(steps) + 1):
                        r = [w0 + w1 * a - b for a, b in zip(x, y)]
                        w0, w1 = w0 - rate * 2 / n * sum(r), w1 - rate * 2 / n * sum(q * a for q, a in zip(r, x))
                        rows.append([w0, w1, loss()])
                    return {"trajectory": rows, "largest-rate": 1}
                """);
        Shell shell = check(submission);
        assertTrue(shell.out().contains("log before the update"), shell.out());
    }

    @Test
    void an_answer_under_a_wrong_name_is_asked_for() throws IOException {
        Path submission = answers("assignment: dnn-basics");
        Files.writeString(
                submission.resolve("solution.py"),
                "from assay import solves\n\n@solves('softmax/loss')\ndef f(logits, label):\n    return {'los': 1}\n");
        Shell shell = check(submission);
        assertTrue(
                shell.out().contains("'loss' is not among the answers; is it called 'los' by mistake?"), shell.out());
    }

    @Test
    void code_for_a_misspelt_task_is_told_and_cannot_be_graded() throws IOException {
        Path submission = answers("assignment: dnn-basics");
        Files.writeString(
                submission.resolve("solution.py"),
                "from assay import solves\n\n@solves('softmax/los')\ndef f(logits, label):\n    return {'loss': 1}\n");
        Shell shell = check(submission);
        assertTrue(
                shell.out()
                        .contains("Python: @solves(\"softmax/los\"): there is no task 'softmax/los'; "
                                + "did you mean 'softmax/loss'? Known: "),
                shell.out());
        assertEquals(2, shell.code(), shell.all());
    }

    @Test
    void a_binary_answers_file_and_one_of_a_gigabyte_cannot_be_graded() throws IOException {
        Path submission = answers("x");
        Files.write(submission.resolve("answers.yaml"), new byte[] {(byte) 0xca, (byte) 0xfe, 0, 1});
        Shell unnamed = check(submission);
        assertTrue(unnamed.err().contains("UTF-8") && unnamed.err().contains("which assignment"), unnamed.all());
        Shell binary = checkBasics(submission);
        assertEquals(2, binary.code(), binary.all());
        assertTrue(binary.out().contains("UTF-8"), binary.out());
        try (RandomAccessFile file =
                new RandomAccessFile(submission.resolve("answers.yaml").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Shell large = checkBasics(submission);
        assertEquals(2, large.code(), large.all());
        assertTrue(large.out().contains("1024 MiB"), large.out());
    }

    @Test
    void a_folder_that_is_not_there_is_wrong_usage_and_leaves_nothing() throws IOException {
        Shell shell = check(folder.resolve("nobody"));
        assertEquals(64, shell.code(), shell.all());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void text_of_a_student_cannot_move_the_cursor() throws IOException {
        Path submission = answers("assignment: dnn-basics\nanswers:\n  \"\\e[31mred\": {x: 1}\n");
        Shell shell = check(submission);
        assertFalse(shell.all().getBytes(StandardCharsets.UTF_8).length == 0);
        assertFalse(shell.all().contains("\u001b"), shell.all());
    }

    @Test
    void the_public_checks_name_what_only_the_instructor_judges() throws IOException {
        Shell shell = Shell.run(
                "check", "--public", "-a", "dnn-basics", Shell.sample("reference"), "-o", folder.resolve("report"));
        assertTrue(shell.out().contains("judged only by your instructor"), shell.all());
        assertFalse(shell.out().contains("\u2717"), shell.out());
        assertEquals(0, shell.code(), shell.all());
    }

    @Test
    void the_public_checks_read_also_what_only_the_instructor_judges() throws IOException {
        Path submission = answers("""
                assignment: dnn-math
                answers:
                  pooling/commutes:
                    relu: true
                    tanh: yes
                """);
        Shell shell = Shell.run("check", "--public", submission, "-o", folder.resolve("report"));
        assertTrue(
                shell.out().contains("Note: answers.yaml:5: 'tanh' is the text 'yes', must be true or false"),
                shell.all());
        assertFalse(shell.out().contains("(pooling/commutes, nothing handed in)"), shell.out());
        assertEquals(2, shell.code(), shell.all());
    }

    @Test
    void a_class_of_the_api_without_its_import_is_told_the_import() throws IOException {
        Path submission = answers("assignment: dnn-basics");
        Files.writeString(
                submission.resolve("Solution.java"),
                "class Solution {\n    Answers of(Inputs in) { return null; }\n}\n");
        Shell shell = check(submission);
        assertTrue(shell.out().contains("Solution.java:2: is 'import assay.api.*;' missing"), shell.out());
    }
}
