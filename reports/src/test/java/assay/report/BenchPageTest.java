package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.compare.bench.BadBench;
import assay.compare.bench.BenchComparison;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchPageTest {
    @Test
    void the_page_says_what_differs_and_what_was_not_shown_to() {
        Document page = Jsoup.parse(BenchPage.render(Benches.rich("x")));
        assertEquals(
                "Of 4 benchmarks B is slower in 1 and faster in 1; no difference shown in 1.",
                page.select(".found li").first().text());
        assertTrue(page.select(".found")
                .text()
                .contains("Some.slower given=x: slower, takes 1.5 times as long [1.47, 1.53]."));
        assertTrue(page.select(".warnings").text().contains("The JDK differs"));
        assertEquals(2, page.select("svg.wide").size(), "one drawing for each class");
        assertEquals(16, page.select("svg.wide circle.before").size(), "a dot for each process");
        assertEquals(16, page.select("svg.wide path.after").size());
        assertTrue(page.select("main").text().contains("Some.only given=x (only in B)"));
    }

    @Test
    void nothing_is_said_to_differ_where_all_is_the_same() throws BadBench {
        BenchComparison rich = Benches.rich("x");
        Document page = Jsoup.parse(BenchPage.render(BenchComparison.of(rich.first(), rich.first())));
        assertTrue(page.select(".found").text().contains("no difference shown in 3"));
        assertFalse(page.select(".verdict").text().contains("slower"));
    }

    @Test
    void the_terminal_gets_a_line_each() {
        assertTrue(BenchPage.lines(Benches.rich("x")).contains("Some.slower given=x   slower: 1.5 times [1.47, 1.53]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "</title></svg><svg onload=alert(1)>",
                "${7*7}",
                "| [x](javascript:alert(1)) `y` *z*"
            })
    void whatever_stands_in_a_file_comes_out_as_text(String payload) {
        Document page = Jsoup.parse(BenchPage.render(Benches.rich(payload)));
        Document harmless = Jsoup.parse(BenchPage.render(Benches.rich("h".repeat(payload.length()))));
        assertEquals(harmless.getAllElements().size(), page.getAllElements().size(), "no element comes or goes");
        String markdown = BenchMarkdown.render(Benches.rich(payload));
        assertFalse(markdown.replace("\\<", "").contains("<"), markdown);
        assertFalse(markdown.replace("\\]", "").contains("](javascript"), markdown);
    }

    @Test
    void the_markdown_has_the_table() {
        String markdown = BenchMarkdown.render(Benches.rich("x"));
        assertTrue(
                markdown.contains("| slower given=x | slower | 102 \\[100, 104\\] | 153 \\[150, 156\\] | x | 1.5 |"),
                markdown);
    }
}
