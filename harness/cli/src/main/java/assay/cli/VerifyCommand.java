package assay.cli;

import assay.assignment.Assignment;
import assay.check.CheckStage;
import assay.grade.Grader;
import assay.report.ErrataReport;
import assay.run.References;
import assay.run.Sandbox;
import assay.run.TrainingRoom;
import assay.verify.Errata;
import assay.verify.ErrataReader;
import assay.verify.Finding;
import assay.verify.MutantCount;
import assay.verify.MutationVerifier;
import assay.verify.SelfCheckVerifier;
import assay.verify.Verification;
import assay.verify.Verified;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Test the tests: samples, answers made up right and wrong, many draws, mutants; or list what is published wrong. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verify assignments: every sample gets its declared verdicts, the reference passes at every draw, thoughtless"
                        + " answers and known mistakes fail.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ASSIGNMENT", description = "ids or folders; default: all")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-v", "--verbose"},
            description = "print every finding with the message that a student reads")
    private boolean verbose;

    @Option(
            names = "--sample",
            paramLabel = "NAME",
            description = "grade these samples only, and nothing else; may be repeated")
    private List<String> samples = new ArrayList<>();

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "200",
            description = "draws of each task at which right answers must pass and mistakes are to be caught; default:"
                    + " ${DEFAULT-VALUE}, for a release 10000")
    private int draws;

    @Option(names = "--no-samples", description = "leave out starter and samples, whose code has to be run")
    private boolean withoutSamples;

    @Option(
            names = "--mutate",
            description = "instead: change the references a little in many ways, and list what no check notices")
    private boolean mutate;

    @Option(
            names = "--errata",
            description = "instead: list what the published answers get wrong, as Markdown on standard output")
    private boolean errata;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "with --errata: write errata.md and errata.html there too")
    private Optional<Path> out = Optional.empty();

    private final Console console;
    private final Workspace workspace;

    VerifyCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        List<String> chosen = names.isEmpty() ? workspace.assignments() : names;
        if (chosen.isEmpty()) {
            throw new UsageException(
                    "there are no assignments in " + workspace.home().resolve("assignments"));
        }
        if (out.isPresent() && !errata) {
            throw new UsageException("--out says where --errata goes; write both or none");
        }
        if (draws < 0) {
            throw new UsageException("--draws must be 0 or more, was " + draws);
        }
        if (errata) {
            return errata(chosen);
        }
        boolean holds = true;
        boolean complete = true;
        for (String name : chosen) {
            Assignment assignment = complete(name);
            if (hasData(assignment)) {
                holds &= verify(assignment, open(assignment, name));
            } else {
                complete = false;
            }
        }
        return (!holds ? ExitCode.WRONG : complete ? ExitCode.PASSED : ExitCode.NOT_JUDGED).code();
    }

    /** Say which data are missing; without them verdicts would not be those that are declared. */
    private boolean hasData(Assignment assignment) {
        Map<String, String> missing = TrainingRoom.of(assignment).missing();
        new TreeSet<>(missing.values())
                .forEach(why -> console.note(assignment.id() + " is not verified, because data are missing: " + why));
        return missing.isEmpty();
    }

    /** Print the errata of all chosen assignments that are complete here, and write them where {@code --out} says. */
    private int errata(List<String> chosen) throws IOException {
        List<Errata> sheets = new ArrayList<>();
        for (String name : chosen) {
            Assignment assignment = complete(name);
            console.note("published answers to " + assignment.id());
            try (Sandbox sandbox = workspace.sandbox(false, 1)) {
                Grader grader = new Grader(assignment, References.find(assignment), sandbox, workspace.options(""));
                sheets.add(new ErrataReader(assignment, grader).read());
            }
        }
        for (Errata sheet : sheets) {
            sheet.unexplained()
                    .forEach(place -> console.note(sheet.assignment() + ": the sample 'published' is wrong in " + place
                            + " and its expect.yaml has no 'erratum' there"));
        }
        if (out.isPresent()) {
            ErrataReport.write(sheets, out.get());
        }
        console.say(ErrataReport.markdown(sheets).stripTrailing());
        boolean explained =
                sheets.stream().allMatch(sheet -> sheet.unexplained().isEmpty());
        return (explained ? ExitCode.PASSED : ExitCode.WRONG).code();
    }

    private Assignment complete(String name) {
        Assignment assignment = workspace.assignment(name, true);
        if (!assignment.complete()) {
            throw new UsageException(
                    "'" + assignment.id() + "' has no private zone here, so there is nothing to verify");
        }
        return assignment;
    }

    /** Read the assignment as students have it; what does not fit there stops with file and line, as in the private grading. */
    private Optional<Assignment> open(Assignment assignment, String name) {
        if (!Files.isRegularFile(assignment.folder().resolve("public/selfcheck.yaml"))) {
            return Optional.empty();
        }
        Assignment open = workspace.assignment(name, false);
        new CheckStage(open, References.find(assignment.id()));
        return Optional.of(open);
    }

    private boolean mutate(Assignment assignment) {
        List<MutantCount> counts = MutationVerifier.verify(assignment, References.find(assignment));
        MutantTable.lines(counts).forEach(console::say);
        long left = counts.stream().mapToLong(MutantCount::unexplained).sum();
        console.say(assignment.id() + ": "
                + counts.stream().mapToInt(MutantCount::mutants).sum() + " mutants, " + left
                + " survive without a reason.");
        return left == 0;
    }

    private boolean verify(Assignment assignment, Optional<Assignment> open) throws IOException {
        if (mutate) {
            return mutate(assignment);
        }
        References references = References.find(assignment);
        List<Finding> values =
                samples.isEmpty() && open.isPresent() ? SelfCheckVerifier.values(open.get(), references) : List.of();
        if (withoutSamples) {
            Verified madeUp = Verification.madeUp(assignment, references, draws, console::note);
            return print(assignment, madeUp.with(values), true);
        }
        try (Sandbox sandbox = workspace.sandbox(false, Runtime.getRuntime().availableProcessors())) {
            Verification verification = new Verification(assignment, open, references, sandbox, workspace.options(""));
            return samples.isEmpty()
                    ? print(assignment, verification.all(draws, console::note).with(values), true)
                    : print(assignment, chosen(verification), false);
        }
    }

    private Verified chosen(Verification verification) throws IOException {
        try {
            return new Verified(verification.samples(samples, console::note), List.of(), List.of());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private boolean print(Assignment assignment, Verified verified, boolean table) {
        verified.findings().stream().filter(one -> verbose || !one.holds()).forEach(this::print);
        if (table) {
            VerifyTable.lines(verified).forEach(console::say);
        }
        console.say(assignment.id() + ": " + verified.findings().size() + " verdicts verified, "
                + verified.complaints().size() + " not as declared.");
        return verified.holds();
    }

    private void print(Finding finding) {
        console.say((finding.holds() ? "  as declared  " : "  NOT AS DECLARED  ") + finding.sample()
                + (finding.place().isEmpty() ? "" : ", " + finding.place()) + ": " + finding.verdict());
        if (!finding.complaint().isEmpty()) {
            console.say("      " + finding.complaint());
        }
        if (!finding.message().isEmpty()) {
            console.say("      message: " + finding.message());
        }
    }
}
