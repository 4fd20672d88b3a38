package assay.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class YamlReaderTest {
    private static final int MANY = 100_000;

    @ParameterizedTest(name = "{0} is read as {1}")
    @CsvSource({
        "1, NUMBER",
        "-2.5e-3, NUMBER",
        ".5, NUMBER",
        "1/9, STRING",
        "no, STRING",
        "0x10, STRING",
        "1_000, STRING",
        "1e9999, STRING",
        "true, BOOLEAN",
        "'\"true\"', STRING",
        "~, NULL"
    })
    void resolves_plain_scalars_like_json(String written, String type) throws BadYaml {
        JsonNode root = YamlReader.parse("a: " + written, "f.yaml").root();
        assertEquals(type, root.path("a").getNodeType().name());
    }

    @Test
    void knows_the_line_of_every_node() throws BadYaml {
        YamlDocument document = YamlReader.parse("a: 1\nb:\n  c/d: [1,\n    2]\n", "f.yaml");
        assertEquals(3, document.place().line("/b/c~1d"));
        assertEquals(4, document.place().line("/b/c~1d/1"));
        assertEquals(3, document.place().line("/b/c~1d/1000/x"));
    }

    @ParameterizedTest(name = "line {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'a: &x [1]\nb: *x'; 1; anchor",
                "'a: 1\na: 2'; 2; second time",
                "'a:\n\t- 1'; 2; tab",
                "'a: [1, 2'; 1; not valid YAML",
                "'a: 1\n---\nb: 2'; 2; second YAML document",
                "'a: !!java.net.URL x'; 1; tag",
                "'a: !x 1'; 1; tag",
                "'? [1, 2]\n: 3'; 1; used as a key"
            })
    void names_the_line_of_what_it_refuses(String text, int line, String words) {
        BadYaml refused = assertThrows(BadYaml.class, () -> YamlReader.parse(text, "f.yaml"));
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
        assertEquals("f.yaml:" + line, refused.where());
    }

    @Test
    void refuses_nesting_that_would_overflow_a_stack() {
        String deep = "[".repeat(MANY) + "]".repeat(MANY);
        BadYaml refused = assertThrows(BadYaml.class, () -> YamlReader.parse(deep, "f.yaml"));
        assertTrue(refused.problem().contains("deeper"), refused.problem());
    }

    @Test
    void refuses_an_alias_bomb_without_unfolding_it() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThrows(BadYaml.class, () -> YamlReader.parse(bomb.toString(), "f.yaml"));
    }

    @Test
    void refuses_more_values_than_anybody_writes() {
        String many = "a: [" + "1,".repeat(3 * MANY) + "1]";
        assertThrows(BadYaml.class, () -> YamlReader.parse(many, "f.yaml"));
    }

    @Test
    void refuses_an_empty_file() {
        BadYaml refused = assertThrows(BadYaml.class, () -> YamlReader.parse("# nothing\n", "f.yaml"));
        assertEquals("f.yaml", refused.where());
        assertEquals("is empty", refused.problem());
    }

    @Test
    void refuses_binary_files_and_files_that_are_too_long(@TempDir Path folder) throws Exception {
        Path binary = Files.write(folder.resolve("a"), new byte[] {'a', ':', ' ', (byte) 0xff, 0});
        Path nul = Files.write(folder.resolve("b"), "a: 1\nb: \0".getBytes(StandardCharsets.UTF_8));
        Path longer = Files.write(folder.resolve("c"), new byte[11]);
        assertTrue(assertThrows(BadYaml.class, () -> YamlReader.read(binary, "a", 99))
                .problem()
                .contains("UTF-8"));
        assertEquals(
                "b:2",
                assertThrows(BadYaml.class, () -> YamlReader.read(nul, "b", 99)).where());
        assertTrue(assertThrows(BadYaml.class, () -> YamlReader.read(longer, "c", 10))
                .problem()
                .contains("11 bytes"));
    }
}
