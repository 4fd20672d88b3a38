package assay.report;

import assay.compare.bench.BadBench;
import assay.compare.bench.BenchComparison;
import assay.compare.bench.BenchEntry;
import assay.compare.bench.BenchFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Make comparisons of benchmarks for the tests. */
final class Benches {
    private Benches() {}

    /** Make one with a slower, a faster, an equal one and one of a single process, and {@code text} wherever a file may hold text. */
    static BenchComparison rich(String text) {
        Map<String, String> facts = Map.of("cpu", text, "jdk", text);
        BenchFile first = new BenchFile(text, new TreeMap<>(facts), entries(text, 1));
        List<BenchEntry> more = new ArrayList<>(entries(text, 1.5));
        more.add(entry(text, "only", 1, 3));
        try {
            return BenchComparison.of(first, new BenchFile("b.json", new TreeMap<>(), more));
        } catch (BadBench e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<BenchEntry> entries(String text, double factor) {
        return List.of(
                entry(text, "slower", factor, 5),
                entry(text, "faster", 1 / (factor * factor), 5),
                entry(text, "equal", 1, 5),
                entry(text, "single", factor, 1));
    }

    private static BenchEntry entry(String text, String method, double factor, int forks) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < forks; i++) {
            times.add(factor * (100 + i));
        }
        TreeMap<String, String> params = new TreeMap<>(Map.of("given", text));
        String type = method.equals("single") ? "a.Other" : "a.Some";
        return new BenchEntry(type + "." + method, params, "avgt", text, "settings", times);
    }
}
