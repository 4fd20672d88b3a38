package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.check.Verdict;
import assay.grade.Change;
import assay.grade.Regrade;
import assay.grade.Regraded;
import assay.result.ResultRecord;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegradeReportTest {
    private static Regrade regrade(String text) {
        ResultRecord record = Hostile.record(text);
        Change change = new Change(
                "line",
                "slope",
                text,
                new Change.Side(Verdict.PASSED, 2, 2, text),
                new Change.Side(Verdict.WRONG, 0, 2, "now " + text),
                List.of("tolerance: relative 1e-6 -> 1e-9", text));
        return new Regrade(
                "lines",
                text,
                List.of(text),
                false,
                true,
                false,
                List.of(new Regraded(Path.of("x"), record, record, List.of(change), "")));
    }

    @Test
    void who_would_lose_is_held_back_in_every_form() {
        Regrade regrade = regrade("anna");
        assertTrue(
                Jsoup.parse(RegradeReport.page(regrade)).text().contains("Held back: the student would lose by it."));
        assertTrue(RegradeReport.markdown(regrade).contains("**held back**"));
        assertTrue(RegradeReport.table(regrade).contains(",held back,line,slope,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "${7*7} <#assign x=1>",
                "=cmd|' /C calc'!A0",
                "| a | `b` [c](javascript:d) **e**"
            })
    void texts_come_out_as_texts(String payload) {
        Document page = Jsoup.parse(RegradeReport.page(regrade(payload)));
        Document harmless = Jsoup.parse(RegradeReport.page(regrade("h".repeat(payload.length()))));
        assertEquals(harmless.getAllElements().size(), page.getAllElements().size());
        assertEquals(payload.strip(), page.select("section h2 bdi").text());
        String table = RegradeReport.table(regrade(payload));
        assertFalse(table.lines().skip(1).anyMatch(line -> line.startsWith("=")), table);
        String markdown = RegradeReport.markdown(regrade(payload));
        assertFalse(markdown.contains("<script") || markdown.contains("](") || markdown.contains("**e**"), markdown);
    }
}
