package assay.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.compare.ComparisonFile;
import assay.compare.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonReportsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</style><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "</title></svg><svg onload=alert(1)>",
                "${7*7} #{7*7} [=7*7]",
                "| [x](javascript:alert(1)) `y` *z*"
            })
    void whatever_a_worker_or_an_author_writes_comes_out_as_text(String payload) {
        Document page = Jsoup.parse(ComparisonPage.render(Comparisons.rich(payload)));
        Document harmless = Jsoup.parse(ComparisonPage.render(Comparisons.rich("h".repeat(payload.length()))));
        assertEquals(harmless.getAllElements().size(), page.getAllElements().size(), "no element comes or goes");
        assertEquals(payload.strip(), page.select("h1").text());
        assertTrue(page.select(".alert .hint").text().contains(payload.strip()));
        String markdown = ComparisonMarkdown.render(Comparisons.rich(payload));
        assertFalse(markdown.replace("\\<", "").contains("<"), markdown);
        assertFalse(markdown.replace("\\]", "").contains("](javascript"), markdown);
        long bars = ComparisonMarkdown.render(Comparisons.rich("h"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .mapToLong(line -> line.chars().filter(c -> c == '|').count())
                .sum();
        long found = markdown.lines()
                .filter(line -> line.startsWith("|"))
                .mapToLong(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count())
                .sum();
        assertEquals(bars, found, "no cell comes or goes");
    }

    @Test
    void the_page_says_what_a_reader_must_know_first() {
        Document page = Jsoup.parse(ComparisonPage.render(Comparisons.rich("x")));
        String warnings = page.select(".warnings").text();
        assertTrue(warnings.contains("quick look"), warnings);
        assertTrue(warnings.contains("drawn by a generator"), warnings);
        assertTrue(warnings.contains("2 trainings ran side by side"), warnings);
        assertTrue(warnings.contains("2 trainings ran away"), warnings);
        assertTrue(page.select("table.figures").text().contains("better by more than the margin"));
        assertEquals(4, page.select("img").size());
    }

    @Test
    void the_table_of_runs_has_a_row_for_each_also_for_the_failed() {
        List<String> lines =
                ComparisonCsv.render(Comparisons.rich("=1+1")).lines().toList();
        assertEquals(
                "experiment,data,variant,seed,accuracy,seconds,diverged,wall-seconds,digest,at,failure", lines.get(0));
        assertEquals("fake,digits,a,1,95.1,3.0,false,2.5,'=1+1,2026-01-01,", lines.get(1));
        assertEquals("fake,digits,b,4,,,,,,,'=1+1", lines.get(7));
    }

    @Test
    void pixels_come_out_of_the_png_as_they_went_in() throws IOException {
        byte[] planes = {(byte) 200, 10, 20, 30, (byte) 255, 0};
        Picture colour = new Picture(2, 1, 3, Base64.getEncoder().encodeToString(planes), "", "", 0, 0);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngPicture.png(colour)));
        assertEquals(0xffc814ff, read.getRGB(0, 0));
        assertEquals(0xff0a1e00, read.getRGB(1, 0));
        Picture grey = new Picture(
                2, 2, 1, Base64.getEncoder().encodeToString(new byte[] {0, 1, 2, (byte) 255}), "", "", 0, 0);
        int[] samples = ImageIO.read(new ByteArrayInputStream(PngPicture.png(grey)))
                .getRaster()
                .getSamples(0, 0, 2, 2, 0, (int[]) null);
        assertArrayEquals(new int[] {0, 1, 2, 255}, samples);
        Picture signed =
                new Picture(2, 1, 1, Base64.getEncoder().encodeToString(new byte[] {(byte) 128, 1}), "", "", 0, 2);
        BufferedImage weights = ImageIO.read(new ByteArrayInputStream(PngPicture.png(signed)));
        assertEquals(0xffffffff, weights.getRGB(0, 0), "zero is white");
        assertEquals(0xff1a5a9e, weights.getRGB(1, 0), "the most negative is the full blue");
    }

    @Test
    void all_four_files_are_written(@TempDir Path folder) throws IOException {
        ReportWriter.writeComparison(Comparisons.rich("x"), folder);
        for (String name : List.of("comparison.json", "comparison.csv", "comparison.md", "index.html")) {
            assertTrue(Files.size(folder.resolve(name)) > 100, name);
        }
        assertEquals(
                ComparisonPage.render(Comparisons.rich("x")),
                ComparisonPage.render(ComparisonFile.read(folder.resolve("comparison.json"))));
    }
}
