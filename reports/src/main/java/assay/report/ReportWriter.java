package assay.report;

import assay.compare.Comparison;
import assay.compare.ComparisonFile;
import assay.parity.ParityFile;
import assay.result.AtomicFile;
import assay.result.ResultRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Write the reports of a submission or a class into a folder. Every file is written under another name first and then
 * moved, so that a reader never sees half of it; nothing but the records goes in, so that writing again gives the same
 * bytes.
 */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * Write {@code index.html} and {@code junit.xml} into {@code folder}, which is made where it does not exist; a
     * {@code parity.json} that lies there becomes a section of the page.
     */
    public static void writeSubmission(ResultRecord record, Path folder) throws IOException {
        AtomicFile.write(folder.resolve("index.html"), SubmissionPage.render(record, ParityFile.read(folder)));
        AtomicFile.write(folder.resolve("junit.xml"), JUnitXml.render(record));
    }

    /**
     * Write {@code index.html} and {@code scores.csv} of a class into {@code out}; the page links to
     * {@code submissions/<key>/index.html}.
     *
     * @param records at least one, all of the same assignment, in any order
     */
    public static void writeClass(List<ResultRecord> records, Path out) throws IOException {
        AtomicFile.write(out.resolve("index.html"), ClassPage.render(records));
        AtomicFile.write(out.resolve("scores.csv"), ScoresCsv.render(records));
    }

    /** Write {@code comparison.json}, {@code .csv}, {@code .md} and {@code index.html} of a comparison into {@code out}. */
    public static void writeComparison(Comparison comparison, Path out) throws IOException {
        ComparisonFile.write(comparison, out);
        AtomicFile.write(out.resolve("comparison.csv"), ComparisonCsv.render(comparison));
        AtomicFile.write(out.resolve("comparison.md"), ComparisonMarkdown.render(comparison));
        AtomicFile.write(out.resolve("index.html"), ComparisonPage.render(comparison));
    }
}
