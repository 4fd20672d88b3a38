package assay.cli;

import assay.assignment.Assignment;
import assay.grade.Finding;
import assay.grade.Verification;
import assay.run.References;
import assay.run.Sandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Test the tests: every sample gets its declared verdict, the reference passes, thoughtless answers fail. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verify assignments: every sample gets its declared verdicts, the reference passes, thoughtless answers fail.")
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
        boolean holds = true;
        for (String name : chosen) {
            holds &= verify(workspace.assignment(name, true));
        }
        return (holds ? ExitCode.PASSED : ExitCode.WRONG).code();
    }

    private boolean verify(Assignment assignment) throws IOException {
        if (!assignment.complete()) {
            throw new UsageException(
                    "'" + assignment.id() + "' has no private zone here, so there is nothing to verify");
        }
        try (Sandbox sandbox = workspace.sandbox(false, Runtime.getRuntime().availableProcessors())) {
            Verification verification =
                    new Verification(assignment, References.find(assignment.id()), sandbox, workspace.options(""));
            List<Finding> findings = findings(verification);
            findings.stream().filter(one -> verbose || !one.holds()).forEach(this::print);
            long broken = findings.stream().filter(one -> !one.holds()).count();
            console.say(
                    assignment.id() + ": " + findings.size() + " verdicts verified, " + broken + " not as declared.");
            return broken == 0;
        }
    }

    private List<Finding> findings(Verification verification) throws IOException {
        if (samples.isEmpty()) {
            return verification.all(console::note);
        }
        try {
            return verification.samples(samples, console::note);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void print(Finding finding) {
        console.say((finding.holds() ? "  as declared  " : "  NOT AS DECLARED  ") + finding.sample()
                + (finding.criterion().isEmpty() ? "" : ", " + finding.criterion()) + ": " + finding.verdict());
        if (!finding.complaint().isEmpty()) {
            console.say("      " + finding.complaint());
        }
        if (!finding.message().isEmpty()) {
            console.say("      message: " + finding.message());
        }
    }
}
