package assay.result;

import java.util.List;
import java.util.Map;

/**
 * Hold what differs from run to run and decides nothing.
 *
 * @param at when the submission was graded, ISO 8601 in UTC
 * @param numbers for example "wallMillis", "cpuMillis", "peakMiB"
 * @param children how each child process ran and ended
 */
public record Observed(String at, Map<String, Double> numbers, List<String> children) {
    public Observed {
        numbers = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(numbers));
        children = List.copyOf(children);
    }
}
