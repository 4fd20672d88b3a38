package assay.grade;

import assay.api.reference.Mistake;
import assay.check.CheckResult;
import assay.check.Diagnosis;
import assay.check.Verdict;
import assay.run.Fault;
import assay.run.References;
import assay.score.Score;
import assay.score.TaskScore;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keep what is right from whoever may hand in again: of a wrong answer nothing is told that was computed from the right one, neither
 * a number nor a difference nor a factor. What remains is the verdict, the known mistake in the author's words, what can be seen of the answer
 * alone, and what the program did.
 */
final class Discretion {
    private static final String KEPT =
            "Wrong. What is right, and how far from it this is, is not told while it can be handed in again.";

    /** What is about the form or the speed of an answer, or about a choice in the author's words. */
    private static final Set<String> TELLS_NOTHING =
            Set.of("wrong-shape", "wrong-choice", "slow", "less-accurate", "same-model");

    /** What is seen of the answer alone, whatever is right. */
    private static final Set<String> SEEN_WITHOUT =
            Set.of("ignores-inputs", "input-copy", "non-finite", "overflow", "zeros");

    private static final Set<String> FAULTS =
            Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.toUnmodifiableSet());

    private final References references;

    /** Know the mistakes that the references describe. */
    Discretion(References references) {
        this.references = references;
    }

    /** Return the score with the same points and without anything that tells what is right. */
    Score applied(Score score) {
        List<TaskScore> tasks = score.tasks().stream().map(this::applied).toList();
        return new Score(score.points(), score.maxPoints(), score.openPoints(), score.hiddenPoints(), tasks);
    }

    private TaskScore applied(TaskScore task) {
        Set<String> mistakes = references.of(task.task()).stream()
                .flatMap(reference -> reference.mistakes().stream())
                .map(Mistake::sentence)
                .collect(Collectors.toSet());
        return new TaskScore(
                task.task(),
                task.sheet(),
                task.title(),
                task.source(),
                task.points(),
                task.maxPoints(),
                task.checks().stream().map(check -> applied(check, mistakes)).toList());
    }

    private static CheckResult applied(CheckResult check, Set<String> mistakes) {
        boolean tells = check.verdict() == Verdict.WRONG
                && !TELLS_NOTHING.contains(check.cause())
                && !FAULTS.contains(check.cause());
        if (!tells) {
            return check;
        }
        Diagnosis found = check.diagnosis();
        boolean harmless = mistakes.contains(found.sentence()) || SEEN_WITHOUT.contains(found.id());
        return new CheckResult(
                check.criterion(),
                check.title(),
                check.kind(),
                check.verdict(),
                check.points(),
                check.maxPoints(),
                check.cause(),
                harmless ? "Wrong. " + found.sentence() : KEPT,
                harmless ? found : Diagnosis.none(),
                List.of());
    }
}
