package assay.check;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Truth;
import assay.api.Value;
import assay.assignment.About;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.run.Fault;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judge whether a case that has no answer is reported: by an exception, or by a truth value that is answered true. A
 * number, NaN or infinity in silence is wrong, and so is reporting a case that has an answer.
 */
@About(
        "Judge whether a case that has no answer is reported: by an exception, or by a truth value that is answered true. A number, NaN or infinity in silence is wrong, and so is reporting a case that has an answer.")
public final class ReportsDegenerateCheck implements CheckKind<ReportsDegenerateCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About("names of the cases without an answer") List<String> on,
            @About("the truth value that reports them") String answer,
            @About("the answers that have no value there") List<String> numbers) {
        public Spec {
            on = List.copyOf(on);
            numbers = List.copyOf(numbers);
            if (on.isEmpty()) {
                throw new IllegalArgumentException("'on' must name at least one case");
            }
        }
    }

    @Override
    public String name() {
        return "reports-degenerate";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        Optional<Field> field = task.answer(spec.answer());
        if (field.isEmpty()) {
            return task.objection(List.of(spec.answer()));
        }
        if (field.get().type().kind() != ValueType.Kind.TRUTH) {
            return "'" + spec.answer() + "' is " + field.get().type() + ", must be a truth";
        }
        return spec.numbers().stream()
                .map(name -> CloseToCheck.numberObjection(task, name))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Return all cases: those that have an answer must not be reported. The names come along, so that they must exist. */
    @Override
    public Selection on(Spec spec) {
        List<String> chosen = new ArrayList<>(Selection.all().chosen());
        chosen.addAll(spec.on());
        return new Selection(chosen);
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        Selection named = new Selection(spec.on());
        List<Trial> degenerate = named.of(context.trials());
        List<Trial> others = context.trials().stream()
                .filter(trial -> !degenerate.contains(trial))
                .toList();
        Optional<Judgement> refusal = Comparer.withoutTrials(named, context);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (others.isEmpty()) {
            return Judgement.without(
                    Verdict.NOT_JUDGED,
                    "no-trials",
                    "There is no case with an answer: a submission that always reports would pass.");
        }
        return others.stream()
                .flatMap(trial -> ordinary(spec, context, trial).stream())
                .findFirst()
                .or(() -> degenerate.stream()
                        .flatMap(trial -> silent(spec, context, trial).stream())
                        .findFirst())
                .orElseGet(() -> Judgement.passed(
                        degenerate.size() == 1
                                ? "the case without an answer is reported"
                                : "all " + degenerate.size() + " cases without an answer are reported",
                        List.of()));
    }

    /** Return what is wrong in a case that has an answer. */
    private static Optional<Judgement> ordinary(Spec spec, CheckContext context, Trial trial) {
        if (trial.outcome() instanceof Outcome.Failed failed) {
            return Optional.of(context.fault(trial, failed));
        }
        return reports(spec, ((Outcome.Answered) trial.outcome()).answers())
                ? Optional.of(Judgement.wrong(
                        "false-alarm",
                        context.place(trial) + "'" + spec.answer() + "' is true, but this case has an answer.",
                        Diagnosis.none(),
                        List.of()))
                : Optional.empty();
    }

    /** Return what is wrong in a case that has no answer. */
    private static Optional<Judgement> silent(Spec spec, CheckContext context, Trial trial) {
        if (trial.outcome() instanceof Outcome.Failed failed) {
            return failed.fault() == Fault.EXCEPTION ? Optional.empty() : Optional.of(context.fault(trial, failed));
        }
        Answers given = ((Outcome.Answered) trial.outcome()).answers();
        if (reports(spec, given)) {
            return Optional.empty();
        }
        return Optional.of(Judgement.wrong(
                "silent",
                context.place(trial) + "there is no answer here, and " + answered(spec, given)
                        + ". Report it: raise an exception, or answer '" + spec.answer() + "' with true.",
                Diagnosis.none(),
                List.of()));
    }

    private static boolean reports(Spec spec, Answers given) {
        return given.get(spec.answer()).orElse(null) instanceof Truth truth && truth.holds();
    }

    private static String answered(Spec spec, Answers given) {
        for (String name : spec.numbers()) {
            Optional<Value> value = given.get(name);
            if (value.isPresent() && value.get() instanceof Tensor tensor) {
                String shown = tensor.rank() == 0 ? Digits.few(tensor.item()) : tensor.describe();
                return "'" + name + "' is answered with " + shown + " as if there were one";
            }
        }
        return "nothing says so";
    }
}
