package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.check.Verdict;
import assay.result.ResultRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresCsvTest {
    static final int FIXED = 8;

    private static List<String> row(ResultRecord... records) {
        return InjectionTest.cells(ScoresCsv.render(List.of(records))).get(1);
    }

    @Test
    void the_header_names_ids_first_then_points_then_criteria() {
        assertEquals(
                List.of(
                        "submission",
                        "key",
                        "digest",
                        "points",
                        "max",
                        "open",
                        "hidden",
                        "status",
                        "bce/gradient/gradient:verdict",
                        "bce/gradient/gradient:points",
                        "bce/gradient/stable:verdict",
                        "bce/gradient/stable:points"),
                InjectionTest.cells(ScoresCsv.render(List.of(Records.perfect())))
                        .get(0));
    }

    @Test
    void a_graded_submission_has_all_its_points() {
        List<String> row = row(Records.perfect());
        assertEquals(List.of("8", "8", "0", "0", "graded", "passed", "5", "passed", "3"), row.subList(3, row.size()));
    }

    @Test
    void what_was_not_judged_has_no_points_instead_of_zero() {
        List<String> row = row(Records.unjudged());
        assertEquals(
                List.of("", "8", "8", "0", "open", "not-judged", "", "not-judged", ""), row.subList(3, row.size()));
    }

    @Test
    void what_could_not_be_graded_has_zero_points_and_says_so() {
        List<String> row = row(Records.ungradable());
        assertEquals(List.of("0", "8", "0", "0", "ungradable"), row.subList(3, 8));
    }

    @Test
    void points_keep_all_digits_and_a_point() {
        ResultRecord third = Records.record(
                "third",
                List.of(Records.task(
                        "t", "", "T", "Java", Records.check("c", "C", Verdict.WRONG, 1 / 3.0, 1e7, "", ""))),
                List.of(),
                "",
                "");
        assertEquals(List.of("0.3333333333333333", "10000000"), row(third).subList(3, 5));
    }

    @Test
    void rows_are_sorted_by_submission_and_gaps_are_empty() {
        List<List<String>> rows = InjectionTest.cells(
                ScoresCsv.render(List.of(Records.perfect(), Records.many(1, 1).get(0), Records.local())));
        assertEquals(
                List.of("all-right", "my-folder", "student-0000"),
                rows.subList(1, 4).stream().map(row -> row.get(0)).toList());
        assertEquals(
                List.of("", ""),
                rows.get(1).subList(rows.get(1).size() - 2, rows.get(1).size()));
    }
}
