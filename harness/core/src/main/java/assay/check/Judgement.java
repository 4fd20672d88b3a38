package assay.check;

import java.util.List;

/**
 * Be what a check kind says.
 *
 * @param share share of the criterion's points, 0 to 1; 1 exactly when PASSED
 * @param cause short machine name: "" when passed, else for example "wrong-value", "wrong-shape", "non-finite", "time-limit"
 * @param message the first line that the student reads: the place and the likely cause
 */
public record Judgement(
        Verdict verdict, double share, String cause, String message, Diagnosis diagnosis, List<Evidence> evidence) {
    public Judgement {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1, was " + share);
        }
        evidence = List.copyOf(evidence);
    }

    /** Say that it is right. */
    public static Judgement passed(String message, List<Evidence> evidence) {
        return new Judgement(Verdict.PASSED, 1, "", message, Diagnosis.none(), evidence);
    }

    /** Say that it is wrong, without points. */
    public static Judgement wrong(String cause, String message, Diagnosis diagnosis, List<Evidence> evidence) {
        return new Judgement(Verdict.WRONG, 0, cause, message, diagnosis, evidence);
    }

    /** Say with a verdict other than PASSED or WRONG why there is nothing to judge. */
    public static Judgement without(Verdict verdict, String cause, String message) {
        return new Judgement(verdict, 0, cause, message, Diagnosis.none(), List.of());
    }
}
