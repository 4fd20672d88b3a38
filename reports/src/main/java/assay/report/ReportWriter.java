package assay.report;

import assay.result.ResultRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Write the reports of a submission or a class into a folder. Every file is written under another name first and then
 * moved, so that a reader never sees half of it; nothing but the records goes in, so that writing again gives the same
 * bytes.
 */
public final class ReportWriter {
    private ReportWriter() {}

    /** Write {@code index.html} and {@code junit.xml} into {@code folder}, which is made where it does not exist. */
    public static void writeSubmission(ResultRecord record, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("index.html"), SubmissionPage.render(record));
        write(folder.resolve("junit.xml"), JUnitXml.render(record));
    }

    /**
     * Write {@code index.html} and {@code scores.csv} of a class into {@code out}; the page links to
     * {@code submissions/<key>/index.html}.
     *
     * @param records at least one, all of the same assignment, in any order
     */
    public static void writeClass(List<ResultRecord> records, Path out) throws IOException {
        Files.createDirectories(out);
        write(out.resolve("index.html"), ClassPage.render(records));
        write(out.resolve("scores.csv"), ScoresCsv.render(records));
    }

    private static void write(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".tmp");
        try {
            Files.writeString(
                    unfinished,
                    content,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
