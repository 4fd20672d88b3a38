package assay.run;

import assay.api.Answers;

/** Be what came of one request: answers, or a fault. */
public sealed interface Outcome {
    /** Hold the answers; {@code wallMillis} is by the parent's clock, 0 for answers that nothing ran for. */
    record Answered(Answers answers, double wallMillis) implements Outcome {}

    /**
     * Say why there is none.
     *
     * @param message a sentence for the student, without control characters, bounded
     * @param where file and line in the submission when known, else ""
     */
    record Failed(Fault fault, String message, String where) implements Outcome {}
}
