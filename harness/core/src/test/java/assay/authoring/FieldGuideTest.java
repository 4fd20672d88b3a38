package assay.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.YamlReader;
import assay.check.CheckKinds;
import assay.testkit.Golden;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldGuideTest {
    private static final String MARK = "<!-- made from the code, do not edit below -->\n";
    private static final Map<String, String> SCHEMAS = EditorSchema.all();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Golden.root().resolve("assignments"))) {
            return all
                    .filter(file -> file.toString().endsWith(".yaml") && SCHEMAS.containsKey(schemaOf(file)))
                    .toList()
                    .stream();
        }
    }

    private static String schemaOf(Path file) {
        String name = file.getFileName().toString();
        return name.replace("selfcheck", "grading").replace(".yaml", ".schema.json");
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMAS.get(name));
    }

    private static List<?> objections(Path file, String yaml) throws Exception {
        Path written = Files.writeString(Files.createTempFile("schema", ".yaml"), yaml);
        try {
            String json =
                    YamlReader.read(written, file.toString(), 4 << 20).root().toString();
            return schema(schemaOf(file)).validate(json, InputFormat.JSON);
        } finally {
            Files.delete(written);
        }
    }

    @Test
    void the_page_for_authors_is_current() throws IOException {
        String page = Files.readString(Golden.root().resolve("assignments/README.md"));
        String head = page.substring(0, page.indexOf(MARK));
        Golden.check("assignments/README.md", head + MARK + "\n" + FieldGuide.render());
    }

    @Test
    void every_kind_is_on_the_page() {
        String page = FieldGuide.render();
        CheckKinds.names().forEach(name -> assertTrue(page.contains("### `" + name + "`\n"), name));
    }

    @Test
    void the_schemas_are_current() {
        SCHEMAS.forEach((name, text) -> Golden.check("assignments/schema/" + name, text));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_of_every_assignment_fits_its_schema(Path file) throws Exception {
        assertEquals(List.of(), objections(file, Files.readString(file)));
    }

    @Test
    void a_schema_sees_a_misspelt_key_and_an_unknown_kind() throws Exception {
        Path grading = Path.of("grading.yaml");
        String right = "schema: assay/grading/1\ntasks: {a: {checks: {b: {kind: close-to, answer: c}}}}";
        assertEquals(List.of(), objections(grading, right));
        assertFalse(objections(grading, right.replace("answer", "anwser")).isEmpty());
        assertFalse(objections(grading, right.replace("close-to", "near-to")).isEmpty());
    }
}
