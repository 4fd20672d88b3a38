package assay.cli;

import assay.assignment.BadAssignment;
import assay.assignment.Suggestion;
import assay.grade.FolderInUse;
import assay.run.GradingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Run the command line. */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Grade deep-learning homework: run it isolated, check it, explain it.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all passed",
            "1:something is wrong, missing or skipped",
            "2:something that was handed in could not be graded",
            "3:something was not judged: our fault or the machine's, never zero points",
            "4:inconclusive",
            "64:wrong usage, or a mistake in an assignment's files"
        })
public final class Main implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            CheckCommand.class,
            GradeCommand.class,
            CiCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            RegradeCommand.class,
            ReproduceCommand.class,
            RubricCommand.class,
            CompareCommand.class,
            BenchCommand.class,
            KitCommand.class,
            NewCommand.class,
            DataCommand.class,
            DoctorCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Run the command in {@code arguments} and exit with its code. */
    public static void main(String... arguments) {
        System.exit(run(new Console(), new Workspace(), arguments));
    }

    /** Run the command in {@code arguments} and return its exit code. */
    static int run(Console console, Workspace workspace, String... arguments) {
        Commands commands = new Commands(console, workspace);
        CommandLine line = new CommandLine(new Main(), commands);
        Set<String> asked = Set.copyOf(List.of(arguments));
        COMMANDS.forEach(type -> line.addSubcommand(command(type, commands, asked)));
        line.setOut(console.writer());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, args) -> misused(console, e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
        return line.execute(arguments);
    }

    /** Return the command; of one that is not asked for only what the first screen tells, as reading its options takes a while. */
    private static CommandLine command(Class<?> type, Commands commands, Set<String> arguments) {
        Command told = Objects.requireNonNull(type.getAnnotation(Command.class));
        if (arguments.contains(told.name()) || Stream.of(told.aliases()).anyMatch(arguments::contains)) {
            return new CommandLine(type, commands);
        }
        CommandSpec spec = CommandSpec.create().name(told.name()).aliases(told.aliases());
        spec.usageMessage().description(told.description());
        return new CommandLine(spec);
    }

    private static int misused(Console console, ParameterException e) {
        console.note("assay: " + problem(e));
        console.note("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    private static String problem(ParameterException e) {
        List<String> unknown = e instanceof UnmatchedArgumentException unmatched ? unmatched.getUnmatched() : List.of();
        if (unknown.isEmpty() || unknown.get(0).startsWith("-")) {
            return String.valueOf(e.getMessage());
        }
        Set<String> commands = e.getCommandLine().getSubcommands().keySet();
        if (!commands.isEmpty()) {
            return "there is no command '" + unknown.get(0) + "'; " + Suggestion.of(unknown.get(0), commands);
        }
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String taken = spec.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .collect(Collectors.joining(" "));
        return "'" + unknown.get(0) + "' is one argument too many; '" + spec.qualifiedName() + "' takes "
                + (taken.isEmpty() ? "options only" : taken);
    }

    private static int failed(Console console, Exception e) {
        if (e instanceof UsageException || e instanceof BadAssignment || e instanceof FolderInUse) {
            console.note("assay: " + e.getMessage());
            return ExitCode.USAGE.code();
        } else if (e instanceof GradingException) {
            console.note("assay: not judged: " + e.getMessage());
            return ExitCode.NOT_JUDGED.code();
        } else if (e instanceof IOException || e instanceof UncheckedIOException) {
            console.note("assay: not judged: " + explain(e));
            return ExitCode.NOT_JUDGED.code();
        }
        console.note("assay: not judged, this is a bug in Assay: " + e);
        for (StackTraceElement element : e.getStackTrace()) {
            console.note("    at " + element);
        }
        return ExitCode.NOT_JUDGED.code();
    }

    private static String explain(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof NoSuchFileException) {
            return "there is no file " + cause.getMessage();
        } else if (cause instanceof AccessDeniedException) {
            return "no permission for " + cause.getMessage();
        }
        return cause instanceof FileSystemException file && file.getReason() != null
                ? "'" + file.getFile() + "': " + file.getReason()
                : String.valueOf(cause.getMessage());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Tell the version of this build and of the JDK. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"assay " + Workspace.version(), "JDK " + System.getProperty("java.version")};
        }
    }
}
