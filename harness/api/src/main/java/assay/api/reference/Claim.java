package assay.api.reference;

import assay.api.Answers;
import assay.api.Inputs;
import java.util.Optional;

/** Examine what a student hands in for a claim: a witness, or a property that right answers have without being equal. */
@FunctionalInterface
public interface Claim {
    /**
     * Return why the answers do not show the claim, in a sentence for the student, or nothing when they do.
     *
     * @param inputs the inputs of the case; none for a task without inputs
     * @param given the answers of the task; the witness is among them, and may be missing or of a wrong kind
     */
    Optional<String> objection(Inputs inputs, Answers given);
}
