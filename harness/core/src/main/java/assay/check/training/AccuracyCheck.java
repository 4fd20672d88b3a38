package assay.check.training;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.reference.ReferenceTask;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.CheckKind;
import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Judge predictions by the share that is right, against a number that is declared. The exact binomial interval (Clopper and
 * Pearson 1934) says what the images show about the model: only an interval on one side of the number decides.
 */
@About(
        "Judge predictions by the share that is right, against a declared number: PASSED when the exact binomial interval is above it, WRONG when it is below, else INCONCLUSIVE.")
public final class AccuracyCheck implements CheckKind<AccuracyCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About("the answer with one label per image, or with one row of scores per image")
            String answer,

            @About("per cent that must be right") double atLeast,

            @About("greatest probability of a wrong decision, either way") @Default("0.025")
            double alpha,

            @About("number of classes") @Default("10") int classes,

            @About("a sentence for the student after what was found, such as where the images come from") @Default("")
            String note) {
        public Spec {
            if (!(atLeast > 0 && atLeast <= 100)) {
                throw new IllegalArgumentException(
                        "at-least must be more than 0 and at most 100 per cent, was " + atLeast);
            }
            if (!(alpha > 0 && alpha < 0.5)) {
                throw new IllegalArgumentException("alpha must be between 0 and 0.5, was " + alpha);
            }
        }
    }

    /** Hold how many are right and the interval in per cent. */
    record Found(int right, int images, double low, double high) {
        static Found of(int right, int images, double alpha) {
            double low = right == 0
                    ? 0
                    : new BetaDistribution(null, right, images - right + 1.0).inverseCumulativeProbability(alpha);
            double high = right == images
                    ? 1
                    : new BetaDistribution(null, right + 1.0, images - right).inverseCumulativeProbability(1 - alpha);
            return new Found(right, images, 100 * low, 100 * high);
        }
    }

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.data().isEmpty() ? "the task has no 'data'" : task.objection(List.of(spec.answer()));
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public boolean isDecided(Spec spec, CheckContext context) {
        Verdict verdict = judge(spec, context).verdict();
        return verdict != Verdict.INCONCLUSIVE && verdict != Verdict.NOT_JUDGED;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        Optional<ReferenceTask> reference = context.reference();
        List<Trial> trials = context.trials();
        if (reference.isEmpty()) {
            return Judgement.without(Verdict.NOT_JUDGED, "no-reference", "The labels of the images are not here.");
        } else if (trials.isEmpty()) {
            return Judgement.without(Verdict.NOT_JUDGED, "no-trials", "There is nothing to judge by.");
        }
        return context.unanswered(trials, spec.answer())
                .or(() -> Predictions.misfit(trials, spec.answer(), spec.classes(), reference.get(), context))
                .orElseGet(() -> judge(spec, trials, reference.get()));
    }

    private static Tensor given(Spec spec, Trial trial) {
        return ((Outcome.Answered) trial.outcome()).answers().tensor(spec.answer());
    }

    private static Tensor right(Spec spec, Trial trial, ReferenceTask reference) {
        return reference.solve(trial.request().inputs()).tensor(spec.answer());
    }

    private static Judgement judge(Spec spec, List<Trial> trials, ReferenceTask reference) {
        List<Double> labels = new ArrayList<>();
        List<Double> truth = new ArrayList<>();
        int right = 0;
        for (Trial trial : trials) {
            double[] predicted = Predictions.labels(given(spec, trial));
            Tensor hits = reference
                    .compared(trial.request().inputs(), Answers.of(spec.answer(), predicted))
                    .tensor(spec.answer());
            right += (int) Arrays.stream(hits.toArray()).sum();
            Arrays.stream(predicted).forEach(labels::add);
            Arrays.stream(right(spec, trial, reference).toArray()).forEach(truth::add);
        }
        Found found = Found.of(right, labels.size(), spec.alpha());
        String sentence = sentence(spec, found);
        List<Evidence> evidence = List.of(table(spec, found));
        if (found.low() >= spec.atLeast()) {
            return Judgement.passed(sentence, evidence);
        } else if (found.high() <= spec.atLeast()) {
            Diagnosis diagnosis = new LabelsDiagnosis(spec.classes(), labels, truth).find();
            String first = diagnosis.sentence().isEmpty() ? "" : diagnosis.sentence() + " ";
            return Judgement.wrong("less-accurate", first + sentence, diagnosis, evidence);
        }
        return new Judgement(
                Verdict.INCONCLUSIVE,
                0,
                "too-few-images",
                sentence + " The interval holds " + number(spec.atLeast())
                        + " %: so few images show neither that the model is good enough nor that it is not.",
                Diagnosis.none(),
                evidence);
    }

    private static String sentence(Spec spec, Found found) {
        return String.format(
                Locale.ROOT,
                "%d of %d images are right, %.1f %% (%s %% interval for the model: %.1f to %.1f %%); at least %s %% must be.%s",
                found.right(),
                found.images(),
                100.0 * found.right() / found.images(),
                number(100 * (1 - 2 * spec.alpha())),
                found.low(),
                found.high(),
                number(spec.atLeast()),
                spec.note().isEmpty() ? "" : " " + spec.note());
    }

    private static Evidence table(Spec spec, Found found) {
        return new Evidence.Table(
                "Share of right labels",
                List.of("right", "images", "accuracy in %", "from", "to", "at least"),
                List.of(List.of(
                        String.valueOf(found.right()),
                        String.valueOf(found.images()),
                        percent(100.0 * found.right() / found.images()),
                        percent(found.low()),
                        percent(found.high()),
                        number(spec.atLeast()))));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }
}
