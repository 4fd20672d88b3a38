package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.result.ResultRecord;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SubmissionPageTest {
    private final Document page = page(Records.rich());

    static Document page(ResultRecord record) {
        return Jsoup.parse(SubmissionPage.render(record));
    }

    /** A marked item and a pending one. */
    private static final int PROSE = 2;

    @Test
    void the_head_says_points_possible_open_and_later() {
        assertEquals("4 of 60 points", page.select(".total").text());
        assertEquals(
                List.of("4 earned", "44 not earned", "5 open", "7 judged later"),
                page.select(".score .legend li").eachText());
    }

    @Test
    void every_verdict_is_a_word_beside_an_icon() {
        List<String> words = page.select("main .criterion .verdict").eachText();
        assertEquals(11 + 2 + PROSE, words.size());
        for (VerdictWord word : VerdictWord.values()) {
            assertTrue(words.contains(word.word()), word.word());
        }
        for (Element verdict : page.select(".verdict")) {
            assertEquals(1, verdict.select("svg use").size(), verdict.text());
        }
    }

    @Test
    void right_ones_are_folded_and_wrong_ones_open() {
        assertEquals(5, page.select("article.criterion.c-wrong").size());
        assertEquals(
                "The value",
                page.select("details.criterion:not([open]) > summary h3").text());
        assertTrue(page.select("details.criterion svg[role=img]").size() > 0, "the evidence is there, folded");
    }

    @Test
    void the_diagnosis_is_set_off() {
        assertEquals(
                "Likely cause Your gradient is the right one times 2, in all 20 draws."
                        + " Was a square differentiated that is not there?",
                page.select("#t1c1 .diagnosis").text());
        assertTrue(page.select("#t4c1 .diagnosis").isEmpty(), "none found, none shown");
    }

    @Test
    void what_cost_the_most_points_is_to_be_read_first() {
        List<String> links = page.select(".first a").eachAttr("href");
        assertEquals(List.of("#t3c1", "#t4c1", "#t5c1", "#t1c1"), links);
    }

    @Test
    void every_task_is_in_the_contents_with_its_points() {
        assertEquals(
                List.of("0 / 8", "4 / 6", "0 / 18", "0 / 8", "0 / 20"),
                page.select("nav td.n").eachText());
    }

    @Test
    void points_that_are_open_are_never_zero() {
        for (String style : List.of("hidden", "inconclusive", "not-judged")) {
            assertTrue(page.select(".criterion.c-" + style + " .points").text().startsWith("–"), style);
        }
        Document unjudged = page(Records.unjudged());
        assertEquals("– of 8 points", unjudged.select(".total").text());
        assertEquals("– / 8", unjudged.select("nav td.n").text());
    }

    @Test
    void numbers_show_all_digits_and_where_they_begin_to_differ() {
        Element row = page.select("#t1c1 table.numbers tbody tr").get(2);
        assertEquals("0.4621171572600098", row.select("td").get(0).text());
        assertEquals("0.46211715726000979", row.select("td").get(1).text());
        assertEquals(List.of("8", "79"), row.select(".differs").eachText());
        assertEquals("< 0.1 %", row.select("td").get(2).text());
        assertTrue(
                page.select("#t1c1 table.numbers tbody tr")
                        .get(0)
                        .select(".differs")
                        .isEmpty(),
                "no digit is shared");
    }

    @Test
    void a_number_that_is_not_finite_is_over_the_limit() {
        Element row = page.select("#t1c1 table.numbers tbody tr").get(3);
        assertEquals("not finite", row.select("strong.over").text());
    }

    @Test
    void the_reason_of_an_ungradable_submission_is_said_once() {
        Document broken = page(Records.ungradable());
        assertEquals(
                1, broken.select("main *:containsOwn(a list must be closed)").size());
        assertEquals(
                "This submission cannot be graded", broken.select(".alert h2").text());
        assertEquals(2, broken.select(".criterion.c-ungradable").size());
    }

    @Test
    void a_failure_of_ours_does_not_blame_the_student() {
        Document unjudged = page(Records.unjudged());
        assertEquals(
                "Nothing could be judged, and that is not your fault",
                unjudged.select(".alert.ours h2").text());
        assertEquals(1, unjudged.select("main *:containsOwn(no space left)").size());
        assertFalse(unjudged.select("header").text().contains("right"), "nothing was judged");
    }

    @Test
    void all_right_is_praised_and_hidden_points_are_announced() {
        assertEquals(
                "Everything is right. Well done!",
                page(Records.perfect()).select(".sentence").text());
        assertEquals(
                "All that was judged is right. 6 points will be judged when your instructor grades.",
                page(Records.local()).select(".sentence").text());
    }

    @Test
    void long_output_and_long_messages_are_cut_and_say_so() {
        ResultRecord record = Records.record(
                "long",
                List.of(Records.task("t", "", "T", "Java", Records.passed("c", "C", 1, "m".repeat(5000)))),
                List.of(),
                "",
                "o".repeat(100_000));
        Document shown = page(record);
        assertTrue(shown.select("pre").text().endsWith("… (34464 characters left out)"));
        assertTrue(shown.select(".message").text().endsWith("… (1000 characters left out)"));
    }

    @Test
    void what_a_person_marks_stands_apart_and_waits_until_it_is_marked() {
        Element prose = page.select("#prose").first();
        assertEquals("3.5 / 7 points", prose.select(".task-head .points").text());
        assertEquals(
                List.of("marked", "pending"),
                prose.select(".criterion .verdict").eachText());
        assertTrue(prose.text().contains("say why it is positive semidefinite"));
        assertTrue(prose.text().contains("Nothing was handed in under the heading ## graph-reading"));
    }
}
