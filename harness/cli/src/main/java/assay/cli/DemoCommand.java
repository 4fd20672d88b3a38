package assay.cli;

import assay.assignment.Assignment;
import assay.grade.ClassGrader;
import assay.grade.HandIn;
import assay.report.ReportWriter;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.Device;
import assay.run.Trees;
import assay.verify.ErrataReader;
import assay.verify.SampleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
                .grade(
                        assignment,
                        samples.stream().map(HandIn::at).toList(),
                        new ClassRun.ClassSettings(
                                "",
                                false,
                                slots,
                                Device.CPU,
                                Optional.empty(),
                                false,
                                assignmentName,
                                Optional.empty()));
        explainPublished(assignment, results);
        boolean judged = ExitCode.of(results) != ExitCode.NOT_JUDGED;
        return judged ? 0 : ExitCode.NOT_JUDGED.code();
    }

    /** Say on the page of the published answers what they get wrong, in a sentence with numbers each. */
    private void explainPublished(Assignment assignment, List<ResultRecord> results) throws IOException {
        List<String> sentences = ErrataReader.sentences(assignment);
        for (ResultRecord result : results) {
            if (result.submission().equals(ErrataReader.sample()) && !sentences.isEmpty()) {
                Path folder = out.resolve(ClassGrader.SUBMISSIONS).resolve(result.key());
                ResultRecord explained = result.withNotes(sentences);
                ResultFile.write(explained, folder);
                ReportWriter.writeSubmission(explained, folder);
                console.say("What the published answers get wrong: "
                        + folder.resolve("index.html")
                                .toAbsolutePath()
                                .normalize()
                                .toUri());
            }
        }
    }
}
