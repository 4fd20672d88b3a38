package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.check.Diagnosis;
import assay.result.ResultRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ClassPageTest {
    private final Document page = Jsoup.parse(ClassPage.render(GoldenTest.smallClass()));

    @Test
    void what_needs_a_person_comes_first_and_apart() {
        List<String> headings = page.select("main h2").eachText();
        assertEquals("Not judged: something failed on our side (1)", headings.get(0));
        assertEquals("Cannot be graded (1)", headings.get(1));
        assertEquals("Points", headings.get(2));
        assertTrue(page.select(".alert").get(0).text().contains("no space left on the disk"));
        assertTrue(page.select(".alert").get(1).text().contains("answers.yaml:3"));
    }

    @Test
    void every_submission_is_listed_with_points_and_a_link() {
        assertEquals(8, page.select("table.rows tbody tr").size());
        Element row = page.select("table.rows tbody tr:contains(student-0002)").first();
        assertEquals(
                "submissions/student-0002-0a1b2c3d/index.html", row.select("a").attr("href"));
        assertEquals(
                "not judged",
                page.select("table.rows tr:contains(unlucky) td").first().text());
        assertEquals(
                "0",
                page.select("table.rows tr:contains(broken-file) td").first().text());
    }

    @Test
    void the_histogram_counts_graded_submissions_only() {
        int sum = page.select("#spread ~ figure table tbody td").stream()
                .mapToInt(cell -> Integer.parseInt(cell.text()))
                .sum();
        assertEquals(6, sum);
        assertTrue(
                page.select("header").text().contains("8 submissions, 6 graded"),
                page.select("header").text());
    }

    @Test
    void a_criterion_shows_how_many_failed_and_the_commonest_cause() {
        List<ResultRecord> records = new ArrayList<>();
        Diagnosis twice = new Diagnosis("factor-2", "Right up to the factor 2.");
        Diagnosis sign = new Diagnosis("negated", "The sign is the wrong way round.");
        for (int i = 0; i < 6; i++) {
            records.add(Records.record(
                    "s" + i,
                    List.of(Records.task(
                            "t",
                            "0.1",
                            "Task",
                            "Java",
                            i == 0
                                    ? Records.passed("c", "Value", 1, "Right.")
                                    : Records.wrong("c", "Value", 1, "Not right.", i < 3 ? sign : twice))),
                    List.of(),
                    "",
                    ""));
        }
        Element row = Jsoup.parse(ClassPage.render(records))
                .select("table.criteria tbody tr")
                .first();
        assertEquals("0.1 Task Value 1 (17 %) 5 0 0 3 of 5: Right up to the factor 2.", row.text());
    }

    @Test
    void facts_that_differ_within_the_class_are_pointed_out() {
        String facts = page.select("footer .facts").text();
        assertTrue(facts.contains("isolation A"), facts);
        assertTrue(facts.contains("assignment.digest " + "5f0c".repeat(16)), facts);
    }

    @Test
    void the_order_of_the_records_does_not_matter() {
        List<ResultRecord> shuffled = new ArrayList<>(GoldenTest.smallClass());
        Collections.shuffle(shuffled, new Random(5));
        assertEquals(ClassPage.render(GoldenTest.smallClass()), ClassPage.render(shuffled));
        assertEquals(ScoresCsv.render(GoldenTest.smallClass()), ScoresCsv.render(shuffled));
    }

    @Test
    void quartiles_are_interpolated() {
        double[] sorted = {1, 2, 3, 4};
        assertEquals(1.75, ClassView.quantile(sorted, 0.25), 1e-15);
        assertEquals(2.5, ClassView.quantile(sorted, 0.5), 1e-15);
        assertEquals(7, ClassView.quantile(new double[] {7}, 0.75), 0);
    }

    @Test
    void two_assignments_are_no_class() {
        ResultRecord other = Hostile.record("other");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ClassPage.render(List.of(Records.perfect(), other)));
        assertTrue(refused.getMessage().contains("dnn-basics, other"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ClassPage.render(List.of()));
    }

    @Test
    void a_thousand_submissions_make_a_small_page_quickly() {
        List<ResultRecord> records = Records.many(1000, 20);
        // Measured: 1 s on a busy machine; the limit only catches what grows with the square.
        String rendered = assertTimeout(Duration.ofSeconds(60), () -> ClassPage.render(records));
        assertTrue(rendered.length() < 500_000, "characters: " + rendered.length());
    }
}
