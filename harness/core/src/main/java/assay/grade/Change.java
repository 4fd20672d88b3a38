package assay.grade;

import assay.check.CheckResult;
import assay.check.Verdict;
import java.util.List;

/**
 * Be what has become of one criterion of one submission.
 *
 * @param before how it was judged; a verdict of {@code HIDDEN} without points where the criterion is new
 * @param after how it is judged now; the same where the criterion is gone
 * @param reasons which rule, reference, code or surroundings have changed, at least one sentence
 */
public record Change(String task, String criterion, String title, Side before, Side after, List<String> reasons) {
    public Change {
        reasons = List.copyOf(reasons);
    }

    /** Be one judgement of it. */
    public record Side(Verdict verdict, double points, double maxPoints, String message) {
        static Side of(CheckResult result) {
            return new Side(result.verdict(), result.points(), result.maxPoints(), result.message());
        }

        static Side nothing() {
            return new Side(Verdict.HIDDEN, 0, 0, "");
        }
    }

    /** Return whether the student loses by it: points, or the word that it is right. */
    public boolean lowers() {
        return !(after.points() >= before.points())
                || (before.verdict() == Verdict.PASSED && after.verdict() != Verdict.PASSED && after.maxPoints() > 0);
    }
}
