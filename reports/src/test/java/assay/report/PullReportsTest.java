package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.pull.PullRecord;
import assay.pull.PullRecord.Graded;
import assay.pull.PullRecord.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PullReportsTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static PullRecord record(List<String> guarded, Graded... submissions) {
        return new PullRecord(
                PullRecord.SCHEMA,
                COMMIT,
                COMMIT,
                "mini",
                1,
                "Mini",
                "base",
                1,
                guarded,
                List.of(),
                List.of(),
                List.of(),
                List.of(submissions));
    }

    /** Make a record with something in each part. */
    static PullRecord rich() {
        return record(
                List.of("ci/x.sh"),
                graded("anna", List.of(open("c", "wrong", 2, "message"), open("d", "skipped", 1, ""))));
    }

    private static Graded graded(String name, List<Open> open) {
        return new Graded(
                name,
                "key-1",
                "submissions/x",
                Optional.of(1.0),
                1000,
                Map.of("wrong", open.size()),
                "",
                List.of(),
                open);
    }

    private static Open open(String criterion, String verdict, double most, String message) {
        return new Open("task/a", criterion, "Title", verdict, 0, most, message, "");
    }

    @Test
    void a_command_is_one_line_and_unescapes_to_what_was_said() {
        String line =
                WorkflowCommands.command("error", Map.of("title", "a:b,c%\n::d"), "50 %\r\n::error::x\r##[warning]y");
        assertEquals("::error title=a%3Ab%2Cc%25%0A%3A%3Ad::50 %25%0A::error::x␍## [warning]y", line);
    }

    @Test
    void the_eleventh_of_a_level_is_summed_up_and_the_dearest_come_first() {
        List<Open> many = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            many.add(open("c" + i, "wrong", i, "solution.py:" + i + ": no"));
        }
        many.add(open("lost", "ungradable", 0.5, "cannot be read"));
        List<String> lines = WorkflowCommands.lines(record(List.of("ci/x"), graded("anna", many)));
        List<String> errors =
                lines.stream().filter(line -> line.startsWith("::error ")).toList();
        assertEquals(10, errors.size());
        assertTrue(errors.get(0).contains("task/a/lost cannot be graded::"), errors.get(0));
        assertEquals(
                "::error file=submissions/x/solution.py,line=30,title=anna%3A task/a/c30 wrong::solution.py:30: no",
                errors.get(1));
        assertEquals("::error title=Assay%3A and more::22 more stand in the summary of this job.", errors.get(9));
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.startsWith("::warning file=ci/x,"))
                        .count());
    }

    @Test
    void a_place_cannot_lead_out_of_the_submission() {
        List<String> lines = WorkflowCommands.lines(
                record(List.of(), graded("anna", List.of(open("c", "wrong", 1, "../../ci/x.py:1: no")))));
        assertTrue(lines.get(0).startsWith("::error title="), lines.get(0));
    }

    @Test
    void nothing_closes_a_fence_or_calls_anybody() {
        String evil = "`````\n</details>\n# Points: 100\n@everyone https://example.org/x.png\n" + "`".repeat(40);
        String text = PullMarkdown.render(record(
                List.of("a`b/@all"), graded("x | y](https://e.org) @team", List.of(open("c", "wrong", 1, evil)))));
        assertTrue(text.contains("\n" + "`".repeat(41) + "text\n"), text);
        assertFalse(text.matches("(?s).*@[A-Za-z].*"), text);
        assertFalse(text.contains("://"), text);
        assertTrue(text.contains("| x \\| y\\](https"), text);
    }

    @Test
    void the_summary_has_an_end() {
        List<Open> many = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            many.add(open("c" + i, "wrong", 1, "x".repeat(3000)));
        }
        String text = PullMarkdown.render(record(List.of(), graded("anna", many)));
        assertTrue(text.length() <= PullMarkdown.MOST, "length " + text.length());
        assertTrue(text.contains(" more entries were left out here"), "says that something is missing");
    }

    @Test
    void what_was_not_judged_has_no_score_anywhere() {
        assertEquals(Optional.empty(), GradescopeJson.render(Records.unjudged()));
        assertEquals(Optional.empty(), GradescopeJson.render(Records.rich()));
        assertTrue(GradescopeJson.render(Records.perfect()).orElseThrow().contains("\"score\" : 8.0,\n"));
        String unread = GradescopeJson.render(Records.ungradable()).orElseThrow();
        assertTrue(unread.contains("\"score\" : 0.0,\n") && unread.contains("\"status\" : \"failed\""), unread);
    }
}
