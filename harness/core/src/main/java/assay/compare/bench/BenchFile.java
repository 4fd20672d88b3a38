package assay.compare.bench;

import assay.result.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hold what a file of benchmarks says: {@code {"schema", "provenance": {name: text}, "results": what JMH writes}}. A file that JMH
 * wrote by itself is read, too; it tells little of where it comes from.
 */
public record BenchFile(String name, SortedMap<String, String> provenance, List<BenchEntry> entries) {
    private static final String SCHEMA = "assay/bench/1";
    /** Name the part that JMH wrote. */
    static final String RESULTS = "results";

    private static final long MOST_BYTES = 64L << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public BenchFile {
        provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
        entries = List.copyOf(entries);
    }

    /** Write {@code results}, the JSON text that JMH made, into {@code file}, whole or not at all. */
    public static void write(Path file, Map<String, String> provenance, String results) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", SCHEMA);
        ObjectNode facts = root.putObject("provenance");
        new TreeMap<>(provenance).forEach(facts::put);
        root.set(RESULTS, MAPPER.readTree(results));
        AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    /**
     * Read {@code file}.
     *
     * @throws BadBench if it is damaged, or holds nothing that can be compared
     */
    public static BenchFile read(Path file) throws IOException, BadBench {
        JsonNode root = tree(file);
        boolean bare = root.isArray();
        List<BenchEntry> entries = entries(file, bare ? root : root.path(RESULTS));
        String name = String.valueOf(file.getFileName());
        return new BenchFile(name, bare ? ofJmh(root.path(0)) : facts(root.path("provenance")), entries);
    }

    /** Read the text of {@code file}, which is one of ours or one of JMH. */
    static JsonNode tree(Path file) throws IOException, BadBench {
        if (Files.size(file) > MOST_BYTES) {
            throw new BadBench(file + ": must have at most " + (MOST_BYTES >> 20) + " MiB");
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new BadBench(file + ": is damaged or no JSON: " + e.getOriginalMessage());
        }
        if (!root.isArray() && !root.path("schema").asString("").equals(SCHEMA)) {
            throw new BadBench(file + ": must be a file of ./assay bench (schema " + SCHEMA
                    + ") or the JSON of JMH, is something else");
        }
        return root;
    }

    private static List<BenchEntry> entries(Path file, JsonNode results) throws BadBench {
        List<BenchEntry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode result : results) {
            String name = result.path("benchmark").asString("");
            if (!name.contains(".")) {
                throw new BadBench(file + ": result " + (entries.size() + 1) + " must name its benchmark");
            }
            BenchEntry entry = entry(file, name, result);
            if (!seen.add(entry.key())) {
                throw new BadBench(file + ": has " + entry.benchmark() + " " + entry.params()
                        + " twice; compare files of one run each");
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw new BadBench(file + ": holds no results");
        }
        return entries;
    }

    private static BenchEntry entry(Path file, String name, JsonNode result) throws BadBench {
        JsonNode metric = result.path("primaryMetric");
        String settings = result.path("forks").asString("?") + " forks, warm-up "
                + result.path("warmupIterations").asString("?") + " x "
                + result.path("warmupTime").asString("?") + ", measured "
                + result.path("measurementIterations").asString("?") + " x "
                + result.path("measurementTime").asString("?") + ", "
                + result.path("threads").asString("?") + " threads";
        try {
            return new BenchEntry(
                    name,
                    facts(result.path("params")),
                    required(result.path("mode")),
                    required(metric.path("scoreUnit")),
                    settings,
                    forks(metric));
        } catch (IllegalArgumentException e) {
            throw new BadBench(file + ": " + name + ": " + e.getMessage());
        }
    }

    private static String required(JsonNode text) {
        if (!text.isString()) {
            throw new IllegalArgumentException("mode and unit must be there");
        }
        return text.asString();
    }

    /** Return the mean of each process; JMH writes a list of iterations, or of values with how often they came. */
    private static List<Double> forks(JsonNode metric) {
        List<Double> means = new ArrayList<>();
        boolean counted = metric.has("rawDataHistogram");
        for (JsonNode fork : metric.path(counted ? "rawDataHistogram" : "rawData")) {
            double sum = 0;
            double count = 0;
            for (JsonNode iteration : fork) {
                for (JsonNode value : counted ? iteration : List.of(iteration)) {
                    double times = counted ? number(value.path(1)) : 1;
                    sum += times * number(counted ? value.path(0) : value);
                    count += times;
                }
            }
            means.add(sum / count);
        }
        if (means.isEmpty()) {
            throw new IllegalArgumentException("the raw data of the processes must be there (primaryMetric.rawData)");
        }
        return means;
    }

    private static double number(JsonNode value) {
        double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(number)) {
            String found = value.isNumber() ? "one that no double holds" : value.toString();
            throw new IllegalArgumentException("raw data must be finite numbers, was " + found);
        }
        return number;
    }

    private static SortedMap<String, String> facts(JsonNode object) {
        SortedMap<String, String> facts = new TreeMap<>();
        object.properties()
                .forEach(one -> facts.put(one.getKey(), one.getValue().asString("")));
        return facts;
    }

    private static SortedMap<String, String> ofJmh(JsonNode first) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put(
                "jdk",
                first.path("vmName").asString("?") + " "
                        + first.path("vmVersion").asString("?"));
        StringBuilder flags = new StringBuilder();
        first.path("jvmArgs")
                .forEach(flag -> flags.append(flags.isEmpty() ? "" : " ").append(flag.asString("")));
        facts.put("flags", flags.toString());
        return facts;
    }
}
