package assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        for (Path file : List.of(first, second)) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("there is no file " + file + "; ./assay bench writes such files");
            }
        }
        new BenchReport(console, out).show(first, second, markdown);
        return ExitCode.PASSED.code();
    }
}
