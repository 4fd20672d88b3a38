package assay.check;

import assay.assignment.Criterion;
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

    /** Combine a criterion with what was said of it. */
    public static CheckResult of(Criterion criterion, String kind, Judgement judgement) {
        return new CheckResult(
                criterion.id(),
                criterion.title(),
                kind,
                judgement.verdict(),
                judgement.share() * criterion.points(),
                criterion.points(),
                judgement.cause(),
                judgement.message(),
                judgement.diagnosis(),
                judgement.evidence());
    }
}
