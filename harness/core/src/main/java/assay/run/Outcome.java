package assay.run;

import assay.api.Answers;
import java.util.Map;

/** Be what came of one request: answers, or a fault. */
public sealed interface Outcome {
    /**
     * Hold the answers.
     *
     * @param refused answers that were given but cannot be read, by name, with the reason
     * @param wallMillis by the parent's clock, 0 for answers that nothing ran for
     */
    record Answered(Answers answers, Map<String, Failed> refused, double wallMillis) implements Outcome {
        public Answered {
            refused = Map.copyOf(refused);
        }

        /** Hold answers that can all be read. */
        public Answered(Answers answers, double wallMillis) {
            this(answers, Map.of(), wallMillis);
        }
    }

    /**
     * Say why there is none.
     *
     * @param message a sentence for the student, without control characters, bounded
     * @param where file and line in the submission when known, else ""
     */
    record Failed(Fault fault, String message, String where) implements Outcome {}
}
