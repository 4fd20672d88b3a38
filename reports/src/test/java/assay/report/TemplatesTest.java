package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.template.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    /** What would let text through unescaped, or make text a template. */
    private static final List<String> FORBIDDEN = List.of(
            "no_esc",
            "noesc",
            "noautoesc",
            "outputformat",
            "?interpret",
            "?eval",
            "?new",
            "?api",
            "?markup_string",
            "<#setting",
            "?string(",
            "<#escape",
            "<#noescape",
            "<#noparse");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources"))) {
            return files.filter(file -> file.toString().contains(".ftl")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_escapes_always(Path template) throws IOException {
        assertTrue(template.toString().endsWith(".ftlh"), "the ending turns escaping on");
        String text = Files.readString(template);
        assertTrue(text.startsWith("<#ftl output_format=\"HTML\">\n"));
        for (String word : FORBIDDEN) {
            assertFalse(text.toLowerCase(java.util.Locale.ROOT).contains(word), word);
        }
        assertFalse(text.matches("(?s).*<#include [^>]*>(?<!parse=false>).*"), "includes are not parsed");
    }

    @Test
    void there_are_templates_to_look_at() throws IOException {
        assertEquals(12, templates().count());
    }

    @Test
    void the_template_engine_is_one_that_escapes() {
        assertTrue(Configuration.getVersion().intValue() >= Configuration.VERSION_2_3_33.intValue());
    }

    @Test
    void texts_are_escaped_numbers_keep_their_digits_and_nothing_is_localised() {
        String page = Templates.render(
                "probe.ftlh", Map.of("text", "<b>&\"'${x}\u0007", "number", 1234567.000123456789, "truth", true));
        assertEquals("&lt;b&gt;&amp;&quot;&#39;${x}␇ 1234567.0001234568 true", page.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"probe-new.ftlh", "probe-api.ftlh", "probe-missing.ftlh"})
    void a_template_reaches_no_class_and_leaves_no_gap(String template) {
        assertThrows(IllegalStateException.class, () -> Templates.render(template, Map.of("text", "x")));
    }
}
