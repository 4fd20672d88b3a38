package assay.cli;

import assay.compare.bench.BadBench;
import assay.compare.bench.BenchComparison;
import assay.compare.bench.BenchFile;
import assay.compare.bench.BenchStanding;
import assay.report.BenchMarkdown;
import assay.report.BenchPage;
import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/** Tell on the terminal and on a page how two files of benchmarks compare. */
final class BenchReport {
    private final Console console;
    private final Path folder;

    /** Write the page into {@code folder}. */
    BenchReport(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
    }

    /**
     * Compare {@code second} with {@code first}.
     *
     * @throws UsageException if they cannot be compared
     */
    void show(Path first, Path second, boolean markdown) throws IOException {
        BenchComparison comparison = compare(first, second);
        comparison.warnings().forEach(warning -> console.note("Note: " + warning));
        BenchPage.lines(comparison).forEach(console::say);
        Path page = folder.resolve("index.html");
        AtomicFile.write(page, BenchPage.render(comparison));
        if (markdown) {
            AtomicFile.write(folder.resolve("comparison.md"), BenchMarkdown.render(comparison));
        }
        long unknown = comparison.count(BenchStanding.UNKNOWN);
        console.say("");
        console.say(comparison.count(BenchStanding.SLOWER) + " slower, " + comparison.count(BenchStanding.FASTER)
                + " faster, " + comparison.count(BenchStanding.NOT_SHOWN) + " without a difference shown"
                + (unknown > 0 ? ", " + unknown + " of one fork, which cannot be told" : "") + ".");
        console.say("Report: " + page);
    }

    private static BenchComparison compare(Path first, Path second) throws IOException {
        try {
            return BenchComparison.of(BenchFile.read(first), BenchFile.read(second));
        } catch (BadBench e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
