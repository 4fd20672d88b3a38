package assay.cli;

import assay.pull.Pull;
import assay.pull.PullFile;
import assay.pull.PullReader;
import assay.pull.PullRecord;
import assay.report.PullMarkdown;
import assay.report.WorkflowCommands;
import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Grade what a pull request changed: what a forge's pipeline does. */
@Command(
        name = "ci",
        mixinStandardHelpOptions = true,
        description = "Grade what a pull request changed, with everything but the submissions from its base branch.")
final class CiCommand implements Callable<Integer> {
    @Option(
            names = "--repository",
            paramLabel = "FOLDER",
            description = "the git repository; default: the current folder")
    private Path repository = Path.of(".");

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "the base branch or commit; default: where origin points, else main")
    private Optional<String> base = Optional.empty();

    @Option(
            names = "--head",
            paramLabel = "REF",
            defaultValue = "HEAD",
            description = "what is to be graded; default: ${DEFAULT-VALUE}")
    private String head = "HEAD";

    @Option(
            names = {"-a", "--assignment"},
            paramLabel = "ID",
            description =
                    "the assignment; default: the one that assay-ci.yaml of the base names, or the only one there")
    private Optional<String> assignmentName = Optional.empty();

    @Option(
            names = "--student",
            paramLabel = "ID",
            defaultValue = "repository",
            description = "whose it is, where the repository as a whole is one submission; default: ${DEFAULT-VALUE}")
    private String student = "repository";

    @Option(
            names = "--author",
            paramLabel = "LOGIN",
            description = "who opened the pull request, by login; needed where the base has assay-roster.yaml")
    private String author = "";

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FOLDER",
            description = "where results and reports go; must be new or empty")
    private Path out = Path.of(".");

    @Mixin
    private SecretOption secret = new SecretOption();

    @Option(
            names = "--github",
            description = "print annotations for GitHub Actions, and keep its commands closed to everything else")
    private boolean github;

    @Option(
            names = "--comment-on",
            paramLabel = "FILE",
            description = "grade nothing: check the pull.json of another job and write comment.md")
    private Optional<Path> commentOn = Optional.empty();

    private final Console console;
    private final Workspace workspace;

    CiCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> token = github ? Optional.of(ClosedStream.token()) : Optional.empty();
        token.ifPresent(word -> console.say("::stop-commands::" + word));
        try {
            PullRecord record = commentOn.isPresent() ? checked(commentOn.get()) : graded();
            token.ifPresent(word -> console.say("::" + word + "::"));
            if (github && commentOn.isEmpty()) {
                WorkflowCommands.lines(record).forEach(console::say);
            }
            return commentOn.isPresent() ? ExitCode.PASSED.code() : record.exitCode();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private PullRecord graded() throws IOException {
        ClassRun.refuseUsed(out);
        PullReader reader = new PullReader(repository);
        Pull pull = reader.read(base.isPresent() ? base.get() : reader.usualBase(), head);
        PullRun run = new PullRun(workspace, console, out, secret.secret(), author);
        PullRecord record = run.grade(reader, pull, assignmentName, student);
        write(record);
        return record;
    }

    private void write(PullRecord record) throws IOException {
        PullFile.write(record, out);
        AtomicFile.write(out.resolve("summary.md"), PullMarkdown.render(record));
        AtomicFile.write(out.resolve("annotations.txt"), String.join("\n", WorkflowCommands.lines(record)) + "\n");
    }

    /** Read what another job left, hold it against the repository, and write the comment. */
    private PullRecord checked(Path file) throws IOException {
        PullRecord record = PullFile.read(file);
        PullReader reader = new PullReader(repository);
        Pull pull = reader.read(base.isPresent() ? base.get() : reader.usualBase(), head);
        if (!record.head().equals(pull.head())) {
            throw new UsageException("the record is about commit " + record.head() + ", the pull request is at "
                    + pull.head() + "; nothing is written");
        }
        if (!pull.guarded().equals(record.guarded())) {
            throw new UsageException("the record does not tell the protected paths that this pull request changed ("
                    + pull.guarded().size() + "); the job that wrote it cannot be believed, nothing is written");
        }
        boolean changed = !pull.guarded().isEmpty();
        String warning =
                "> **Not to be believed as it stands:** this pull request changes protected paths, among which may be the"
                        + " job that graded it. Look at the changes before you look at the points.\n\n";
        AtomicFile.write(out.resolve("comment.md"), (changed ? warning : "") + PullMarkdown.render(record));
        console.say("assay: the record fits the pull request; wrote " + out.resolve("comment.md"));
        return record;
    }
}
