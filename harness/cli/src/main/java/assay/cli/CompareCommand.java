package assay.cli;

import assay.assignment.Digest;
import assay.assignment.Suggestion;
import assay.compare.Analysis;
import assay.compare.Comparison;
import assay.compare.ComparisonFile;
import assay.compare.ComparisonRun;
import assay.compare.Experiment;
import assay.compare.Experiments;
import assay.compare.Figures;
import assay.compare.Plan;
import assay.compare.RunStore;
import assay.compare.Standing;
import assay.compare.WorkerFile;
import assay.compare.WorkerSetup;
import assay.data.DataHome;
import assay.data.DataSets;
import assay.data.DataStore;
import assay.data.MissingData;
import assay.data.Points;
import assay.report.ReportWriter;
import assay.run.GradingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compare variants of a training over paired seeds, with statistics. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Train variants with the same seeds and say, with statistics, what differs and what does not.",
        footer = {
            "",
            "Without an experiment: the list of those there are, with their questions. An interrupted comparison goes on where"
                    + " it was when it is called again; results of other settings, data or versions are never mixed in.",
            "With --render nothing is trained: the pages in FOLDER are written again from its comparison.json, as after a"
                    + " change of their looks.",
            "",
            "Exit codes: 0 the comparison has an answer, 3 a run failed, 4 inconclusive, 64 wrong usage."
        })
final class CompareCommand implements Callable<Integer> {
    /** The one data set that is no images. */
    private static final String POINTS = "linreg";

    @Parameters(
            arity = "0..*",
            paramLabel = "[EXPERIMENT]",
            hideParamSyntax = true,
            description = "id, or a file that describes one")
    private List<String> names = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "seeds for every variant; default: as the experiment says")
    private Optional<Integer> seeds = Optional.empty();

    @Option(names = "--quick", description = "a minute's look with few seeds and little data; no evidence")
    private boolean quick;

    @Option(
            names = "--data",
            paramLabel = "SET",
            description =
                    "the data set of the experiment (such as mnist) or synthetic; default: the first if it is there")
    private Optional<String> data = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "where runs and reports go; default: assay-compare/<experiment>")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "trainings at a time; default 1, because others beside it make times unfair")
    private int jobs = 1;

    @Option(
            names = "--render",
            paramLabel = "FOLDER",
            description = "write the pages in FOLDER again from its comparison.json")
    private Optional<Path> rendered = Optional.empty();

    private final Console console;
    private final DataHome home;

    CompareCommand(Console console, Workspace workspace) {
        this.console = console;
        this.home = workspace.data();
    }

    /** Be the data that is used; {@code digest} of its contents. */
    private record Chosen(boolean synthetic, String digest) {}

    @Override
    public Integer call() throws IOException {
        if (rendered.isPresent()) {
            return render(rendered.get());
        } else if (names.isEmpty()) {
            list();
            return ExitCode.PASSED.code();
        } else if (names.size() > 1) {
            throw new UsageException("compare takes one experiment at a time, was given " + String.join(" ", names)
                    + "; call it once for each");
        }
        Experiment experiment = experiment(names.get(0));
        int count = seeds.orElse(quick ? experiment.quick().seeds() : experiment.seeds());
        if (count < 1 || count > Experiment.MOST_SEEDS) {
            throw new UsageException("--seeds must be 1 to " + Experiment.MOST_SEEDS + ", was " + count);
        } else if (jobs < 1 || jobs > 64) {
            throw new UsageException("--jobs must be 1 to 64, was " + jobs);
        }
        Path jars = jars();
        Chosen chosen = choose(experiment);
        Plan plan = Plan.of(
                        experiment, quick, count, chosen.synthetic(), List.of(WorkerFile.digest(jars), chosen.digest()))
                .without(missing(experiment, home));
        Path folder = out.orElse(Path.of("assay-compare", experiment.id()));
        WorkerSetup setup = WorkerFile.read(jars)
                .setup(
                        jars,
                        Workspace.cache().resolve("natives"),
                        home.folder().toAbsolutePath(),
                        folder.resolve("logs"));
        ComparisonRun.Outcome outcome = run(plan, setup, folder);
        Comparison comparison = Analysis.of(plan, outcome, jobs, facts(jars));
        ReportWriter.writeComparison(comparison, folder);
        return tell(comparison, folder).code();
    }

    private int render(Path folder) throws IOException {
        if (!names.isEmpty()) {
            throw new UsageException("--render trains nothing and takes no experiment, was given " + names.get(0));
        }
        Path file = folder.resolve(ComparisonFile.NAME);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--render must name a folder with a " + ComparisonFile.NAME + ", there is none in "
                    + folder.toAbsolutePath());
        }
        ReportWriter.writeComparison(ComparisonFile.read(file), folder);
        console.say("Written again from " + file + ": " + folder.resolve("index.html"));
        return ExitCode.PASSED.code();
    }

    private ComparisonRun.Outcome run(Plan plan, WorkerSetup setup, Path folder) throws IOException {
        try (RunStore store = RunStore.open(folder.resolve("runs"))) {
            ComparisonRun run = new ComparisonRun(plan, store, setup, jobs, new CompareProgress(console));
            int todo = plan.jobs().size() - run.stored();
            plan.experiment().variants().stream()
                    .filter(variant -> plan.notRun().containsKey(variant.id()))
                    .forEach(variant -> console.note("Note: “" + variant.title() + "” is not run: "
                            + plan.notRun().get(variant.id()) + "."));
            console.note(plan.experiment().title() + ": "
                    + (plan.experiment().variants().size() - plan.notRun().size()) + " variants with "
                    + plan.seeds() + (plan.seeds() == 1 ? " seed" : " seeds") + " each, on " + plan.data() + "; " + todo
                    + " to train" + (run.stored() > 0 ? ", " + run.stored() + " kept from before" : "") + ".");
            return run.run();
        }
    }

    private ExitCode tell(Comparison comparison, Path folder) {
        comparison
                .failures()
                .forEach(failure -> console.say(
                        "No result of " + failure.variant() + ", seed " + failure.seed() + ": " + failure.reason()));
        comparison.findings().forEach(console::say);
        if (comparison.synthetic()) {
            console.say("All of this on the drawn data set " + comparison.data() + ", not on real data.");
        }
        if (comparison.quick()) {
            console.say("A quick look: few seeds, little data. Leave out --quick for the comparison.");
        }
        console.say("Report: " + folder.resolve("index.html"));
        if (!comparison.failures().isEmpty()) {
            return ExitCode.NOT_JUDGED;
        }
        boolean open = comparison.primary().pairs().stream().anyMatch(pair -> pair.standing() == Standing.INCONCLUSIVE);
        return open ? ExitCode.INCONCLUSIVE : ExitCode.PASSED;
    }

    private void list() {
        List<String> names = Experiments.names();
        if (names.isEmpty()) {
            console.say("No experiments are installed.");
        }
        for (String id : names) {
            Experiment experiment = Experiments.find(id).orElseThrow();
            console.say(id + ": " + experiment.title());
            console.say("    " + experiment.question().strip());
            console.say("    " + experiment.variants().size() + " variants, " + experiment.seeds() + " seeds, data "
                    + experiment.data() + time(experiment));
        }
        console.say("");
        console.say("./assay compare <experiment>, with --quick for a minute's look.");
    }

    private static String time(Experiment experiment) {
        double full = experiment.seconds(false);
        double quickly = experiment.seconds(true);
        return (full > 0 ? "; about " + Figures.duration(full) : "; time not measured")
                + (quickly > 0 ? ", --quick about " + Figures.duration(quickly) : "");
    }

    private static Experiment experiment(String name) throws IOException {
        Optional<Experiment> known = Experiments.find(name);
        if (known.isPresent()) {
            return known.get();
        } else if (Files.isRegularFile(Path.of(name))) {
            return Experiments.read(Path.of(name));
        }
        throw new UsageException("there is no experiment '" + name + "'; " + Suggestion.of(name, Experiments.names()));
    }

    private Chosen choose(Experiment experiment) throws IOException {
        String wanted = data.orElse("");
        boolean synthetic = wanted.equals("synthetic") || wanted.equals(experiment.synthetic());
        if (!synthetic && !wanted.isEmpty() && !wanted.equals(experiment.data())) {
            throw new UsageException("--data must be " + experiment.data() + " or synthetic, was '" + wanted + "'");
        }
        if (!synthetic) {
            try {
                return new Chosen(false, digest(experiment.data()));
            } catch (MissingData e) {
                if (!wanted.isEmpty()) {
                    throw new UsageException(String.valueOf(e.getMessage()));
                }
                console.note("Note: " + e.getMessage());
                console.note(
                        "Note: the drawn data set " + experiment.synthetic() + " stands in; every report says so.");
            }
        }
        return new Chosen(true, digest(experiment.synthetic()));
    }

    /** Return the digest of the contents of a data set; "" of points that the worker draws, which its own digest covers. */
    private String digest(String name) throws IOException {
        if (DataSets.names().contains(name)) {
            return DataSets.open(name, home).sha256();
        } else if (name.equals(POINTS)) {
            Points points = DataSets.points(home);
            String values = Arrays.toString(points.x()) + Arrays.toString(points.y());
            return new Digest()
                    .add(POINTS, values.getBytes(StandardCharsets.UTF_8))
                    .hex();
        }
        return "";
    }

    /** Say which variants lack the weights that they need, and what to run. */
    private static Map<String, String> missing(Experiment experiment, DataHome home) {
        DataStore store = new DataStore(home);
        Map<String, String> reasons = new TreeMap<>();
        for (Experiment.Variant variant : experiment.variants()) {
            List<String> missing = variant.needs().stream()
                    .filter(set -> !store.isComplete(set))
                    .toList();
            if (!missing.isEmpty()) {
                String sets = String.join(" ", missing);
                boolean fetched = missing.stream().allMatch(store::isPublic);
                reasons.put(
                        variant.id(),
                        "its weights are missing (./assay data "
                                + (fetched ? "fetch " + sets : "import FILE, for " + sets) + ")");
            }
        }
        return reasons;
    }

    private static Map<String, String> facts(Path jars) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        facts.put("assay.version", Workspace.version());
        facts.put("experiments.digest", WorkerFile.digest(jars));
        return facts;
    }

    /** Find the jars that train; the launcher builds them for this command and says where they are. */
    private static Path jars() {
        Path jars = Path.of(System.getProperty("assay.experiments", "lib-experiments"));
        if (!Files.isRegularFile(jars.resolve(WorkerFile.NAME))) {
            throw new GradingException("the jars that train are not in " + jars.toAbsolutePath()
                    + "; start with ./assay, which builds them on first use");
        }
        return jars.toAbsolutePath();
    }
}
