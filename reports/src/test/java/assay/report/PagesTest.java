package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.check.Verdict;
import assay.parity.Format;
import assay.parity.Parity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page. */
class PagesTest {
    static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("rich", SubmissionPage.render(Records.rich()));
        pages.put("two devices", SubmissionPage.render(Records.perfect(), Optional.of(devices("cpu", "cuda"))));
        pages.put(
                "hostile devices",
                SubmissionPage.render(Records.perfect(), Optional.of(devices("<b>\u202e${1}&amp;\"'", "]]><script>"))));
        pages.put("perfect", SubmissionPage.render(Records.perfect()));
        pages.put("local", SubmissionPage.render(Records.local()));
        pages.put("ungradable", SubmissionPage.render(Records.ungradable()));
        pages.put("unjudged", SubmissionPage.render(Records.unjudged()));
        pages.put("sixty criteria", SubmissionPage.render(Records.many(1, 20).get(0)));
        pages.put(
                "hostile", SubmissionPage.render(Hostile.record("\u0000\ud800<b>\u202e${1}&amp;\"'\ufffe".repeat(9))));
        pages.put("no task", SubmissionPage.render(Records.record("empty", List.of(), List.of(), "", "")));
        pages.put("class", ClassPage.render(GoldenTest.smallClass()));
        pages.put("class of one that is not judged", ClassPage.render(List.of(Records.unjudged())));
        pages.put("hostile class", ClassPage.render(List.of(Hostile.record("<b>\u202e${1}&amp;\"'"))));
        pages.put("comparison", ComparisonPage.render(Comparisons.rich("Dense or convolutional")));
        pages.put("benchmarks", BenchPage.render(Benches.rich("x")));
        pages.put("hostile benchmarks", BenchPage.render(Benches.rich("<b>\u202e${1}&amp;\"'")));
        pages.put("comparison without a result", ComparisonPage.render(Comparisons.empty()));
        pages.put("hostile comparison", ComparisonPage.render(Comparisons.rich("<b>\u202e${1}&amp;\"'")));
        return pages;
    }

    /** One submission on two devices, of which the second stores less, and a third on which nothing ran. */
    static Parity devices(String first, String second) {
        List<Parity.Side> sides = List.of(
                new Parity.Side("a", first, "a processor", "", ""),
                new Parity.Side("b", second, "a card", "", "b/index.html"),
                new Parity.Side("c", "c", "", "not run: no card is there", ""));
        Parity.Cell right = new Parity.Cell(
                "a", Verdict.PASSED, "draw 1, [0]", "0.25", "0.25", "2.5E-10", 0, Format.DOUBLE, 1.25, "");
        Parity.Cell wrong = new Parity.Cell(
                "b", Verdict.WRONG, "draw 1, [0]", "0.25", "0.2501", "2.5E-10", 4e5, Format.TEN_BITS, 0.5, first);
        return new Parity(
                Parity.SCHEMA,
                "dnn-basics",
                "anna",
                sides,
                List.of(new Parity.Row(
                        "bce/gradient",
                        "gradient",
                        "The gradient",
                        List.of(right, wrong),
                        1e-4,
                        "Precision: " + second)));
    }

    @Test
    void devices_stand_side_by_side_with_value_bound_share_and_time() {
        String text = Jsoup.parse(pages().getOrDefault("two devices", "")).text();
        for (String part :
                List.of("0.2501", "2.5·10⁻¹⁰", "4·10⁵ times", "1.25 ms", "TF32 or float16", "no card is there")) {
            assertTrue(text.contains(part), part + " is not in " + text);
        }
    }

    static Stream<Map.Entry<String, String>> each() {
        return pages().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("each")
    void is_valid_html(Map.Entry<String, String> page) throws Exception {
        assertEquals("", complaints(page.getValue()));
    }

    @Test
    void the_validator_finds_mistakes() throws Exception {
        assertTrue(
                complaints("<!DOCTYPE html><title>x</title><p id=a><b><p id=a>").contains("Duplicate ID"));
    }

    /** Return the errors that the validator finds; its grammars recurse more deeply than a usual stack allows. */
    private static String complaints(String html) throws Exception {
        FutureTask<String> validation = new FutureTask<>(() -> {
            EmbeddedValidator validator = new EmbeddedValidator();
            validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
            validator.setForceHTML(true);
            validator.setNoLangDetect(true);
            return validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        });
        Thread thread = new Thread(null, validation, "validator", 64 << 20);
        thread.start();
        return validation
                .get()
                .lines()
                .filter(line -> line.contains(" error"))
                // Its style checker does not know this property of SVG 2, 13.10; browsers do.
                .filter(line -> !line.endsWith("Property “paint-order” doesn't exist."))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("each")
    void loads_nothing_and_runs_nothing(Map.Entry<String, String> entry) {
        Document page = Jsoup.parse(entry.getValue());
        assertTrue(page.select("script, iframe, object, embed, form, base, video, audio")
                .isEmpty());
        assertTrue(page.select("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertFalse(attribute.getKey().startsWith("on"), attribute.toString());
                if (List.of("href", "src", "xlink:href", "action", "data").contains(attribute.getKey())) {
                    String target = attribute.getValue();
                    assertTrue(
                            target.startsWith("#")
                                    || target.equals("data:,")
                                    || target.startsWith("data:image/png;base64,")
                                    || target.startsWith("submissions/"),
                            target);
                }
            });
        }
        String style = page.select("style").html();
        assertFalse(style.contains("url(") || style.contains("@import"), "the style loads nothing");
    }

    @ParameterizedTest
    @MethodSource("each")
    void can_be_read_without_eyes_on_it(Map.Entry<String, String> entry) {
        Document page = Jsoup.parse(entry.getValue());
        assertEquals("en", page.select("html").attr("lang"));
        assertEquals(1, page.select("h1").size());
        assertEquals(1, page.select("main").size());
        assertEquals("#main", page.select("a").first().attr("href"), "the first link skips to the results");
        for (Element table : page.select("table")) {
            assertFalse(table.select("> caption").text().isEmpty(), "every table has a caption");
            assertEquals(table.select("th").size(), table.select("th[scope]").size());
            assertEquals(
                    table.select("tbody tr").size(),
                    table.select("tbody tr > th[scope=row]").size());
        }
        for (Element drawing : page.select("svg:not([aria-hidden=true])")) {
            assertEquals("img", drawing.attr("role"));
            for (String id : drawing.attr("aria-labelledby").split(" ")) {
                assertFalse(drawing.getElementById(id).text().isEmpty(), "title and description say something");
            }
        }
        for (Element box : page.select(".scroll")) {
            assertEquals("0", box.attr("tabindex"), "can be scrolled by keys");
            assertFalse(box.attr("aria-label").isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void headings_skip_no_level_and_links_lead_somewhere(Map.Entry<String, String> entry) {
        Document page = Jsoup.parse(entry.getValue());
        int last = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= last + 1, heading.text());
            last = level;
        }
        for (Element link : page.select("a[href^=#], use[href^=#]")) {
            String id = link.attr("href").substring(1);
            assertTrue(page.getElementById(id) != null, id);
        }
        assertEquals(
                page.select("[id]").size(),
                page.select("[id]").stream().map(Element::id).distinct().count());
    }

    @Test
    void every_drawing_has_its_data_as_a_table() {
        Document page = Jsoup.parse(pages().get("rich"));
        for (Element chart : page.select("figure.chart")) {
            assertTrue(
                    chart.select("details.data table tbody tr").size() > 0,
                    chart.select("figcaption").text());
        }
        assertEquals(6, page.select("figure.chart").size());
    }
}
