package assay.compare.bench;

import assay.compare.statistics.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Join the files of single processes, which took turns with those of another program, into one file. */
public final class BenchTurns {
    /** Name the fact that tells with whom it took turns; it is the same in both files. */
    static final String TURNS = "turns";

    private static final String FORKS = "forks";
    private static final String RAW = "rawData";

    /** The confidence of the interval that JMH gives. */
    private static final double CONFIDENCE = 0.999;

    private BenchTurns() {}

    /**
     * Join {@code runs}, in their order, into {@code file}.
     *
     * @param turns who was when, in words
     * @param load of the machine before all turns; before a single run it would be that of the runs before
     */
    public static void join(List<Path> runs, String turns, String load, Path file) throws IOException, BadBench {
        Map<String, ObjectNode> results = new LinkedHashMap<>();
        for (Path run : runs) {
            for (JsonNode result : BenchFile.tree(run).path(BenchFile.RESULTS)) {
                add(results, (ObjectNode) result);
            }
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode result : results.values()) {
            summarise(result);
            all.add(result);
        }
        Map<String, String> facts = new TreeMap<>(BenchFile.read(runs.get(0)).provenance());
        Map<String, String> last = BenchFile.read(runs.get(runs.size() - 1)).provenance();
        for (String name : List.of("ended", "load.after")) {
            facts.computeIfPresent(name, (key, before) -> last.getOrDefault(key, before));
        }
        // It speaks of one process; the results say how many there were.
        facts.remove("settings");
        facts.put("load.before", load);
        facts.put(TURNS, turns);
        BenchFile.write(file, facts, all.toString());
    }

    /** Return whether the two files were measured in turns with each other. */
    static boolean isBetween(BenchFile first, BenchFile second) {
        Optional<String> turns = Optional.ofNullable(first.provenance().get(TURNS));
        return turns.isPresent()
                && turns.equals(Optional.ofNullable(second.provenance().get(TURNS)));
    }

    private static void add(Map<String, ObjectNode> results, ObjectNode result) {
        ObjectNode known = results.putIfAbsent(result.path("benchmark") + " " + result.path("params"), result);
        if (known != null) {
            known.put(FORKS, known.path(FORKS).asInt() + result.path(FORKS).asInt());
            metric(known).withArray(RAW).addAll(metric(result).withArray(RAW));
        }
    }

    private static ObjectNode metric(ObjectNode result) {
        return result.withObject("primaryMetric");
    }

    /** Say again what JMH says of all iterations; percentiles are left out. */
    private static void summarise(ObjectNode result) {
        ObjectNode metric = metric(result);
        List<Double> iterations = new ArrayList<>();
        metric.path(RAW).forEach(fork -> fork.forEach(value -> iterations.add(value.asDouble())));
        Sample sample = new Sample(iterations);
        metric.put("score", sample.mean());
        sample.interval(CONFIDENCE).ifPresent(ends -> {
            metric.put("scoreError", (ends.high() - ends.low()) / 2);
            metric.withArray("scoreConfidence").removeAll().add(ends.low()).add(ends.high());
        });
        metric.remove("scorePercentiles");
        result.remove("secondaryMetrics");
    }
}
