package assay.run;

import java.util.List;
import java.util.Map;

/**
 * Hold what happened when a submission ran.
 *
 * @param exchanges all requests of the plan in its order, each with its outcome
 * @param output what the submission printed, bounded, control characters made visible
 * @param children facts about each child process that ran, for people: language, version, how it ended
 * @param misplaced what code is marked for that is no task of the assignment, in sentences
 * @param libraries what children loaded for their tasks: versions, backend
 * @param observed measured facts that differ from run to run: "wallMillis", "cpuMillis", "peakMiB"
 */
public record RunTrace(
        List<Exchange> exchanges,
        String output,
        List<String> children,
        List<String> misplaced,
        Map<String, String> libraries,
        Map<String, Double> observed) {
    public RunTrace {
        exchanges = List.copyOf(exchanges);
        children = List.copyOf(children);
        misplaced = List.copyOf(misplaced);
        libraries = Map.copyOf(libraries);
        observed = Map.copyOf(observed);
    }
}
