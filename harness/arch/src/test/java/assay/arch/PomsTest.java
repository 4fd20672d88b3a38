package assay.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Hold what the style sheet says about poms. */
class PomsTest {
    private static final Path ROOT_POM = Project.ROOT.resolve("pom.xml");
    private static final Path LIBRARIES = Project.ROOT.resolve("harness/decisions/0000-libraries.md");

    @Test
    void every_pom_is_a_module_of_the_root() throws Exception {
        Set<String> listed = new TreeSet<>();
        for (Element module : elements(read(ROOT_POM), "module")) {
            listed.add(module.getTextContent() + "/pom.xml");
        }
        Set<String> found = new TreeSet<>();
        for (Path pom : modulePoms()) {
            found.add(Project.name(pom));
        }
        assertTrue(found.size() > 5, "only " + found);
        assertEquals(listed, found);
    }

    @Test
    void versions_live_in_the_root_pom_only() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path pom : modulePoms()) {
            Document document = read(pom);
            for (String owner : List.of("dependency", "plugin", "path", "extension")) {
                for (Element element : elements(document, owner)) {
                    String version = text(element, "version");
                    if (!version.isEmpty()) {
                        found.add(Project.name(pom) + ": " + text(element, "artifactId") + " " + version);
                    }
                }
            }
            for (String managed : List.of("dependencyManagement", "pluginManagement")) {
                if (!elements(document, managed).isEmpty()) {
                    found.add(Project.name(pom) + ": " + managed);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void every_library_and_plugin_is_argued_for() throws Exception {
        String argued = Files.readString(LIBRARIES);
        List<String> unargued = new ArrayList<>();
        Document root = read(ROOT_POM);
        for (String owner : List.of("dependency", "plugin", "path")) {
            for (Element element : elements(root, owner)) {
                String name = text(element, "artifactId");
                if (!name.startsWith("assay") && !argued.contains("`" + name + "`")) {
                    unargued.add(name);
                }
            }
        }
        assertEquals(List.of(), unargued, "without a line in " + Project.name(LIBRARIES));
    }

    private static List<Path> modulePoms() {
        // A hostile submission may have a pom, too.
        return Project.files(file -> file.endsWith("pom.xml")
                && !file.equals(ROOT_POM)
                && !Project.name(file).contains("/src/"));
    }

    private static Document read(Path pom) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(pom.toFile());
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The text of the child {@code name}, or "" if there is none. */
    private static String text(Element element, String name) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }
}
