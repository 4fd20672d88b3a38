package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Assignment;
import assay.check.Verdict;
import assay.grade.Grader;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.OnDemandSandbox;
import assay.run.References;
import assay.score.TaskScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that aim at the harness itself: none may stop the batch or reach into what is told of another. */
class HostileClassTest {
    private static final String HEAD = "assignment: dnn-basics\nanswers:\n";

    @TempDir
    private Path folder;

    private void hand(String student, String answers) throws IOException {
        Path own = Files.createDirectories(folder.resolve("class").resolve(student));
        Files.writeString(own.resolve("answers.yaml"), HEAD + answers);
    }

    private Shell grade() {
        return Shell.run("grade", "dnn-basics", folder.resolve("class"), "-o", folder.resolve("out"), "-j", "1");
    }

    private ResultRecord result(String key) throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("out/submissions"))) {
            return ResultFile.read(
                    folders.filter(one -> one.getFileName().toString().startsWith(key))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void a_list_in_place_of_a_formula_is_told_and_stops_nobody() throws IOException {
        hand("anna", "  graph/partials: {da: [1, 2], db: {a: 1}}\n");
        hand("ben", "  graph/partials: {da: '1'}\n");
        Shell shell = grade();
        assertEquals(2, shell.code(), shell.all());
        assertTrue(shell.out().contains("[2/2] ben: "), shell.all());
        assertTrue(
                Files.readString(folder.resolve("out/index.html")).contains("anna"),
                "the class page has both students");
        List<String> told = result("anna").score().tasks().stream()
                .flatMap(task -> task.checks().stream())
                .filter(check -> check.verdict() == Verdict.UNGRADABLE)
                .map(check -> check.message().lines().findFirst().orElse(""))
                .toList();
        assertEquals(
                List.of(
                        "answers.yaml:3: 'da' is a list, must be a number or one formula; put formulas in quotes: \"2*sum(x)\"",
                        "answers.yaml:3: 'db' is a mapping, must be a number or one formula; put formulas in quotes: \"2*sum(x)\""),
                told);
    }

    @Test
    void a_bug_of_ours_costs_the_student_nothing_and_stops_nobody() throws IOException {
        Path own = Files.createDirectories(folder.resolve("class/cleo"));
        Files.writeString(own.resolve("solution.py"), "x = 1\n");
        Assignment assignment = new Workspace(Shell.home(), Shell.lib()).assignment("dnn-basics", true);
        OnDemandSandbox broken = new OnDemandSandbox(() -> {
            throw new IllegalStateException("a bug");
        });
        Workspace workspace = new Workspace(Shell.home(), Shell.lib());
        Grader grader = new Grader(assignment, References.find("dnn-basics"), broken, workspace.options(""));
        ResultRecord result = grader.grade(own, folder.resolve("out"));
        assertTrue(result.score().tasks().stream()
                .map(TaskScore::checks)
                .flatMap(List::stream)
                .allMatch(check -> check.verdict() == Verdict.NOT_JUDGED));
        assertEquals(100, result.score().openPoints());
    }

    @Test
    void names_and_keys_cannot_steer_the_terminal_or_add_lines() throws IOException {
        hand("x\u009b31m\u202ey\n[9] bob: 100 of 100 points", "  \"k\\x1b[31m\\u009b2J\\u202e\": 1\n");
        Shell shell = grade();
        assertTrue(shell.out().contains("x\u242331m\u2423y\u2423[9] bob: 100 of 100 points: 0 of 100"), shell.all());
        assertFalse(shell.all().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), shell.all());
        String note = result("x").notes().get(0);
        assertTrue(note.contains("'k?[31m?2J?'"), note);
    }

    @Test
    void thousands_of_unknown_keys_are_summed_up() throws IOException {
        StringBuilder keys = new StringBuilder("  graph/partials:\n");
        for (int i = 0; i < 5000; i++) {
            keys.append("    no").append(i).append(": 1\n");
        }
        hand("dora", keys.toString());
        grade();
        assertEquals(21, result("dora").notes().size());
    }
}
