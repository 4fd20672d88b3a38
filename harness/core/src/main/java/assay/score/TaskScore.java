package assay.score;

import assay.check.CheckResult;
import java.util.List;

/**
 * Be the result of one task.
 *
 * @param source where the answers came from, for people: "answers.yaml", "Java", "Python", "nothing handed in", "judged at grading"
 */
public record TaskScore(
        String task,
        String sheet,
        String title,
        String source,
        double points,
        double maxPoints,
        List<CheckResult> checks) {
    public TaskScore {
        checks = List.copyOf(checks);
    }
}
