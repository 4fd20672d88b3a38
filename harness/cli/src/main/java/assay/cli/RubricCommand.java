package assay.cli;

import assay.assignment.Assignment;
import assay.grade.OutFolder;
import assay.report.MarkingPage;
import assay.report.MarksCsv;
import assay.report.ReportWriter;
import assay.result.AtomicFile;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.score.ProseScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hand what no program can judge to a person, and take the marks back. */
@Command(
        name = "rubric",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(export | import)",
        description = "Let a person mark the prose parts of a graded class: write the marks file, read it back.")
final class RubricCommand {
    private static final String MARKS = "marks.csv";

    private final Console console;
    private final Workspace workspace;

    RubricCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write marks.csv, to be filled in, and marking.html, which shows what was handed in.")
    int exportMarks(
            @Parameters(paramLabel = "FOLDER", description = "what 'grade' wrote") Path out,
            @Option(names = "--marks", paramLabel = "FILE", description = "default: marks.csv in FOLDER")
                    Optional<Path> file)
            throws IOException {
        List<ResultRecord> results = read(out);
        Path marks = file.orElse(out.resolve(MARKS));
        if (Files.exists(marks)) {
            throw new UsageException(
                    "'" + marks + "' exists already and may hold marks; import it or move it away first");
        }
        Assignment assignment = workspace.assignment(results.get(0).assignment(), true);
        Path page = out.resolve("marking.html");
        AtomicFile.write(page, MarkingPage.render(assignment.title(), assignment.rubric(), results));
        AtomicFile.write(marks, MarksCsv.render(results));
        console.say(pending(results));
        console.say("Read: " + page.toAbsolutePath().normalize().toUri());
        console.say("Fill in: " + marks.toAbsolutePath().normalize());
        console.say("Then: assay rubric import " + out + (file.isPresent() ? " --marks " + marks : ""));
        return ExitCode.PASSED.code();
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Read the filled-in marks, store them with the results and write the reports again.")
    int importMarks(
            @Parameters(paramLabel = "FOLDER", description = "what 'grade' wrote") Path out,
            @Option(names = "--marks", paramLabel = "FILE", description = "default: marks.csv in FOLDER")
                    Optional<Path> file)
            throws IOException {
        List<Path> folders = ReportCommand.stored(out);
        Path marks = file.orElse(out.resolve(MARKS));
        if (!Files.isRegularFile(marks)) {
            throw new UsageException("there is no file '" + marks + "'; 'assay rubric export " + out + "' writes it");
        }
        try (OutFolder held = OutFolder.hold(out)) {
            held.tidy();
            store(out, MarksCsv.apply(marks, read(out)), folders);
        } catch (MarksCsv.BadMarks e) {
            throw new UsageException(e.getMessage() + "\nNothing was changed.");
        }
        return ExitCode.PASSED.code();
    }

    private void store(Path out, List<ResultRecord> after, List<Path> folders) throws IOException {
        for (int i = 0; i < folders.size(); i++) {
            ResultFile.write(after.get(i), folders.get(i));
            ReportWriter.writeSubmission(after.get(i), folders.get(i));
        }
        console.say(pending(after));
        ReportCommand.finish(out, after, console);
    }

    private static List<ResultRecord> read(Path out) throws IOException {
        List<ResultRecord> results = new ArrayList<>();
        for (Path folder : ReportCommand.stored(out)) {
            results.add(ResultFile.read(folder));
        }
        if (results.stream().allMatch(result -> result.prose().isEmpty())) {
            throw new UsageException("'" + out + "' holds nothing for a person to mark: the assignment '"
                    + results.get(0).assignment() + "' has no private/rubric.yaml, or was graded before it had one");
        }
        return results;
    }

    private static String pending(List<ResultRecord> results) {
        List<ProseScore> all =
                results.stream().flatMap(result -> result.prose().stream()).toList();
        long pending = all.stream().filter(one -> !one.marked()).count();
        return all.size() - pending + " of " + all.size() + " items are marked, " + pending + " pending.";
    }
}
