package assay.check;

import java.util.List;

/**
 * Be the result of one criterion, as stored.
 *
 * @param criterion id within the task
 * @param kind check kind that judged it, "" when none did
 */
public record CheckResult(
        String criterion,
        String title,
        String kind,
        Verdict verdict,
        double points,
        double maxPoints,
        String cause,
        String message,
        Diagnosis diagnosis,
        List<Evidence> evidence) {
    public CheckResult {
        evidence = List.copyOf(evidence);
    }
}
