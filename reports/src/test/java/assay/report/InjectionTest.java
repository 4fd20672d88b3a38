package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.result.ResultRecord;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever a submission writes comes out as text, in every writer. */
class InjectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</style><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' autofocus onfocus='alert(1)",
                "</title></svg><svg onload=alert(1)>",
                "javascript:alert(1)",
                "<!-- <![CDATA[ ]]> --> &lt;b&gt; &#x3c;",
                "${7*7} #{7*7} [=7*7]",
                "<#assign ex=\"freemarker.template.utility.Execute\"?new()>${ex(\"id\")}",
                "${page?api.class} <@include/>",
                "{{7*7}} \\u003cscript\\u003e",
                "[[ATTACHMENT|/etc/passwd]]",
                "]]><x/>",
                "&xxe; <!DOCTYPE x [<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>"
            })
    void a_page_shows_the_payload_and_nothing_else_changes(String payload) throws Exception {
        ResultRecord hostile = Hostile.record(payload);
        ResultRecord harmless = Hostile.record("h".repeat(payload.length()));
        Document page = Jsoup.parse(SubmissionPage.render(hostile));
        Document same = Jsoup.parse(SubmissionPage.render(harmless));
        assertEquals(same.getAllElements().size(), page.getAllElements().size(), "no element comes or goes");
        assertEquals(payload.strip(), page.select("h1").text());
        assertEquals(payload, page.select("pre").first().wholeText());
        Document table = Jsoup.parse(ClassPage.render(List.of(hostile)));
        assertTrue(table.select("a[href^=submissions]").isEmpty(), "such a key is no folder name");
        assertEquals(payload.strip(), table.select("table.rows bdi").text());

        org.w3c.dom.Document xml = parse(JUnitXml.render(hostile));
        String shown = payload.replace("[[ATTACHMENT", "[ [ATTACHMENT");
        assertEquals(shown, xml.getDocumentElement().getAttribute("name"));
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertEquals("wrong: " + shown, failure.getAttribute("message"));
        assertTrue(failure.getTextContent().contains("Likely cause: " + shown), failure.getTextContent());
        assertEquals(parse(JUnitXml.render(harmless)).getElementsByTagName("*").getLength(), count(xml));
    }

    private static int count(org.w3c.dom.Document xml) {
        NodeList all = xml.getElementsByTagName("*");
        return all.getLength();
    }

    private static org.w3c.dom.Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31mred\u001b]0;title\u0007",
                "a\u0000b\u0008c\u007f\u0085",
                "\ud800 lone \udc00",
                "\ufffe\uffff\ufdd0",
                "abc\u202egnp.exe\u2066\u2069",
                "\u2028\u2029\ufeff\u200b",
                "\ue000\udb40\udc41"
            })
    void characters_without_a_shape_are_shown_as_signs(String payload) throws Exception {
        ResultRecord hostile = Hostile.record(payload);
        for (String written : List.of(
                SubmissionPage.render(hostile),
                ClassPage.render(List.of(hostile)),
                JUnitXml.render(hostile),
                ScoresCsv.render(List.of(hostile)))) {
            String bare = written.replace("\r\n", "\n");
            bare.codePoints().forEach(point -> {
                boolean shown = point == '\n'
                        || point == '\t'
                        || VisibleText.of(Character.toString(point)).codePointAt(0) == point;
                assertTrue(shown, () -> "U+" + Integer.toHexString(point));
            });
        }
        assertFalse(VisibleText.of(payload).equals(payload));
        parse(JUnitXml.render(hostile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1+1",
                "\r=1+1",
                "  =1+1",
                "\n=1+1",
                "＝1+1",
                "a,b\"c\nd"
            })
    void a_cell_is_no_formula_and_stays_one_cell(String payload) {
        String table = ScoresCsv.render(List.of(Hostile.record(payload)));
        List<List<String>> rows = cells(table);
        assertEquals(2, rows.size());
        assertEquals(rows.get(0).size(), rows.get(1).size());
        assertEquals(ScoresCsvTest.FIXED + 3 + 2, rows.get(0).size());
        for (List<String> row : rows) {
            for (String cell : row) {
                assertTrue(
                        cell.isEmpty()
                                || "=+-@\t\r\n＝".indexOf(cell.stripLeading().charAt(0)) < 0,
                        cell);
                assertTrue(cell.isEmpty() || "\t\r\n ".indexOf(cell.charAt(0)) < 0, cell);
            }
        }
        assertTrue(
                rows.get(1).get(0).contains(VisibleText.of(payload)),
                rows.get(1).get(0));
    }

    /** Read RFC 4180, strictly. */
    static List<List<String>> cells(String table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < table.length() && table.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                assertEquals(0, cell.length(), "a quote begins a cell");
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    assertEquals('\n', table.charAt(++i));
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        assertTrue(row.isEmpty() && cell.isEmpty() && !quoted, "the last line is ended");
        return rows;
    }
}
