package assay.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    @TempDir
    Path folder;

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_submission_gets_a_page_and_junit_xml_and_nothing_else() throws IOException {
        ReportWriter.writeSubmission(Records.rich(), folder.resolve("a/b"));
        assertEquals(List.of("index.html", "junit.xml"), names(folder.resolve("a/b")));
    }

    @Test
    void a_class_gets_a_page_and_a_table() throws IOException {
        ReportWriter.writeClass(GoldenTest.smallClass(), folder);
        assertEquals(List.of("index.html", "scores.csv"), names(folder));
    }

    @Test
    void writing_again_gives_the_same_bytes_wherever_in_the_world() throws IOException {
        ReportWriter.writeSubmission(Records.rich(), folder.resolve("first"));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            ReportWriter.writeSubmission(Records.rich(), folder.resolve("second"));
        } finally {
            Locale.setDefault(before);
        }
        for (String name : names(folder.resolve("first"))) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(name)),
                    Files.readAllBytes(folder.resolve("second").resolve(name)),
                    name);
        }
    }

    @Test
    void an_old_report_is_replaced() throws IOException {
        Files.writeString(folder.resolve("index.html"), "old");
        ReportWriter.writeSubmission(Records.rich(), folder);
        assertEquals(SubmissionPage.render(Records.rich()), Files.readString(folder.resolve("index.html")));
        assertEquals(List.of("index.html", "junit.xml"), names(folder));
    }
}
