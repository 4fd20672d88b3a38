package assay.cli;

import assay.compare.bench.BadBench;
import assay.compare.bench.BenchComparison;
import assay.compare.bench.BenchFile;
import assay.compare.bench.BenchStanding;
import assay.report.BenchMarkdown;
import assay.report.BenchPage;
import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compare two files of benchmarks. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Compare two files of ./assay bench: B to A, with intervals, and say where no difference was shown.",
        footer = {
            "",
            "What each process measured is one observation. The ratio of B to A comes with a 95 %% interval after Welch;"
                    + " slower or faster is said where the probability, corrected after Holm over all benchmarks, is at most"
                    + " 0.05 and the difference at least 2 %%. Files that measured different things are refused, and other"
                    + " machines or JDKs are warned of. The plain JSON of JMH is read, too.",
            "",
            "Exit codes: 0 compared, whatever the outcome, 64 the files cannot be compared."
        })
final class CompareBenchCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A.json", description = "before")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B.json", description = "after")
    private Path second = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "where the page goes; default: assay-compare/bench")
    private Path out = Path.of("assay-compare", "bench");

    @Option(names = "--markdown", description = "write comparison.md as well")
    private boolean markdown;

    private final Console console;

    CompareBenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        BenchComparison comparison = compare();
        comparison.warnings().forEach(warning -> console.note("Note: " + warning));
        BenchPage.lines(comparison).forEach(console::say);
        Path page = out.resolve("index.html");
        AtomicFile.write(page, BenchPage.render(comparison));
        if (markdown) {
            AtomicFile.write(out.resolve("comparison.md"), BenchMarkdown.render(comparison));
        }
        console.say("");
        console.say(comparison.count(BenchStanding.SLOWER) + " slower, " + comparison.count(BenchStanding.FASTER)
                + " faster, " + comparison.count(BenchStanding.NOT_SHOWN) + " without a difference shown"
                + (comparison.count(BenchStanding.UNKNOWN) > 0
                        ? ", " + comparison.count(BenchStanding.UNKNOWN) + " of one fork, which cannot be told"
                        : "")
                + ".");
        console.say("Report: " + page);
        return ExitCode.PASSED.code();
    }

    private BenchComparison compare() throws IOException {
        for (Path file : new Path[] {first, second}) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("there is no file " + file + "; ./assay bench writes such files");
            }
        }
        try {
            return BenchComparison.of(BenchFile.read(first), BenchFile.read(second));
        } catch (BadBench e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
