package assay.verify;

import assay.api.Answers;
import assay.api.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Be made-up answers to all cases of a task.
 *
 * @param name what was done, for people: "zeros", "factor 2"
 * @param answers one per case, in the order of the cases
 */
record Variant(String name, Origin origin, List<Answers> answers) {
    Variant {
        answers = List.copyOf(answers);
    }

    /** Return whether all its numbers are finite, in all cases. */
    boolean isFinite() {
        return answers.stream()
                .flatMap(one -> one.fields().byName().values().stream())
                .allMatch(value -> !(value instanceof Tensor tensor)
                        || Arrays.stream(tensor.toArray()).allMatch(Double::isFinite));
    }

    /** Say what a variant is made from, which decides what may be asked of it. */
    enum Origin {
        /** The right answers in another way: must pass. */
        RIGHT,
        /** Nothing: numbers without thought. No criterion may accept them. */
        THOUGHTLESS,
        /** The right answers, rearranged. Where many answers are right, such as witnesses, this may be one of them. */
        REARRANGED,
        /** A known mistake of the task. */
        MISTAKE,
        /** A reference that was changed a little. */
        MUTANT
    }
}
