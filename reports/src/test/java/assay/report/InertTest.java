package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Rubric;
import assay.check.Verdict;
import assay.compare.Comparison;
import assay.grade.Change;
import assay.grade.Regrade;
import assay.grade.Regraded;
import assay.result.ResultRecord;
import assay.score.ProseScore;
import assay.verify.Errata;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Every writer meets every payload in every text that others may have written: text it was, text it stays. */
class InertTest {
    /** What a browser would run if it came through sets the title and a mark on the page and opens a dialog. */
    private static final String RUN = "document.title='hacked';document.body.id='hacked';alert(1)";

    static final Map<String, String> PAYLOADS = Map.ofEntries(
            Map.entry("script", "<script>" + RUN + "</script>"),
            Map.entry("image", "\"><img src=x onerror=\"" + RUN + "\">"),
            Map.entry("attribute", "\" autofocus onfocus=\"" + RUN + "\" x=\""),
            Map.entry("drawing", "</title></style></svg></desc><svg onload=" + RUN + ">"),
            Map.entry("address", "javascript:" + RUN),
            Map.entry("template", "${7*7} #{7*7} [=7*7] <#assign x=1><#list 1..9 as i>hacked</#list>"),
            Map.entry("template class", "${\"freemarker.template.utility.Execute\"?new()(\"id\")} ${page?api.class}"),
            Map.entry("formula", "=HYPERLINK(\"http://b.example\",\"hacked\")"),
            Map.entry("formula, hidden", "\t\u00a0\u3000=cmd|' /C calc'!A0"),
            Map.entry("rows", "a\",\"b\r\n=1+1,\"\n+2"),
            Map.entry(
                    "markdown", "</details> ![x](http://b.example/i.png) [a](javascript:b) **e** | @everyone `c` ```"),
            Map.entry("markdown, start of a line", "1. @team # head\n\n---\n- item\n<img src=x>\n===\n> quote"),
            Map.entry("terminal", "\u001b[31mred\u001b]0;title\u0007\u009b2J\b\r"),
            Map.entry(
                    "workflow command",
                    "::error title=hacked::x\n::set-output name=a::b\n##[group]x\n::stop-commands::t"),
            Map.entry("attachment", "[[ATTACHMENT|/etc/passwd]]"),
            Map.entry("end of a section", "]]><x/><!-- --> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;"),
            Map.entry("no characters", "a\u0000b\ud800\ufffe\u202egnp.exe\u2066\ufeff"));

    private static ResultRecord record(String text) {
        ProseScore pending = new ProseScore("proof", text, text, 3, false, 0, text, text);
        return Hostile.record(text).withProse(List.of(pending));
    }

    private static Regrade regrade(String text) {
        Change change = new Change(
                text,
                text,
                text,
                new Change.Side(Verdict.PASSED, 2, 2, text),
                new Change.Side(Verdict.WRONG, 0, 2, text),
                List.of(text));
        ResultRecord record = record(text);
        return new Regrade(
                text,
                text,
                List.of(text),
                false,
                true,
                false,
                List.of(
                        new Regraded(Path.of("x"), record, record, List.of(change), ""),
                        new Regraded(Path.of("y"), record, record, List.of(), text)));
    }

    private static List<Errata> errata(String text) {
        return List.of(new Errata(
                "tiny",
                text,
                List.of(new Errata.Judged(text, text, text, text, text, text, text)),
                List.of(new Errata.Prose(text, text, text, text)),
                List.of()));
    }

    /** Render every page. */
    static Map<String, String> pages(String text) {
        Comparison comparison = Comparisons.rich(text);
        Rubric rubric =
                new Rubric(List.of(new Rubric.Item("proof", text, text, 3, List.of(new Rubric.Level(3, text)), text)));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("submission page", SubmissionPage.render(record(text)));
        pages.put("parity", SubmissionPage.render(record(text), Optional.of(PagesTest.devices(text, text))));
        pages.put("class page", ClassPage.render(List.of(record(text))));
        pages.put("comparison page", ComparisonPage.render(comparison));
        pages.put("marking page", MarkingPage.render(text, rubric, List.of(record(text))));
        pages.put("regrade page", RegradeReport.page(regrade(text)));
        pages.put("errata page", ErrataReport.page(errata(text)));
        return pages;
    }

    private static Map<String, String> tables(String text) {
        return Map.of(
                "scores.csv", ScoresCsv.render(List.of(record(text))),
                "marks.csv", MarksCsv.render(List.of(record(text))),
                "diff.csv", RegradeReport.table(regrade(text)),
                "comparison.csv", ComparisonCsv.render(Comparisons.rich(text)));
    }

    private static Map<String, String> markdown(String text) {
        return Map.of(
                "diff.md", RegradeReport.markdown(regrade(text)),
                "errata.md", ErrataReport.markdown(errata(text)),
                "comparison.md", ComparisonMarkdown.render(Comparisons.rich(text)));
    }

    private static Stream<Arguments> each(java.util.Set<String> writers) {
        return writers.stream().flatMap(writer -> PAYLOADS.keySet().stream().map(kind -> Arguments.of(writer, kind)));
    }

    static Stream<Arguments> eachPage() {
        return each(pages("x").keySet());
    }

    static Stream<Arguments> eachTable() {
        return each(tables("x").keySet());
    }

    static Stream<Arguments> eachMarkdown() {
        return each(markdown("x").keySet());
    }

    static Stream<Arguments> eachPayload() {
        return PAYLOADS.keySet().stream().map(Arguments::of);
    }

    private static String payload(String kind) {
        return PAYLOADS.getOrDefault(kind, "");
    }

    /** No shapeless character comes through; a joiner breaks names of people in Markdown. */
    private static void assertVisible(String written) {
        written.replace("\r\n", "\n")
                .codePoints()
                .filter(point -> point != '\n' && point != '\t')
                .forEach(point -> {
                    String one = Character.toString(point);
                    assertEquals(one, VisibleText.of(one), () -> "U+" + Integer.toHexString(point));
                });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("eachPage")
    void a_page_gains_no_element_no_attribute_and_no_address(String writer, String kind) {
        String payload = payload(kind);
        String written = pages(payload).getOrDefault(writer, "");
        Document page = Jsoup.parse(written);
        Document harmless = Jsoup.parse(pages(harmless(payload)).getOrDefault(writer, ""));
        List<String> more = shape(page);
        shape(harmless).forEach(more::remove);
        assertEquals(List.of(), more);
        assertEquals(shape(harmless).size(), shape(page).size());
        for (Element element : page.select("[href], [src], [xlink:href]")) {
            String target = element.attr(element.hasAttr("href") ? "href" : "src");
            assertTrue(target.matches("#[a-z0-9-]*|data:.*|submissions/.*|b/index.html"), target);
        }
        assertFalse(page.text().contains("hackedhacked"), "nothing is computed");
        assertVisible(written);
    }

    private static List<String> shape(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.tagName() + " "
                        + element.attributes().asList().stream()
                                .map(org.jsoup.nodes.Attribute::getKey)
                                .toList())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Every sign becomes a letter that no folder's name has; blanks and line ends stay. */
    private static String harmless(String payload) {
        return payload.replaceAll("[^a-zA-Z0-9\\s]", "\u00e9");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("eachTable")
    void a_table_gains_no_row_no_cell_and_no_formula(String writer, String kind) {
        String written = tables(payload(kind)).getOrDefault(writer, "");
        List<List<String>> rows = InjectionTest.cells(written);
        List<List<String>> harmless = InjectionTest.cells(tables("harmless").getOrDefault(writer, ""));
        assertEquals(
                harmless.stream().map(List::size).toList(),
                rows.stream().map(List::size).toList());
        for (List<String> row : rows) {
            for (String cell : row) {
                String start = cell.replaceFirst("^[\\s\\u00a0\\u3000]+", "");
                assertTrue(start.isEmpty() || "=+@\uff1d".indexOf(start.charAt(0)) < 0, cell);
                assertTrue(!start.startsWith("-") || start.matches("-[0-9.]+"), cell);
            }
        }
        assertVisible(written);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("eachMarkdown")
    void markdown_gains_no_line_no_link_no_element_and_calls_nobody(String writer, String kind) {
        String payload = payload(kind);
        String written = markdown(payload).getOrDefault(writer, "");
        assertEquals(
                markdown(harmless(payload)).getOrDefault(writer, "").lines().count(),
                written.lines().count(),
                written);
        String outside = written.replaceAll("(`+)(?!`).*?(?<!`)\\1(?!`)", "");
        assertFalse(Pattern.compile("(?<!\\\\)\\]\\(").matcher(outside).find(), outside);
        assertFalse(
                Pattern.compile("(?<!\\\\)<[a-z/!#]", Pattern.CASE_INSENSITIVE)
                        .matcher(outside)
                        .find(),
                outside);
        assertFalse(Pattern.compile("@(?!\u200d)").matcher(outside).find(), outside);
        assertFalse(outside.lines().anyMatch(line -> line.matches("\\s*(::|##\\[).*")), written);
        assertVisible(written);
    }

    @ParameterizedTest(name = "junit.xml: {0}")
    @MethodSource("eachPayload")
    void xml_gains_no_element_and_names_no_file(String kind) throws Exception {
        String written = JUnitXml.render(record(payload(kind)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        int elements = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(written)))
                .getElementsByTagName("*")
                .getLength();
        int harmless = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.render(record("harmless")))))
                .getElementsByTagName("*")
                .getLength();
        assertEquals(harmless, elements);
        assertFalse(written.contains("[[ATTACHMENT"));
        assertVisible(written);
    }
}
