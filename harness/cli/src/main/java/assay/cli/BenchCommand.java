package assay.cli;

import assay.run.EngineFile;
import assay.run.GradingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Run benchmarks, in a process of their own with jars of their own. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Time Assay's stages, the reference solutions, DL4J's nets and the lessons on timing, with JMH.",
        footer = {
            "",
            "A filter is a part of a name or a regular expression: StageBenchmark, net.LeNet, lesson. Every benchmark runs in"
                    + " several fresh processes, one after another; a process has three seconds of warm-up and three that"
                    + " count. Let the machine do nothing else meanwhile.",
            "The results go to assay-bench/<time>.json with machine, JDK, load and state of the sources; compare two such"
                    + " files with ./assay compare bench A.json B.json.",
            "",
            "With --against the processes of another checkout (A) and of this one (B) take turns, A B B A, so that a machine"
                    + " that becomes slower meets both alike. For example, before a change is committed:",
            "",
            "  git worktree add ../before HEAD",
            "  ./assay bench --against ../before StageBenchmark",
            "",
            "Both JSON files and the comparison go to a folder. With --against . a build runs against itself, which shows how"
                    + " much the machine alone makes.",
            "",
            "Exit codes: 0 all have run, 3 one failed, 64 wrong usage."
        })
final class BenchCommand implements Callable<Integer> {
    private static final String MAIN = "assay.bench.Main";
    private static final int FORKS = 5;
    private static final int QUICK_FORKS = 3;
    private static final int MOST_FORKS = 100;

    @Parameters(arity = "0..*", paramLabel = "FILTER", description = "which benchmarks; default: all, about 45 minutes")
    private List<String> filters = List.of();

    @Option(names = "--list", description = "name the benchmarks and run none")
    private boolean list;

    @Option(names = "--quick", description = "three processes with 0.2 s instead of five with 1 s; a first look")
    private boolean quick;

    @Option(names = "--forks", paramLabel = "N", description = "processes for every benchmark")
    private Optional<Integer> forks = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "CHECKOUT",
            description = "run in turns with the benchmarks of another checkout, and compare")
    private Optional<Path> against = Optional.empty();

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description = "one more option for the JVMs, such as --jvm=-XX:+UseParallelGC; may be repeated")
    private List<String> jvm = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "where the results go; default: assay-bench/<time>.json; with --against a folder")
    private Optional<Path> out = Optional.empty();

    private final Console console;
    private final Workspace workspace;

    BenchCommand(Console console, Workspace workspace) {
        this.console = console;
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        examine();
        Path jars = Path.of(System.getProperty("assay.bench", "lib-bench")).toAbsolutePath();
        if (!Files.isDirectory(jars)) {
            throw new GradingException("the jars of the benchmarks are not in " + jars
                    + "; start with ./assay in a checkout, which builds them on first use");
        } else if (against.isPresent() && !list) {
            return inTurns(against.get());
        }
        Path nets = Path.of(System.getProperty("assay.experiments", "lib-experiments"))
                .toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        List<String> arguments = arguments();
        if (Files.isDirectory(nets)) {
            EngineFile engine = EngineFile.read(nets);
            command.add(jars.resolve("*") + System.getProperty("path.separator") + nets.resolve("*"));
            Path natives = Files.createDirectories(Workspace.cache().resolve("natives"));
            engine.jvm().forEach(option -> arguments.addAll(0, List.of("--engine", option)));
            arguments.addAll(0, List.of("--engine", "-Dorg.bytedeco.javacpp.cachedir=" + natives));
            command.add(MAIN);
            command.addAll(arguments);
            return run(command, engine.variables());
        }
        command.add(jars.resolve("*").toString());
        command.add(MAIN);
        command.addAll(arguments);
        return run(command, Map.of());
    }

    private int inTurns(Path other) throws IOException {
        List<String> options =
                new ArrayList<>(jvm.stream().map("--jvm="::concat).toList());
        if (quick) {
            options.add("--quick");
        }
        BenchCheckout before = BenchCheckout.of(other);
        BenchCheckout here = BenchCheckout.of(workspace.home());
        new BenchDuel(console, before, here, options, forks()).run(filters, out);
        return ExitCode.PASSED.code();
    }

    private int forks() {
        return forks.orElse(quick ? QUICK_FORKS : FORKS);
    }

    private void examine() {
        if (forks.isPresent() && (forks.get() < 1 || forks.get() > MOST_FORKS)) {
            throw new UsageException("--forks must be 1 to " + MOST_FORKS + ", was " + forks.get());
        } else if (out.isPresent() && against.isEmpty() && Files.isDirectory(out.get())) {
            throw new UsageException("--out must be a file, " + out.get() + " is a folder");
        } else if (out.isPresent() && against.isPresent() && Files.isRegularFile(out.get())) {
            throw new UsageException("--out must be a folder where --against is given, " + out.get() + " is a file");
        }
        for (String option : jvm) {
            if (!option.startsWith("-")) {
                throw new UsageException("--jvm must be an option that begins with -, was '" + option + "'");
            }
        }
        for (String filter : filters) {
            try {
                Pattern.compile(filter);
            } catch (PatternSyntaxException e) {
                throw new UsageException("'" + filter + "' is no regular expression: " + e.getDescription());
            }
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--home", workspace.home().toString(), "--version", Workspace.version()));
        if (list) {
            arguments.add("--list");
        }
        if (quick) {
            arguments.add("--quick");
        }
        arguments.addAll(List.of("--forks", String.valueOf(forks())));
        out.ifPresent(file -> arguments.addAll(List.of("--out", file.toString())));
        jvm.forEach(option -> arguments.addAll(List.of("--jvm", option)));
        arguments.addAll(filters);
        return arguments;
    }

    /** Run the process; what it prints is ours, and goes where it belongs. */
    private int run(List<String> command, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            int code = process.waitFor();
            if (code != ExitCode.PASSED.code() && code != ExitCode.USAGE.code()) {
                console.note("assay: a benchmark failed, as printed above; nothing was written");
                return ExitCode.NOT_JUDGED.code();
            }
            return code;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new GradingException("the benchmarks were interrupted; nothing was written");
        }
    }
}
