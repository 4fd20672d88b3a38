package assay.report;

import assay.compare.Comparison;
import assay.compare.ComparisonFile;
import assay.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published pages are golden files: what the numbers beside them look like today. */
class PublishedComparisonsTest {
    private static final String FOLDER = "reports/published/comparisons/";

    static List<String> published() throws IOException {
        try (Stream<Path> entries = Files.list(Golden.root().resolve(FOLDER))) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void the_pages_are_what_their_numbers_give(String id) throws IOException {
        String folder = FOLDER + id;
        Comparison comparison =
                ComparisonFile.read(Golden.root().resolve(folder).resolve(ComparisonFile.NAME));
        Golden.check(folder + "/index.html", ComparisonPage.render(comparison));
        Golden.check(folder + "/comparison.md", ComparisonMarkdown.render(comparison));
        Golden.check(folder + "/comparison.csv", ComparisonCsv.render(comparison));
    }
}
