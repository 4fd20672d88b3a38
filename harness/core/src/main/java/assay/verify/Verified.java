package assay.verify;

import java.util.List;
import java.util.stream.Stream;

/**
 * Be all that was found out about an assignment.
 *
 * @param counts one per task, in the order of the assignment
 * @param draws what many draws gave, one per task that has draws
 */
public record Verified(List<Finding> findings, List<TaskCount> counts, List<DrawCount> draws) {
    public Verified {
        findings = List.copyOf(findings);
        counts = List.copyOf(counts);
        draws = List.copyOf(draws);
    }

    /** Return this with more findings. */
    public Verified with(List<Finding> more) {
        return new Verified(Stream.concat(findings.stream(), more.stream()).toList(), counts, draws);
    }

    /** Return what is not as declared. */
    public List<Finding> complaints() {
        return findings.stream().filter(finding -> !finding.holds()).toList();
    }

    /** Return the counts of all tasks together. */
    public TaskCount total() {
        return counts.stream().reduce(TaskCount.none("all tasks"), TaskCount::plus);
    }

    /** Return whether everything is as declared and all goals are met. */
    public boolean holds() {
        return complaints().isEmpty() && total().reachesGoals();
    }
}
