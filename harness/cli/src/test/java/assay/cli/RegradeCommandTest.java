package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.result.ResultFile;
import assay.result.SubmissionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A regrade says what changes for whom and why, and nobody loses points by it unless somebody says so. */
class RegradeCommandTest {
    @TempDir
    private Path folder;

    private Path assignment;
    private Path out;

    /** Grade two students by an assignment of two criteria: both are right in one of them. */
    @BeforeEach
    void grade() throws IOException {
        assignment = folder.resolve("lines");
        out = folder.resolve("out");
        Files.createDirectories(assignment.resolve("public"));
        Files.createDirectories(assignment.resolve("private"));
        Files.writeString(assignment.resolve("public/assignment.yaml"), """
                schema: assay/assignment/1
                id: lines
                version: 1
                title: Two counts
                tasks:
                  - id: counts
                    sheet: "1"
                    title: Counts
                    ways: [answers]
                    answers:
                      one: {type: number}
                      two: {type: number}
                    criteria:
                      - {id: one, title: "The first count", points: 2}
                      - {id: two, title: "The second count", points: 3}
                """);
        rules("10", "20", "");
        hand("anna", 10, 21);
        hand("ben", 11, 20);
        Shell graded = Shell.run("grade", assignment, folder.resolve("class"), "-o", out);
        assertEquals(1, graded.code(), graded.all());
    }

    private void rules(String one, String two, String bound) throws IOException {
        Files.writeString(assignment.resolve("private/grading.yaml"), """
                schema: assay/grading/1
                tasks:
                  counts:
                    cases:
                      - {name: answer, expected: {one: %s, two: %s}}
                    checks:
                      one: {kind: close-to, answer: one%s}
                      two: {kind: close-to, answer: two}
                """.formatted(one, two, bound));
    }

    private void hand(String student, int one, int two) throws IOException {
        Path own = Files.createDirectories(folder.resolve("class").resolve(student));
        Files.writeString(
                own.resolve("answers.yaml"),
                "assignment: lines\nanswers:\n  counts: {one: " + one + ", two: " + two + "}\n");
    }

    private double points(String student) throws IOException {
        return ResultFile.read(own(student)).score().points();
    }

    private Path own(String student) {
        return out.resolve("submissions").resolve(SubmissionKey.of(student));
    }

    @Test
    void nothing_has_changed() {
        Shell shell = Shell.run("regrade", out);
        assertTrue(shell.out().contains("are the ones that the class was graded with"), shell.all());
        assertTrue(shell.out().contains("2 submissions judged again: 0 judged otherwise."), shell.all());
        assertFalse(Files.exists(out.resolve("regrade")));
    }

    @Test
    void a_wider_tolerance_raises_and_is_named() throws IOException {
        rules("10", "20", ", relative: 0.2, because: \"counted by hand\"");
        Shell preview = Shell.run("regrade", out, "--diff");
        assertEquals(1, preview.code(), preview.all());
        assertTrue(preview.out().contains("ben: 3 -> 5 of 5 points"), preview.all());
        assertTrue(preview.out().contains("+ counts, The first count: wrong, 0 -> passed, 2"), preview.all());
        assertTrue(preview.out().contains("because: tolerance: relative (none) -> 0.2"), preview.all());
        assertTrue(preview.out().contains("Nothing was stored."), preview.all());
        assertEquals(3, points("ben"));

        Shell stored = Shell.run("recheck", out);
        assertEquals(1, stored.code(), stored.all());
        assertEquals(5, points("ben"));
        assertEquals(2, points("anna"));
        String table = Files.readString(out.resolve("regrade/1/diff.csv"));
        assertTrue(table.contains(
                "ben," + SubmissionKey.of("ben") + ",3,5,yes,counts,one,The first count,wrong,passed,0,2,"));
        assertTrue(Files.readString(out.resolve("regrade/1/diff.md")).contains("## ben"));
        assertTrue(
                Files.readString(out.resolve("regrade/1/diff.html")).contains("tolerance: relative (none) -&gt; 0.2"));
        assertTrue(Files.readString(out.resolve("scores.csv")).contains(",5,5,"), "the grade book follows");
        assertTrue(Shell.run("grade", assignment, folder.resolve("class"), "-o", out, "--resume")
                .out()
                .contains("2 results of the run before were kept"));
    }

    @Test
    void a_corrected_answer_that_lowers_somebody_holds_that_one_back() throws IOException {
        rules("11", "20", "");
        Shell stored = Shell.run("regrade", out);
        assertTrue(stored.out().contains("anna: 2 -> 0 of 5 points   HELD BACK"), stored.all());
        assertTrue(stored.out().contains("because: the written cases"), stored.all());
        assertTrue(stored.out().contains("of which 1 are held back"), stored.all());
        assertEquals(2, points("anna"), "nobody is lowered silently");
        assertEquals(5, points("ben"));
        assertTrue(Shell.run("grade", assignment, folder.resolve("class"), "-o", out, "--resume")
                .err()
                .contains("begun under other settings"));
        Shell allowed = Shell.run("regrade", out, "--allow-lower");
        assertTrue(allowed.out().contains("anna: 2 -> 0 of 5 points"), allowed.all());
        assertEquals(0, points("anna"));
    }

    @Test
    void a_run_asks_anew_and_leaves_what_was_handed_in_otherwise() throws IOException {
        hand("ben", 10, 20);
        Shell run = Shell.run("regrade", out, "--run");
        assertTrue(run.out().contains("ben is left as it is: what was handed in has changed since"), run.all());
        assertEquals(3, points("ben"));
        assertTrue(Files.isRegularFile(own("anna").resolve("answers.json")));
        try (var left = Files.list(out.resolve("submissions"))) {
            assertEquals(2, left.count(), "the files of the new run have the place of the old ones");
        }
    }

    @Test
    void a_record_is_reproduced_or_the_difference_is_told() throws IOException {
        Shell same = Shell.run("reproduce", own("anna").resolve(ResultFile.NAME));
        assertEquals(0, same.code(), same.all());
        assertTrue(same.out().contains("Reproduced: the record of 'anna' is the same to the last byte"), same.all());
        rules("11", "20", "");
        Shell other = Shell.run("reproduce", own("anna"));
        assertEquals(1, other.code(), other.all());
        assertTrue(other.out().contains("assignment.digest: "), other.all());
        assertTrue(other.out().contains("- counts, The first count: passed, 2 -> wrong, 0"), other.all());
        assertTrue(
                other.out().contains("Not reproduced: 1 criteria are judged otherwise, 2 -> 0 points."), other.all());
        Path moved = Files.move(folder.resolve("class/anna"), folder.resolve("elsewhere"));
        assertEquals(64, Shell.run("reproduce", own("anna")).code());
        rules("10", "20", "");
        assertEquals(
                0, Shell.run("reproduce", own("anna"), "--submission", moved).code());
    }
}
