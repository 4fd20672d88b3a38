package assay.run;

import java.util.List;
import java.util.Map;

/**
 * Hold what a child (and its successors after a crash) did.
 *
 * @param outcomes one for each request of the plan, by request id
 * @param output what it printed to standard output and error in order, bounded, control characters made visible
 * @param children how each process ran and ended, in words: "java 17.0.15: ended by the harness after 41 answers"
 * @param offered the tasks that it marks a solution for, in its own words: they need not exist; sorted
 * @param libraries what it loaded for its tasks, in its own words before the submission was touched: versions, backend
 * @param observed "wallMillis", "cpuMillis", "peakMiB", "starts"
 * @param devices where it says that it computed, by request id; only where it was asked to use a GPU
 */
public record ChildTrace(
        Map<String, Outcome> outcomes,
        String output,
        List<String> children,
        List<String> offered,
        Map<String, String> libraries,
        Map<String, Double> observed,
        Map<String, DeviceWork> devices) {
    public ChildTrace {
        outcomes = Map.copyOf(outcomes);
        children = List.copyOf(children);
        offered = List.copyOf(offered);
        libraries = Map.copyOf(libraries);
        observed = Map.copyOf(observed);
        devices = Map.copyOf(devices);
    }

    /** Hold what a child did that was not asked about a device. */
    public ChildTrace(
            Map<String, Outcome> outcomes,
            String output,
            List<String> children,
            List<String> offered,
            Map<String, String> libraries,
            Map<String, Double> observed) {
        this(outcomes, output, children, offered, libraries, observed, Map.of());
    }
}
