package assay.api.reference;

import assay.api.Answers;
import java.util.Optional;

/** Examine the witness that a student hands in for a claim. */
@FunctionalInterface
public interface Claim {
    /**
     * Return why the witness does not show the claim, in a sentence for the student, or nothing when it does.
     *
     * @param given the answers of the task; the witness is among them, and may be missing or of a wrong kind
     */
    Optional<String> objection(Answers given);
}
