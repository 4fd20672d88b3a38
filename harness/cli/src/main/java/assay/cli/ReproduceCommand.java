package assay.cli;

import assay.assignment.Assignment;
import assay.grade.Change;
import assay.grade.Changes;
import assay.grade.ClassFile;
import assay.grade.Grader;
import assay.grade.HandIn;
import assay.grade.Rules;
import assay.grade.Staging;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.Device;
import assay.run.References;
import assay.run.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grade one submission once more, with the seed of its record, and say whether the same comes out. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description =
                "Grade one submission once more, with the random inputs of its stored result, and print what differs;"
                        + " nothing is stored.")
final class ReproduceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RESULT", description = "a result.json, or the folder that holds it")
    private Path result = Path.of(".");

    @Option(
            names = {"-s", "--submission"},
            paramLabel = "PATH",
            description = "what was handed in; default: where the class was graded from")
    private Optional<Path> submission = Optional.empty();

    @Option(
            names = {"-a", "--assignment"},
            paramLabel = "ID",
            description = "id or folder of the assignment; default: the one that the result names")
    private Optional<String> assignmentName = Optional.empty();

    @Option(names = "--trusted", description = "as for 'grade'")
    private boolean trusted;

    @Mixin
    private SecretOption secret = new SecretOption();

    private final Console console;
    private final Workspace workspace;

    ReproduceCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        Path given = result.toAbsolutePath().normalize();
        Path folder =
                Files.isDirectory(given) ? given : given.resolveSibling("").normalize();
        if (!Files.isRegularFile(folder.resolve(ResultFile.NAME))) {
            throw new UsageException("there is no " + ResultFile.NAME + " in '" + folder + "'");
        }
        ResultRecord before = ResultFile.read(folder);
        Optional<Path> out =
                Optional.ofNullable(folder.getParent()).map(Path::getParent).filter(ClassFile::isIn);
        Assignment assignment = workspace.assignment(name(before, out), true);
        HandIn handIn = handIn(before, out);
        Device device = before.device();
        try (Staging staging = Staging.make();
                Sandbox sandbox = workspace.sandbox(trusted, 1, device, Optional.empty())) {
            Grader grader = new Grader(
                    assignment,
                    References.find(assignment),
                    sandbox,
                    workspace.options(secret.secret()).on(device));
            ResultRecord after = grader.again(handIn, staging.folder(), before).withProse(before.prose());
            Optional<Rules> old = out.isPresent()
                    ? Rules.find(out.get(), before.provenance().facts().getOrDefault("assignment.digest", ""))
                    : Optional.empty();
            boolean same = print(before, after, Changes.between(before, after, old, Rules.of(assignment)));
            ExitCode judged = ExitCode.of(List.of(after));
            return (judged == ExitCode.NOT_JUDGED ? judged : same ? ExitCode.PASSED : ExitCode.WRONG).code();
        }
    }

    private String name(ResultRecord before, Optional<Path> out) throws IOException {
        if (assignmentName.isPresent()) {
            return assignmentName.get();
        }
        return out.isPresent() ? ClassFile.read(out.get()).assignment() : before.assignment();
    }

    private HandIn handIn(ResultRecord before, Optional<Path> out) throws IOException {
        if (submission.isPresent()) {
            return found(before, submission.get());
        }
        if (out.isPresent()) {
            ClassFile graded = ClassFile.read(out.get());
            String file = graded.handIns().getOrDefault(before.submission(), "");
            if (!graded.submissions().isEmpty() && !file.isEmpty()) {
                return found(before, Path.of(graded.submissions()).resolve(file));
            }
        }
        throw new UsageException("where is the submission '" + Console.name(before.submission())
                + "'? The result does not say; name it with --submission");
    }

    /** The id stays that of the record, wherever the submission lies now. */
    private static HandIn found(ResultRecord before, Path source) {
        if (!Files.exists(source)) {
            throw new UsageException("there is no submission '" + source + "'; name it with --submission");
        }
        return new HandIn(before.submission(), source);
    }

    private boolean print(ResultRecord before, ResultRecord after, List<Change> changes) {
        if (ResultFile.toJson(before).equals(ResultFile.toJson(after.withObserved(before.observed())))) {
            console.say("Reproduced: the record of '" + Console.name(before.submission())
                    + "' is the same to the last byte (" + Summary.points(before.score()) + ").");
            return true;
        }
        List<String> facts =
                differences(before.provenance().facts(), after.provenance().facts());
        if (!facts.isEmpty()) {
            console.say("What the result depends on is not the same:");
            facts.forEach(line -> console.say("  " + line));
        }
        changes.forEach(change -> RegradeTable.lines(change).forEach(console::say));
        if (!before.notes().equals(after.notes())) {
            console.say("  the notes differ");
        }
        if (!before.output().equals(after.output())) {
            console.say("  the printed output differs");
        }
        console.say(
                changes.isEmpty()
                        ? "Not the same record, but all verdicts and points are: " + Summary.points(before.score())
                                + "."
                        : "Not reproduced: " + changes.size() + " criteria are judged otherwise, "
                                + Summary.number(before.score().points()) + " -> "
                                + Summary.number(after.score().points()) + " points.");
        return false;
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "(not noted)");
            String is = after.getOrDefault(name, "(not noted)");
            if (!was.equals(is)) {
                lines.add(name + ": " + was + " -> " + is);
            }
        }
        return lines;
    }
}
