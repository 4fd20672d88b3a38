package assay.cli;

import assay.assignment.Assignment;
import assay.grade.Grader;
import assay.grade.Rechecker;
import assay.report.ReportWriter;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.References;
import assay.run.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judge stored answers again: after a corrected tolerance, without running one submission. */
@Command(
        name = "recheck",
        mixinStandardHelpOptions = true,
        description = "Judge the stored answers of a class again with the assignment as it is now; runs no submission.")
final class RecheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "what 'grade' wrote")
    private Path out = Path.of(".");

    @Option(
            names = {"-a", "--assignment"},
            paramLabel = "ID",
            description = "id or folder of the assignment; default: the one that the results name")
    private Optional<String> assignmentName = Optional.empty();

    private final Console console;
    private final Workspace workspace;

    RecheckCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> folders = ReportCommand.stored(out);
        String name = assignmentName.isPresent()
                ? assignmentName.get()
                : ResultFile.read(folders.get(0)).assignment();
        Assignment assignment = workspace.assignment(name, true);
        List<ResultRecord> results = new ArrayList<>();
        int changed = 0;
        try (Sandbox sandbox = workspace.sandbox(false, 1)) {
            Grader grader = new Grader(assignment, References.find(assignment), sandbox, workspace.options(""));
            for (Path folder : folders) {
                ResultRecord before = ResultFile.read(folder);
                ResultRecord after = new Rechecker(out).recheck(folder, grader);
                ReportWriter.writeSubmission(after, folder);
                results.add(after);
                if (before.score().points() != after.score().points()) {
                    changed++;
                    console.say(Console.name(after.submission()) + ": "
                            + Summary.number(before.score().points()) + " -> "
                            + Summary.number(after.score().points()) + " points");
                }
            }
        }
        console.say(folders.size() + " submissions judged again, " + changed + " with other points.");
        ReportCommand.finish(out, results, console);
        return ExitCode.of(results).code();
    }
}
