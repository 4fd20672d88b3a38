package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    /** What GitLab, Jenkins (xunit plug-in, junit-10.xsd) and Artemis all read: element, its attributes, its parents. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "testsuites", Set.of("name"),
            "testsuite", Set.of("name", "tests", "failures", "errors", "skipped"),
            "properties", Set.of(),
            "property", Set.of("name", "value"),
            "testcase", Set.of("classname", "name"),
            "failure", Set.of("message", "type"),
            "error", Set.of("message", "type"),
            "skipped", Set.of("message", "type"));

    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "testsuites", Set.of("testsuite"),
            "testsuite", Set.of("properties", "testcase"),
            "properties", Set.of("property"),
            "property", Set.of(),
            "testcase", Set.of("failure", "error", "skipped"),
            "failure", Set.of(),
            "error", Set.of(),
            "skipped", Set.of());

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<Element> all(Element root, String name) {
        NodeList nodes = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void only_the_common_structure_is_written() throws Exception {
        Element root = parse(JUnitXml.render(Records.rich()));
        assertEquals("testsuites", root.getTagName());
        for (Element element : all(root, "*")) {
            Set<String> allowed = ATTRIBUTES.get(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertTrue(allowed.contains(element.getAttributes().item(i).getNodeName()), element.getTagName());
            }
            String parent = ((Element) element.getParentNode()).getTagName();
            assertTrue(CHILDREN.get(parent).contains(element.getTagName()), element.getTagName() + " in " + parent);
        }
    }

    @Test
    void the_counts_of_a_suite_are_those_of_its_cases() throws Exception {
        for (Element suite : all(parse(JUnitXml.render(Records.rich())), "testsuite")) {
            assertEquals(
                    suite.getAttribute("tests"), "" + all(suite, "testcase").size());
            assertEquals(
                    suite.getAttribute("failures"), "" + all(suite, "failure").size());
            assertEquals(suite.getAttribute("errors"), "" + all(suite, "error").size());
            assertEquals(
                    suite.getAttribute("skipped"), "" + all(suite, "skipped").size());
        }
    }

    @Test
    void names_within_a_file_are_distinct() throws Exception {
        List<String> names = all(parse(JUnitXml.render(Records.many(1, 20).get(0))), "testcase").stream()
                .map(test -> test.getAttribute("classname") + "." + test.getAttribute("name"))
                .toList();
        assertEquals(60, Set.copyOf(names).size());
    }

    @Test
    void every_verdict_has_its_element_and_type() throws Exception {
        Map<String, String> found = new java.util.TreeMap<>();
        for (Element test : all(parse(JUnitXml.render(Records.rich())), "testcase")) {
            String kind = "passed";
            for (Node child = test.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element) {
                    kind = element.getTagName() + " " + element.getAttribute("type");
                }
            }
            found.put(test.getAttribute("name"), kind);
        }
        assertEquals("passed", found.get("value"));
        assertEquals("failure wrong-value", found.get("gradient"));
        assertEquals("failure not-answered", found.get("witness"));
        assertEquals("error ungradable", found.get("compiles"));
        assertEquals("error harness", found.get("gpu"));
        assertEquals("skipped skipped", found.get("edges"));
        assertEquals("skipped inconclusive", found.get("speed"));
        assertEquals("skipped hidden", found.get("private"));
    }

    @Test
    void an_ungradable_submission_is_never_green() throws Exception {
        Element root = parse(JUnitXml.render(Records.record("x", List.of(), List.of(), "nothing in it", "")));
        assertEquals(1, all(root, "error").size());
        assertEquals("nothing in it", all(root, "error").get(0).getAttribute("message"));
    }

    @Test
    void nothing_depends_on_clock_or_machine() {
        String xml = JUnitXml.render(Records.rich());
        for (String word : List.of("time=", "timestamp", "hostname", "wallMillis")) {
            assertFalse(xml.contains(word), word);
        }
    }
}
