package assay.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hold what {@code answers.yaml} says, not yet judged.
 *
 * @param assignment the id that the file names, "" when it names none
 * @param answers by task id, then by answer name; only what is not empty
 * @param problems what stands in the file and belongs nowhere, in sentences with file and line
 */
public record AnswersFile(String assignment, Map<String, Map<String, GivenAnswer>> answers, List<String> problems) {
    public AnswersFile {
        answers = Map.copyOf(answers);
        problems = List.copyOf(problems);
    }

    /** Return the file of a submission that has none. */
    public static AnswersFile none() {
        return new AnswersFile("", Map.of(), List.of());
    }

    /** Find the answers to one task. */
    public Optional<Map<String, GivenAnswer>> of(String task) {
        return Optional.ofNullable(answers.get(task));
    }
}
