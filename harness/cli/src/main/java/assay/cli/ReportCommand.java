package assay.cli;

import assay.grade.OutFolder;
import assay.grade.StoredResults;
import assay.report.ReportWriter;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Write the reports again from the stored results. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write the reports of a graded class again from its stored results; nothing is run or judged.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "what 'grade' or 'check' wrote")
    private Path out = Path.of(".");

    private final Console console;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        stored(out);
        try (OutFolder held = OutFolder.hold(out)) {
            held.tidy();
            List<ResultRecord> results = new ArrayList<>();
            for (Path folder : stored(out)) {
                ResultRecord result = ResultFile.read(folder);
                ReportWriter.writeSubmission(result, folder);
                results.add(result);
            }
            finish(out, results, console);
            return ExitCode.of(results).code();
        }
    }

    /** Return the folders with results below {@code out}; complain when there are none. */
    static List<Path> stored(Path out) throws IOException {
        List<Path> folders = Files.isDirectory(out) ? new StoredResults(out).folders() : List.of();
        if (folders.isEmpty()) {
            throw new UsageException("'" + out + "' holds no results; name a folder that 'grade' or 'check' wrote");
        }
        return folders;
    }

    static void finish(Path out, List<ResultRecord> results, Console console) throws IOException {
        boolean single = Files.isRegularFile(out.resolve(ResultFile.NAME));
        if (!single) {
            ReportWriter.writeClass(results, out);
        }
        Summary.notJudged(results).ifPresent(console::note);
        console.say("Report: "
                + out.resolve("index.html").toAbsolutePath().normalize().toUri());
    }
}
