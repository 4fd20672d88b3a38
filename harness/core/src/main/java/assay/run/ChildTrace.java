package assay.run;

import java.util.LinkedHashMap;
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

    /** Return what comes of a plan that could not be run, which is not the submission's fault. */
    static ChildTrace notRun(ChildPlan plan, String message) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        plan.requests().forEach(request -> outcomes.put(request.id(), new Outcome.Failed(Fault.HARNESS, message, "")));
        return new ChildTrace(outcomes, "", List.of(), List.of(), Map.of(), Map.of("starts", 0.0));
    }

    /** Return the same with other outcomes. */
    ChildTrace with(Map<String, Outcome> other) {
        return new ChildTrace(other, output, children, offered, libraries, observed, devices);
    }

    /** Return the same with another account of the processes and of what was measured. */
    ChildTrace with(List<String> processes, Map<String, Double> measured) {
        return new ChildTrace(outcomes, output, processes, offered, libraries, measured, devices);
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
