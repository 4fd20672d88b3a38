package assay.check;

import assay.api.Answers;
import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.api.reference.Mistake;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Task;
import assay.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Judge an answer that is right or not, with nothing between: a count, an index, a truth value, a text or a list of them,
 * in every chosen case. Numbers must be equal to the last digit, +0 and -0 count as equal, NaN is never equal.
 */
@About(
        "Judge an answer that is right or not, with nothing between: a count, an index, a truth value, a text or a list of them, in every chosen case. Numbers must be equal to the last digit, +0 and -0 count as equal, NaN is never equal.")
public final class EqualToCheck implements CheckKind<EqualToCheck.Spec> {
    private static final String EXACT =
            "Counts and indices are whole numbers, which a double holds exactly up to 2^53.";

    /** Hold the keys. */
    public record Spec(
            @About("name of the answer") String answer,
            @About("the cases that count") @Default("all") Selection on) {}

    @Override
    public String name() {
        return "equal-to";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.objection(List.of(spec.answer()));
    }

    @Override
    public Selection on(Spec spec) {
        return spec.on();
    }

    @Override
    public Optional<Tolerance> tolerance(Spec spec) {
        return Optional.of(new Tolerance(0, 0));
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        if (CloseToCheck.numberObjection(context.task(), spec.answer()).isEmpty()) {
            return CloseToCheck.judge(spec.answer(), spec.on(), new Tolerance(0, 0), EXACT, Map.of(), context);
        }
        List<Trial> chosen = spec.on().of(context.trials());
        return Comparer.withoutTrials(spec.on(), context)
                .or(() -> context.unanswered(chosen, spec.answer()))
                .orElseGet(() -> judge(spec.answer(), chosen, context));
    }

    private static Judgement judge(String answer, List<Trial> chosen, CheckContext context) {
        RightAnswers right = new RightAnswers(context);
        for (Trial trial : chosen) {
            Optional<Value> expected = compared(right, trial, right.given(trial), answer);
            if (expected.isEmpty()) {
                return Judgement.without(
                        Verdict.NOT_JUDGED,
                        "no-right-answer",
                        "Case '" + trial.request().label() + "' cannot be judged: no right answer is known for '"
                                + answer + "'.");
            }
            if (!isFinite(expected.get())) {
                return Judgement.without(
                        Verdict.NOT_JUDGED,
                        "no-right-answer",
                        "Case '" + trial.request().label() + "' cannot be judged: the right answer is not finite.");
            }
            Answers given = ((Outcome.Answered) trial.outcome()).answers();
            Value actual = compared(right, trial, given, answer).orElseThrow();
            if (!isEqual(expected.get(), actual)) {
                Diagnosis diagnosis = diagnosis(right, context, chosen, answer);
                String message =
                        context.place(trial) + "'" + answer + "' is " + Shown.shortly(actual) + ", which is not right.";
                return Judgement.wrong(
                        "wrong-value",
                        diagnosis.sentence().isEmpty() ? message : message + " " + diagnosis.sentence(),
                        diagnosis,
                        List.of());
            }
        }
        return Judgement.passed(chosen.size() == 1 ? "right" : "right in all " + chosen.size() + " cases", List.of());
    }

    private static Optional<Value> compared(RightAnswers right, Trial trial, Answers given, String answer) {
        return right.compared(trial.request().inputs(), given).get(answer);
    }

    /** Find the first known mistake that gives what was answered in all cases, and not the right answer in all of them. */
    private static Diagnosis diagnosis(RightAnswers right, CheckContext context, List<Trial> chosen, String answer) {
        return context.reference().stream()
                .flatMap(reference -> reference.mistakes().stream())
                .filter(mistake -> chosen.stream().allMatch(trial -> isMade(right, mistake, trial, answer)))
                .findFirst()
                .map(mistake -> new Diagnosis(mistake.id(), mistake.sentence()))
                .orElse(Diagnosis.none());
    }

    private static boolean isMade(RightAnswers right, Mistake mistake, Trial trial, String answer) {
        Answers wrong = mistake.answer().apply(trial.request().inputs());
        Answers given = ((Outcome.Answered) trial.outcome()).answers();
        return wrong.get(answer).isPresent()
                && compared(right, trial, given, answer)
                        .equals(compared(right, trial, RightAnswers.overlay(right.given(trial), wrong), answer));
    }

    private static boolean isFinite(Value value) {
        if (value instanceof Sequence sequence) {
            return sequence.items().stream().allMatch(EqualToCheck::isFinite);
        } else if (value instanceof Fields fields) {
            return fields.byName().values().stream().allMatch(EqualToCheck::isFinite);
        }
        return !(value instanceof Tensor tensor)
                || Arrays.stream(tensor.toArray()).allMatch(Double::isFinite);
    }

    private static boolean isEqual(Value expected, Value actual) {
        if (expected instanceof Text one && actual instanceof Text other) {
            return Shown.fold(one.text()).equals(Shown.fold(other.text()));
        } else if (expected instanceof Sequence one && actual instanceof Sequence other) {
            return one.items().size() == other.items().size()
                    && IntStream.range(0, one.items().size())
                            .allMatch(i ->
                                    isEqual(one.items().get(i), other.items().get(i)));
        } else if (expected instanceof Tensor one && actual instanceof Tensor other) {
            return one.shape().equals(other.shape())
                    && IntStream.range(0, one.size()).allMatch(i -> one.at(i) == other.at(i));
        }
        return expected.equals(actual);
    }
}
