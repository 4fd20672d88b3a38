package assay.bench;

import assay.compare.bench.BenchFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Run benchmarks and write their results; {@code ./assay bench} starts this in a process of its own. */
public final class Main {
    /** The exit code where no benchmark fits. */
    static final int NOTHING = 64;

    private static final String NETS = "assay.bench.net.";
    private static final int MOST_COLUMN = 70;

    private Main() {}

    /** Run; see {@link Wanted}. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        System.exit(run(Wanted.of(arguments), System.out, System.err));
    }

    /** Do what is wanted and return the exit code. */
    static int run(Wanted wanted, PrintStream out, PrintStream err) throws IOException, RunnerException {
        boolean nets = hasNets();
        Set<String> names = names(wanted.filters(), nets);
        if (!nets && !names(wanted.filters(), true).equals(names)) {
            err.println("assay: the jars of DL4J are not there, so the benchmarks " + NETS + "* are left out");
        }
        if (names.isEmpty()) {
            err.println("assay: no benchmark fits " + String.join(" ", wanted.filters())
                    + "; ./assay bench --list names all of them");
            return NOTHING;
        } else if (wanted.list()) {
            names.forEach(out::println);
            return 0;
        }
        Map<String, String> before = Surroundings.before(wanted);
        Collection<RunResult> results = new Runner(Settings.of(wanted, names), new Progress(err)).run();
        Path file = wanted.out().orElse(Path.of("assay-bench", before.get(Surroundings.BEGAN) + ".json"));
        BenchFile.write(file, Surroundings.after(before), json(results));
        table(results, out);
        out.println();
        out.println("Written: " + file);
        return 0;
    }

    /** Return the full names of the benchmarks that fit one of {@code filters}. */
    static Set<String> names(List<String> filters, boolean nets) {
        return BenchmarkList.defaultList()
                .find(Progress.silent(), filters.isEmpty() ? List.of(".*") : filters, List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .filter(name -> nets || !name.startsWith(NETS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasNets() {
        return Main.class.getClassLoader().getResource("assay/experiment/net/LeNet.class") != null;
    }

    private static String json(Collection<RunResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, stream).writeOut(results);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void table(Collection<RunResult> results, PrintStream out) {
        for (RunResult result : results) {
            String name = Progress.title(result.getParams());
            String padded = name.length() > MOST_COLUMN ? name : String.format("%-" + MOST_COLUMN + "s", name);
            out.println(padded + " "
                    + Progress.score(result.getPrimaryResult().getStatistics().getMean())
                    + " " + result.getPrimaryResult().getScoreUnit()
                    + String.format(
                            Locale.ROOT, ", %d forks", result.getParams().getForks()));
        }
    }
}
