package assay.check;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Suspect;
import assay.run.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Know what is right in a trial: what is written down, else what the reference computes, in the form that is compared. */
final class RightAnswers {
    private final Optional<ReferenceTask> reference;

    RightAnswers(CheckContext context) {
        this.reference = context.reference();
    }

    /** Return the right answers before they are put into the compared form. */
    Answers given(Trial trial) {
        return reference
                .map(task -> overlay(task.solve(trial.request().inputs()), trial.written()))
                .orElse(trial.written());
    }

    /** Return the right numbers in the compared form; nothing when neither the case nor the reference says. */
    Optional<Tensor> expected(Trial trial, String answer) {
        return tensor(compared(trial.request().inputs(), given(trial)), answer);
    }

    /** Put answers into the form that is compared. */
    Answers compared(Inputs inputs, Answers given) {
        return reference.map(task -> task.compared(inputs, given)).orElse(given);
    }

    /** Return the scale in the shape of {@code expected}: the reference's, a number of it spread, else |expected|. */
    Tensor scale(Trial trial, String answer, Tensor expected) {
        Optional<Tensor> scale =
                reference.flatMap(task -> tensor(task.scale(trial.request().inputs()), answer));
        if (scale.isEmpty()) {
            return expected.map(Math::abs);
        }
        return scale.get().rank() == 0 && expected.rank() > 0
                ? expected.map(entry -> scale.get().item())
                : scale.get();
    }

    /** Return the known mistakes of the task as suspects for one answer, recomputed on the inputs of each case. */
    List<Suspect> suspects(String answer) {
        return reference.map(ReferenceTask::mistakes).orElse(List.of()).stream()
                .map(mistake -> new Suspect(mistake.id(), mistake.sentence(), one -> prediction(mistake, one, answer)))
                .toList();
    }

    /** Find the known mistake that gives what was answered in all trials, before it is put into the compared form. */
    Optional<Mistake> mistake(List<Trial> trials, String answer) {
        return reference.map(ReferenceTask::mistakes).orElse(List.of()).stream()
                .filter(mistake -> trials.stream().allMatch(trial -> isMade(mistake, trial, answer)))
                .findFirst();
    }

    /** Find the known mistake that gives all that was answered in all trials, where it gives something else than is right. */
    Optional<Mistake> mistake(List<Trial> trials) {
        return reference.map(ReferenceTask::mistakes).orElse(List.of()).stream()
                .filter(mistake -> trials.stream().allMatch(trial -> isMade(mistake, trial)))
                .findFirst();
    }

    private boolean isMade(Mistake mistake, Trial trial) {
        Answers wrong = mistake.answer().apply(trial.request().inputs());
        Answers whole = overlay(given(trial), wrong);
        return whole.fields().byName().keySet().stream()
                .allMatch(name -> trial.outcome() instanceof Outcome.Answered answered
                        && isSame(whole.get(name), answered.answers().get(name)));
    }

    private static boolean isSame(Optional<Value> one, Optional<Value> other) {
        boolean numbers = one.orElse(null) instanceof Tensor && other.orElse(null) instanceof Tensor;
        return numbers ? isAlike((Tensor) one.orElseThrow(), (Tensor) other.orElseThrow()) : one.equals(other);
    }

    private static boolean isMade(Mistake mistake, Trial trial, String answer) {
        if (!(trial.outcome() instanceof Outcome.Answered answered)) {
            return false;
        }
        Optional<Tensor> given = tensor(answered.answers(), answer);
        Optional<Tensor> wrong = tensor(mistake.answer().apply(trial.request().inputs()), answer);
        return given.isPresent() && wrong.isPresent() && isAlike(wrong.get(), given.get());
    }

    /** Compare without a scale: all entries within 1e-9 of the largest one. */
    private static boolean isAlike(Tensor one, Tensor other) {
        if (!one.shape().equals(other.shape())) {
            return false;
        }
        double largest = Arrays.stream(one.toArray()).map(Math::abs).max().orElse(0);
        return IntStream.range(0, one.size())
                .allMatch(i -> Math.abs(one.at(i) - other.at(i)) <= CloseToCheck.RELATIVE * largest);
    }

    private Optional<Tensor> prediction(Mistake mistake, Comparison one, String answer) {
        Answers wrong = mistake.answer().apply(one.inputs());
        if (wrong.get(answer).isEmpty()) {
            return Optional.empty();
        }
        Answers whole = overlay(given(one.trial()), wrong);
        return tensor(compared(one.inputs(), whole), answer);
    }

    private static Optional<Tensor> tensor(Answers answers, String answer) {
        return answers.get(answer).filter(Tensor.class::isInstance).map(Tensor.class::cast);
    }

    /** Take the answers of {@code above}, and those of {@code below} that it does not have. */
    static Answers overlay(Answers below, Answers above) {
        Map<String, Value> both = new LinkedHashMap<>(below.fields().byName());
        both.putAll(above.fields().byName());
        return Answers.of(both);
    }
}
