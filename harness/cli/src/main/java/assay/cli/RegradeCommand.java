package assay.cli;

import assay.assignment.Assignment;
import assay.grade.ClassFile;
import assay.grade.ClassGrader;
import assay.grade.Grader;
import assay.grade.HandIn;
import assay.grade.OutFolder;
import assay.grade.Regrade;
import assay.grade.Regraded;
import assay.grade.Regrader;
import assay.report.RegradeReport;
import assay.report.ReportWriter;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.Device;
import assay.run.References;
import assay.run.RunCache;
import assay.run.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judge a class again after the assignment, a tolerance or the reference was corrected, and say what changes for whom. */
@Command(
        name = "regrade",
        aliases = "recheck",
        mixinStandardHelpOptions = true,
        description =
                "Judge a class again after a correction, from its stored answers, and say what changes for whom and"
                        + " by which rule. Nobody loses points by it unless you say so.")
final class RegradeCommand implements Callable<Integer> {
    private static final String REPORTS = "regrade";

    @Parameters(paramLabel = "FOLDER", description = "what 'grade' wrote")
    private Path out = Path.of(".");

    @Option(names = "--diff", description = "only say what would change; no result is touched")
    private boolean preview;

    @Option(
            names = "--allow-lower",
            description =
                    "also store results by which a student loses points; otherwise these are listed and kept as they are")
    private boolean allowLower;

    @Option(
            names = "--run",
            description =
                    "run the submissions again, with the same random inputs: needed when the questions have changed")
    private boolean run;

    @Option(
            names = "--submissions",
            paramLabel = "DIR",
            description = "with --run: where the submissions are; default: where they were graded from")
    private Optional<Path> submissions = Optional.empty();

    @Option(
            names = {"-a", "--assignment"},
            paramLabel = "ID",
            description = "id or folder of the assignment; default: the one that the results name")
    private Optional<String> assignmentName = Optional.empty();

    @Option(
            names = {"-j", "--slots"},
            paramLabel = "N",
            description = "with --run: submissions at a time; default: the number of processors")
    private int slots = Runtime.getRuntime().availableProcessors();

    @Option(names = "--trusted", description = "with --run: as for 'grade'")
    private boolean trusted;

    @Mixin
    private CacheOptions caching = new CacheOptions();

    @Mixin
    private SecretOption secret = new SecretOption();

    private final Console console;
    private final Workspace workspace;

    RegradeCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        if (submissions.isPresent() && !run) {
            throw new UsageException("--submissions says what --run runs; write both or none");
        } else if (slots < 1 || slots > 256) {
            throw new UsageException("--slots must be 1 to 256, was " + slots);
        }
        ReportCommand.stored(out);
        try (OutFolder held = OutFolder.hold(out)) {
            held.tidy();
            List<Path> folders = ReportCommand.stored(out);
            Assignment assignment = workspace.assignment(name(folders), true);
            Device device = ResultFile.read(folders.get(0)).device();
            Optional<RunCache> cache = run ? caching.open(workspace, assignment) : Optional.empty();
            try (Sandbox sandbox = workspace.sandbox(trusted, slots, device, cache)) {
                Grader grader = new Grader(
                        assignment,
                        References.find(assignment),
                        sandbox,
                        workspace.options(secret.secret()).on(device));
                Regrader regrader = new Regrader(out, assignment, grader);
                Regrade regrade = regrader.sum(judge(regrader, folders), run, !preview, allowLower);
                cache.ifPresent(one -> CacheOptions.finish(
                        one, regrade.all().stream().map(Regraded::after).toList(), console));
                return finish(regrader, regrade, folders);
            }
        }
    }

    private String name(List<Path> folders) throws IOException {
        if (assignmentName.isPresent()) {
            return assignmentName.get();
        }
        return ClassFile.isIn(out)
                ? ClassFile.read(out).assignment()
                : ResultFile.read(folders.get(0)).assignment();
    }

    private List<Regraded> judge(Regrader regrader, List<Path> folders) throws IOException {
        if (run) {
            AtomicInteger done = new AtomicInteger();
            return regrader.run(
                    folders,
                    handIns(),
                    slots,
                    one -> console.note("[" + done.incrementAndGet() + "/" + folders.size() + "] "
                            + Console.name(one.before().submission())
                            + (one.left().isEmpty() ? "" : ": left as it is: " + one.left())));
        }
        int otherwise = regrader.askedOtherwise(folders).size();
        if (otherwise > 0) {
            console.note(
                    "Note: " + otherwise + " of " + folders.size() + " submissions would be asked something else now"
                            + " (cases, draws or the reference have changed); their old answers are judged, --run asks them anew.");
        }
        return regrader.judge(folders);
    }

    private Map<String, HandIn> handIns() throws IOException {
        if (submissions.isEmpty() && !ClassFile.isIn(out)) {
            throw new UsageException(
                    "'" + out + "' does not say where the submissions are; name them with --submissions");
        }
        Map<String, HandIn> byId = new TreeMap<>();
        if (submissions.isPresent()) {
            ClassGrader.submissionsIn(submissions.get()).forEach(one -> byId.put(one.id(), one));
        } else {
            ClassFile graded = ClassFile.read(out);
            Path folder = Path.of(graded.submissions());
            if (graded.submissions().isEmpty() || !Files.isDirectory(folder)) {
                throw new UsageException("the submissions are no longer in '" + graded.submissions()
                        + "'; name their folder with --submissions");
            }
            graded.handIns().forEach((id, file) -> byId.put(id, new HandIn(id, folder.resolve(file))));
        }
        return byId;
    }

    private int finish(Regrader regrader, Regrade regrade, List<Path> folders) throws IOException {
        RegradeTable.lines(regrade).forEach(console::say);
        Path reports = out.resolve(REPORTS).resolve(preview ? "preview" : number());
        if (!regrade.changed().isEmpty()) {
            RegradeReport.write(regrade, reports);
            console.say("Differences: "
                    + reports.resolve("diff.html").toAbsolutePath().normalize().toUri() + " (also diff.csv, diff.md)");
        }
        if (preview) {
            regrader.forget(folders);
            console.say("Nothing was stored. Without --diff it is"
                    + (regrade.heldBack().isEmpty() || allowLower ? "." : ", but for what is held back."));
            return (regrade.changed().isEmpty() ? ExitCode.PASSED : ExitCode.WRONG).code();
        }
        List<ResultRecord> results = new ArrayList<>();
        for (Regraded one : regrade.all()) {
            boolean stored = !regrade.isHeldBack(one) && one.left().isEmpty();
            if (stored) {
                regrader.store(one, run);
                ReportWriter.writeSubmission(one.after(), one.folder());
            }
            results.add(stored ? one.after() : one.before());
        }
        regrader.forget(folders);
        regrader.finish(regrade);
        ReportCommand.finish(out, results, console);
        return ExitCode.of(results).code();
    }

    /** Return the first number under which no differences are kept yet. */
    private String number() {
        int number = 1;
        while (Files.exists(out.resolve(REPORTS).resolve(String.valueOf(number)))) {
            number++;
        }
        return String.valueOf(number);
    }
}
