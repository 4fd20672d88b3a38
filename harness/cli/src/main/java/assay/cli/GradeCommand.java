package assay.cli;

import assay.assignment.Assignment;
import assay.grade.ClassGrader;
import assay.grade.HandIn;
import assay.run.Device;
import assay.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grade a class: what an instructor does. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = "Grade a class: one folder or archive per student, a page each, an index and a grade book.")
final class GradeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "id or folder of the assignment")
    private String assignmentName = "";

    @Parameters(
            index = "1",
            paramLabel = "SUBMISSIONS",
            description = "folder with one folder, .zip or .tar.gz per student")
    private Path submissions = Path.of(".");

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FOLDER",
            description = "where results and reports go; must be new or empty, unless --resume is given")
    private Path out = Path.of(".");

    @Option(
            names = {"-j", "--slots"},
            paramLabel = "N",
            description = "submissions at a time; default: the number of processors")
    private int slots = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--trusted",
            description =
                    "run code without isolation where the machine offers none; only for code that you wrote yourself")
    private boolean trusted;

    @Option(
            names = "--resume",
            description =
                    "finish a run that was interrupted: grade what has no whole result yet, and what was not judged")
    private boolean resume;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    private final Console console;
    private final Workspace workspace;

    GradeCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(submissions)) {
            throw new UsageException("there is no folder '" + submissions + "'");
        } else if (slots < 1 || slots > 256) {
            throw new UsageException("--slots must be 1 to 256, was " + slots);
        }
        Assignment assignment = workspace.assignment(assignmentName, true);
        if (!assignment.complete()) {
            throw new UsageException("'" + assignmentName + "' has no private/grading.yaml; this is a student's kit,"
                    + " which can check but not grade");
        }
        List<HandIn> sources;
        try {
            sources = ClassGrader.submissionsIn(submissions);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        if (sources.isEmpty() && !resume) {
            throw new UsageException(
                    "'" + submissions + "' holds no submissions; put one folder, .zip or .tar.gz per student there");
        }
        if (!resume) {
            ClassRun.refuseUsed(out);
        }
        List<String> strangers = ClassGrader.strangersIn(submissions);
        if (strangers.contains(Submission.ANSWERS)) {
            throw new UsageException("'" + submissions + "' holds " + Submission.ANSWERS
                    + " and so looks like the submission of one student; give the folder around it");
        }
        strangers.forEach(name ->
                console.note("Note: '" + name + "' is left out; a submission is a folder, a .zip or a .tar.gz."));
        if (run.secret().isEmpty()) {
            console.note("Note: no --secret-file, so the random inputs are the same for everybody who runs Assay.");
        }
        ClassRun.ClassSettings settings = new ClassRun.ClassSettings(
                run.secret(),
                trusted,
                slots,
                Device.CPU,
                cache.open(workspace, assignment),
                resume,
                assignmentName,
                Optional.of(submissions));
        return new ClassOnDevices(workspace, console, out).grade(assignment, sources, run.devices(), settings);
    }
}
