package assay.cli;

import assay.assignment.Assignment;
import assay.result.ResultRecord;
import assay.run.Trees;
import assay.verify.SampleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grade the sample class of an assignment, to see what Assay does. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Grade the sample class of an assignment (right, wrong, published and hostile ones) and show the report.")
final class DemoCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ASSIGNMENT", description = "default: dnn-basics")
    private String assignmentName = "dnn-basics";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "where the reports go; an earlier demo there is replaced; default: assay-demo")
    private Path out = Path.of("assay-demo");

    private final Console console;
    private final Workspace workspace;

    DemoCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        Assignment assignment = workspace.assignment(assignmentName, true);
        List<Path> samples = SampleVerifier.samples(assignment);
        if (samples.isEmpty()) {
            throw new UsageException("'" + assignmentName + "' has no samples to show");
        }
        if (Files.exists(out.resolve("index.html")) && Files.isDirectory(out.resolve("submissions"))) {
            Trees.delete(out);
        }
        ClassRun.refuseUsed(out);
        console.say("Grading the sample class of '" + assignment.title() + "': " + samples.size() + " submissions.");
        int slots = Runtime.getRuntime().availableProcessors();
        List<ResultRecord> results = new ClassRun(workspace, console, out)
                .grade(assignment, samples, new ClassRun.ClassSettings("", false, slots));
        boolean judged = ExitCode.of(results) != ExitCode.NOT_JUDGED;
        return judged ? 0 : ExitCode.NOT_JUDGED.code();
    }
}
