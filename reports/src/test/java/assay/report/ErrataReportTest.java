package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.verify.Errata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrataReportTest {
    private static final String PAYLOAD = "<script>alert(1)</script> [a](http://b.example) `` ` *c* | \u202e ${1}";

    private static Errata sheet(String text) {
        return new Errata(
                "tiny",
                text,
                List.of(new Errata.Judged("1a", "sum", text, text, text, text, text)),
                List.of(new Errata.Prose("1b", "proof", text, text)),
                List.of());
    }

    @Test
    void the_page_shows_the_sentence_the_answer_and_the_message() {
        Errata errata = new Errata(
                "tiny",
                "A tiny sheet",
                List.of(new Errata.Judged("1a", "sum", "Add", "1 + 2", "It is 3.", "three: 5", "5 is not right.")),
                List.of(),
                List.of());
        Document page = Jsoup.parse(ErrataReport.page(List.of(errata, sheet("Other"))));
        assertEquals("3 faults in 2 sheets.", page.select(".who").text().substring(0, 21));
        assertEquals("1a Add: 1 + 2", page.select("article h3").get(0).text());
        assertEquals("It is 3.", page.select("article .message").get(0).text());
        assertEquals(
                List.of("three: 5", "5 is not right."),
                page.select("article").get(0).select("dd").eachText());
        assertEquals("1b Other: Other", page.select(".notes li").text());
    }

    @Test
    void a_sheet_without_faults_says_so() {
        Errata none = new Errata("tiny", "A tiny sheet", List.of(), List.of(), List.of());
        assertTrue(Jsoup.parse(ErrataReport.page(List.of(none))).text().contains("No fault is known."));
        assertTrue(ErrataReport.markdown(List.of(none)).contains("`tiny`: 0 found by checks, 0 in the text."));
    }

    @Test
    void nothing_that_was_written_becomes_markup() {
        Document page = Jsoup.parse(ErrataReport.page(List.of(sheet(PAYLOAD))));
        assertTrue(page.select("script").isEmpty());
        assertTrue(page.select("main a").stream()
                .allMatch(link -> link.attr("href").startsWith("#")));
        assertTrue(page.select("article .message").text().contains("<script>alert(1)</script>"));
        assertFalse(page.text().contains("\u202e"));
    }

    @Test
    void markdown_signs_are_escaped_and_code_stays_in_its_fence() {
        String text = ErrataReport.markdown(List.of(sheet(PAYLOAD)));
        assertTrue(text.contains("\\<script\\>alert(1)\\</script\\> \\[a\\](http://b.example)"), text);
        assertTrue(text.contains("- answered: ``` <script>alert(1)</script> [a](http://b.example) `` ` *c* |"), text);
        assertEquals(2, text.lines().filter(line -> line.contains("```")).count() + 1);
        assertFalse(text.contains("\u202e"));
    }

    @Test
    void both_files_are_written(@TempDir Path folder) throws IOException {
        ErrataReport.write(List.of(sheet("text")), folder.resolve("new"));
        assertEquals(ErrataReport.markdown(List.of(sheet("text"))), Files.readString(folder.resolve("new/errata.md")));
        assertEquals(ErrataReport.page(List.of(sheet("text"))), Files.readString(folder.resolve("new/errata.html")));
    }
}
