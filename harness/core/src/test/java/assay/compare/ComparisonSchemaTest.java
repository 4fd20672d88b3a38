package assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import assay.testkit.Golden;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonSchemaTest {
    private static final Schema SCHEMA = schema();

    @TempDir
    Path folder;

    static List<Path> published() throws IOException {
        try (Stream<Path> entries = Files.list(Golden.root().resolve("reports/published/comparisons"))) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.resolve(ComparisonFile.NAME))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void a_published_comparison_follows_the_schema_and_reads_as_it_was_written(Path file) throws IOException {
        String text = Files.readString(file);
        assertEquals(List.of(), SCHEMA.validate(text, InputFormat.JSON));
        assertEquals(text, ComparisonFile.toJson(ComparisonFile.read(file)));
    }

    @Test
    void a_fresh_comparison_follows_it_with_runs_that_failed_and_diverged() throws IOException {
        assertEquals(List.of(), SCHEMA.validate(fresh("well", "better", "fail", "diverge"), InputFormat.JSON));
        assertEquals(List.of(), SCHEMA.validate(fresh("fail"), InputFormat.JSON));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"standing\" : \"|\"standing\" : \"NEARLY_",
                "\"experiment\"|\"experimemt\"",
                "assay/comparison/1|assay/comparison/2",
                "\"seeds\" : 2|\"seeds\" : 0",
                "\"mean\" : |\"mean\" : \"NaN\", \"was\" : "
            })
    void what_is_wrong_is_refused(String right, String wrong) throws IOException {
        String good = fresh("well", "better");
        String bad = good.replace(right, wrong);
        assertFalse(bad.equals(good), "nothing was replaced in " + good);
        assertFalse(SCHEMA.validate(bad, InputFormat.JSON).isEmpty());
    }

    private String fresh(String... does) throws IOException {
        Plan plan = Fakes.plan(2, does);
        return ComparisonFile.toJson(
                Analysis.of(plan, Fakes.run(plan, folder), 1, Map.of("assay.version", "development")));
    }

    private static Schema schema() {
        try (InputStream text = Comparison.class.getResourceAsStream("/assay/schema/comparison.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
