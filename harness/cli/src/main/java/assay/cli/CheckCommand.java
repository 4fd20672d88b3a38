package assay.cli;

import assay.assignment.Assignment;
import assay.grade.Grader;
import assay.parity.Parity;
import assay.parity.ParityFile;
import assay.parity.Stopwatch;
import assay.report.ReportWriter;
import assay.result.ResultRecord;
import assay.result.SubmissionKey;
import assay.run.Device;
import assay.run.GradingException;
import assay.run.References;
import assay.run.Sandbox;
import assay.submission.AnswersReader;
import assay.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Check one submission: what a student does before handing in. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check your own solution before you hand it in: says what is wrong and where.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SUBMISSION", description = "folder, .zip or .tar.gz with answers.yaml, .java, .py files")
    private Path submission = Path.of(".");

    @Option(
            names = {"-a", "--assignment"},
            paramLabel = "ID",
            description = "the assignment, when answers.yaml does not name it")
    private Optional<String> assignmentName = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "where the report goes; default: assay-report/ in the current folder")
    private Path out = Path.of("assay-report");

    @Option(names = "--public", description = "run only the public checks, as a student's kit does")
    private boolean onlyPublic;

    @Mixin
    private RunOptions run = new RunOptions();

    private final Console console;
    private final Workspace workspace;

    CheckCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(submission)) {
            throw new UsageException("there is no file or folder '" + submission + "'");
        }
        submission = submission.toRealPath();
        if (!SubmissionReader.accepts(submission)) {
            throw new UsageException("'" + submission + "' must be a folder, a .zip or a .tar.gz"
                    + (Files.isRegularFile(submission)
                            ? "; give the folder that holds it: '" + submission.getParent() + "'"
                            : ""));
        }
        Assignment assignment = workspace.assignment(name(), !onlyPublic);
        Path folder = out.resolve(SubmissionKey.of(SubmissionReader.idOf(submission)));
        List<Device> devices = run.devices();
        if (devices.size() == 1) {
            return ExitCode.of(List.of(check(assignment, devices.get(0), folder)))
                    .code();
        }
        return all(assignment, devices, folder);
    }

    private ResultRecord check(Assignment assignment, Device device, Path folder) throws IOException {
        try (Sandbox sandbox = workspace.sandbox(true, 1, device, Optional.empty())) {
            ResultRecord result = grade(assignment, device, sandbox, folder);
            ReportWriter.writeSubmission(result, folder);
            Summary.print(result, console);
            report(folder);
            return result;
        }
    }

    /** Check on several devices; what lies in the folder itself is that of the first, others have folders of their own. */
    private int all(Assignment assignment, List<Device> devices, Path folder) throws IOException {
        SideBySide sides = new SideBySide(assignment, References.find(assignment));
        Map<Device, String> notRun = new EnumMap<>(Device.class);
        List<ResultRecord> results = new ArrayList<>();
        for (Device device : devices) {
            Path place = results.isEmpty() ? folder : folder.resolve(device.word());
            try (Stopwatch sandbox = new Stopwatch(workspace.sandbox(true, 1, device, Optional.empty()))) {
                ResultRecord result = grade(assignment, device, sandbox, place);
                ReportWriter.writeSubmission(result, place);
                sides.add(device, result, place, sandbox.millis());
                results.add(result);
            } catch (GradingException e) {
                if (device == Device.CPU) {
                    throw e;
                }
                notRun.put(device, String.valueOf(e.getMessage()));
            }
        }
        Parity parity = sides.write(notRun);
        ReportWriter.writeSubmission(results.get(0), folder);
        Summary.print(results.get(0), console);
        SideBySide.print(parity, console);
        report(folder);
        return notRun.isEmpty() ? ExitCode.of(results).code() : ExitCode.NOT_JUDGED.code();
    }

    private ResultRecord grade(Assignment assignment, Device device, Sandbox sandbox, Path folder) throws IOException {
        References references = References.find(assignment);
        Files.deleteIfExists(folder.resolve(ParityFile.NAME));
        return new Grader(
                        assignment,
                        references,
                        sandbox,
                        workspace.options(run.secret()).on(device))
                .grade(submission, folder);
    }

    private void report(Path folder) {
        console.say("Report: "
                + folder.resolve("index.html").toAbsolutePath().normalize().toUri());
    }

    private String name() throws IOException {
        Optional<String> named = assignmentName.isPresent()
                ? assignmentName
                : Files.isDirectory(submission) ? AnswersReader.assignmentOf(submission) : Optional.empty();
        List<String> all = workspace.assignments();
        if (named.isPresent()) {
            return named.get();
        } else if (all.size() == 1) {
            return all.get(0);
        }
        Optional<String> problem =
                Files.isDirectory(submission) ? AnswersReader.problemOf(submission) : Optional.empty();
        throw new UsageException(problem.map(text -> text + ". And which").orElse("which")
                + " assignment is this? Name it with --assignment, or in answers.yaml"
                + " ('assignment: " + (all.isEmpty() ? "..." : all.get(0)) + "'); known: " + String.join(", ", all));
    }
}
