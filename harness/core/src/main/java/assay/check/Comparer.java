package assay.check;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Value;
import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Comparisons;
import assay.check.diagnosis.ShapeDiagnosis;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lay the answered numbers beside the right ones, or say why that is not possible. */
final class Comparer {
    private final CheckContext context;
    private final RightAnswers right;
    private final String answer;
    private final Tolerance tolerance;

    /** Be what came of it. */
    sealed interface Result {
        /** Hold comparisons of all chosen trials, at least one. */
        record Compared(Comparisons comparisons) implements Result {}

        /** Say why there is nothing to compare. */
        record Refused(Judgement judgement) implements Result {}
    }

    Comparer(CheckContext context, String answer, Tolerance tolerance) {
        this.context = context;
        this.right = new RightAnswers(context);
        this.answer = answer;
        this.tolerance = tolerance;
    }

    /** Choose the trials, or say that there are none. */
    static Optional<Judgement> withoutTrials(Selection on, CheckContext context) {
        List<String> unknown = on.unknown(context.trials());
        if (!unknown.isEmpty()) {
            return Optional.of(Judgement.without(
                    Verdict.NOT_JUDGED, "unknown-case", "No case is called '" + String.join("' or '", unknown) + "'."));
        }
        return on.of(context.trials()).isEmpty()
                ? Optional.of(Judgement.without(Verdict.NOT_JUDGED, "no-trials", "There is no case to judge by."))
                : Optional.empty();
    }

    /** Compare in all trials that {@code on} chooses. */
    Result compare(Selection on) {
        List<Trial> chosen = on.of(context.trials());
        Optional<Judgement> refusal =
                withoutTrials(on, context).or(() -> ours(chosen)).or(() -> unanswered(chosen));
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        List<Comparison> cases = new ArrayList<>();
        for (Trial trial : chosen) {
            Tensor expected = right.expected(trial, answer).orElseThrow();
            Answers given = ((Outcome.Answered) trial.outcome()).answers();
            Optional<Answers> compared = compared(trial, given);
            if (compared.isEmpty()) {
                return new Result.Refused(wrongShapes(trial, given));
            }
            if (!(compared.get().get(answer).orElse(null) instanceof Tensor actual)) {
                return new Result.Refused(notJudged(trial, "the compared form has no numbers '" + answer + "'"));
            }
            if (!actual.shape().equals(expected.shape())) {
                return new Result.Refused(wrongShape(trial, expected, actual, chosen));
            }
            cases.add(new Comparison(trial, expected, actual, right.scale(trial, answer, expected), tolerance));
        }
        return new Result.Compared(new Comparisons(cases));
    }

    /** Compare in all trials that {@code on} chooses; empty where that is not possible. */
    Optional<Comparisons> compared(Selection on) {
        return compare(on) instanceof Result.Compared compared ? Optional.of(compared.comparisons()) : Optional.empty();
    }

    /** Find what is missing on our side: a right answer, finite numbers, a scale, a bound below the numbers themselves. */
    private Optional<Judgement> ours(List<Trial> chosen) {
        boolean empty = true;
        boolean nonzero = false;
        boolean swallowed = true;
        for (Trial trial : chosen) {
            Optional<Tensor> expected = right.expected(trial, answer);
            if (expected.isEmpty()) {
                return Optional.of(notJudged(trial, "no right answer is known for '" + answer + "'"));
            }
            Tensor scale = right.scale(trial, answer, expected.get());
            if (!expected.get().shape().equals(scale.shape()) || !isFinite(expected.get()) || !isFinite(scale)) {
                return Optional.of(notJudged(trial, "the right answer or its scale is not finite or not of one shape"));
            }
            empty &= scale.size() == 0;
            for (int i = 0; i < scale.size(); i++) {
                nonzero |= expected.get().at(i) != 0;
                swallowed &= Math.max(scale.at(i), Math.abs(expected.get().at(i))) <= tolerance.absolute();
            }
        }
        if (empty) {
            return Optional.of(Judgement.without(Verdict.NOT_JUDGED, "no-numbers", "There are no numbers to compare."));
        }
        return nonzero && swallowed
                ? Optional.of(Judgement.without(
                        Verdict.NOT_JUDGED,
                        "vacuous-tolerance",
                        "The absolute tolerance is larger than all right numbers: zeros would pass."))
                : Optional.empty();
    }

    /** Say what the submission does not answer, with the likely cause of a wrong shape. */
    private Optional<Judgement> unanswered(List<Trial> chosen) {
        for (Trial trial : chosen) {
            Optional<Judgement> found = context.unanswered(List.of(trial), answer);
            if (found.isPresent()) {
                boolean numbers = found.get().cause().equals("wrong-shape")
                        && trial.outcome() instanceof Outcome.Answered answered
                        && answered.answers().get(answer).orElse(null) instanceof Tensor;
                return numbers ? Optional.of(explained(found.get(), trial, chosen)) : found;
            }
        }
        return Optional.empty();
    }

    private Judgement explained(Judgement found, Trial trial, List<Trial> chosen) {
        Tensor given = ((Outcome.Answered) trial.outcome()).answers().tensor(answer);
        return right.given(trial).get(answer).orElse(null) instanceof Tensor expected
                ? withDiagnosis(found.message(), shapeDiagnosis(expected, given, chosen))
                : found;
    }

    /** Find the cause of a wrong shape: a known mistake of the task that has it too, else what the shapes say. */
    private Diagnosis shapeDiagnosis(Tensor expected, Tensor given, List<Trial> chosen) {
        return right.mistake(chosen, answer)
                .map(mistake -> new Diagnosis(mistake.id(), mistake.sentence()))
                .orElseGet(() -> ShapeDiagnosis.of(expected.shape(), given.shape()));
    }

    /** Put the answers into the compared form; empty when that fails and a wrong shape among them is the cause. */
    private Optional<Answers> compared(Trial trial, Answers given) {
        if (odd(trial, given).isEmpty()) {
            return Optional.of(right.compared(trial.request().inputs(), given));
        }
        try {
            return Optional.of(right.compared(trial.request().inputs(), given));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Find the answers that are missing or of another kind or shape than the right ones. */
    private List<String> odd(Trial trial, Answers given) {
        return right.given(trial).fields().byName().entrySet().stream()
                .filter(entry -> !given.get(entry.getKey())
                        .map(value -> isAlike(entry.getValue(), value))
                        .orElse(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAlike(Value one, Value other) {
        if (one instanceof Tensor right && other instanceof Tensor given) {
            return right.shape().equals(given.shape());
        }
        return one.getClass() == other.getClass();
    }

    private Judgement wrongShapes(Trial trial, Answers given) {
        String name = odd(trial, given).get(0);
        Optional<Value> value = given.get(name);
        if (value.isEmpty()) {
            return Judgement.without(
                    Verdict.MISSING,
                    "no-answer",
                    "'" + name + "' is not answered; '" + answer + "' is judged with it.");
        }
        Value wanted = right.given(trial).get(name).orElseThrow();
        Diagnosis diagnosis = wanted instanceof Tensor expected && value.get() instanceof Tensor actual
                ? ShapeDiagnosis.of(expected.shape(), actual.shape())
                : Diagnosis.none();
        return withDiagnosis(
                context.place(trial) + "'" + name + "' is " + value.get().describe() + ", must be " + wanted.describe()
                        + ".",
                diagnosis);
    }

    private Judgement wrongShape(Trial trial, Tensor expected, Tensor actual, List<Trial> chosen) {
        return withDiagnosis(
                context.place(trial) + "'" + answer + "' is " + actual.describe() + ", must be " + expected.describe()
                        + ".",
                shapeDiagnosis(expected, actual, chosen));
    }

    private static Judgement withDiagnosis(String message, Diagnosis diagnosis) {
        String whole = diagnosis.sentence().isEmpty() ? message : message + " " + diagnosis.sentence();
        return Judgement.wrong("wrong-shape", whole, diagnosis, List.of());
    }

    private Judgement notJudged(Trial trial, String why) {
        return Judgement.without(
                Verdict.NOT_JUDGED,
                "no-right-answer",
                "Case '" + trial.request().label() + "' cannot be judged: " + why + ".");
    }

    private static boolean isFinite(Tensor tensor) {
        return IntStream.range(0, tensor.size()).allMatch(i -> Double.isFinite(tensor.at(i)));
    }
}
