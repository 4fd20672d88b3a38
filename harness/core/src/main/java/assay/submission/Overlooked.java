package assay.submission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Find files that a student probably wanted to be graded and that are not read where they lie. */
final class Overlooked {
    private static final int MOST = 5;

    private Overlooked() {}

    /** Return a sentence, without its point, for each such file among {@code files}; at most five. */
    static List<String> in(List<String> files) {
        return files.stream()
                .map(file -> about(file, files.contains(Submission.ANSWERS)))
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private static Optional<String> about(String file, boolean answersThere) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String folded = name.toLowerCase(Locale.ROOT);
        boolean answers = folded.matches("answers?\\.(ya?ml|txt|json)(\\.txt)?");
        if (answers && !answersThere) {
            return Optional.of("'" + Intake.visible(file) + "' is not read: it must be called " + Submission.ANSWERS
                    + " and lie at the top");
        } else if (folded.endsWith(".ipynb")) {
            return Optional.of("'" + Intake.visible(file) + "' is not read: save the notebook as a .py file");
        } else if (folded.endsWith(".py") && !name.equals("assay.py") && !file.matches("(python/)?[^/]+\\.py")) {
            return Optional.of(
                    "'" + Intake.visible(file) + "' is not read: .py files must lie at the top or in python/");
        } else if (folded.matches(".*\\.(csv|npy|npz)") && !file.matches("predictions/[^/]+\\.(csv|npy)")) {
            return Optional.of("'" + Intake.visible(file)
                    + "' is not read: predictions must lie in predictions/ and end with .csv or .npy");
        }
        return Optional.empty();
    }
}
