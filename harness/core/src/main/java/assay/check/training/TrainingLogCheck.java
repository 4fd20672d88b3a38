package assay.check.training;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.reference.ReferenceTask;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.CheckKind;
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

/** Judge the curves that a training logged by what they must be: ln K first, falling, counts of whole images, no leak. */
@About(
        "Judge the curves that a training logged by what they must be: ln K before any step, falling, accuracies that are counts of whole images, no loss floor of a softmax taken twice, no validation images that were trained on.")
public final class TrainingLogCheck implements CheckKind<TrainingLogCheck.Spec> {
    /** A loss that stays above the floor of a softmax of a softmax is one where the reference's is far below. */
    private static final double FAR_BELOW = 1.5;

    /** Accuracy at which the loss of ten classes is far below the floor, unless the training has only begun. */
    private static final double GOOD = 0.5;

    /** A curve of at least this many numbers that falls by no more than this share in its last quarter has levelled off. */
    private static final int LONG = 9;

    private static final double LEVEL = 0.08;

    /** Hold the keys. */
    public record Spec(
            @About("the answer with the mean training losses, the first before any step")
            String losses,

            @About("the answer with the predictions of the trained model") @Default("predictions")
            String predictions,

            @About("the answer with the accuracies on the validation images, one per epoch; \"\" for none") @Default("")
            String accuracies,

            @About("number of validation images") @Default("1")
            int counted,

            @About("number of classes") @Default("10") int classes,

            @About("how far the first loss may be off ln K, as a share of it") @Default("0.1")
            double first,

            @About(
                    "least share of the validation errors that the test accuracy and the reference explain; fewer mean trained on; 0 never complains")
            @Default("0")
            double leak) {
        public Spec {
            if (classes < 2 || counted < 1 || !(first > 0)) {
                throw new IllegalArgumentException("classes must be 2 or more, counted 1 or more, first above 0");
            }
            if (!(leak >= 0 && leak < 1)) {
                throw new IllegalArgumentException("leak must be a share, 0 or more and less than 1, was " + leak);
            }
        }
    }

    @Override
    public String name() {
        return "training-log";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.objection(answers(spec));
    }

    private static List<String> answers(Spec spec) {
        return spec.accuracies().isEmpty()
                ? List.of(spec.losses(), spec.predictions())
                : List.of(spec.losses(), spec.predictions(), spec.accuracies());
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        Optional<ReferenceTask> reference = context.reference();
        if (reference.isEmpty()) {
            return Judgement.without(
                    Verdict.NOT_JUDGED,
                    "no-reference",
                    "The curves are laid beside the reference's, which is not here.");
        }
        for (String answer : answers(spec)) {
            Optional<Judgement> missing = context.unanswered(context.trials(), answer);
            if (missing.isPresent()) {
                return missing.get();
            }
        }
        for (Trial trial : context.trials()) {
            Optional<TrainingLog.Complaint> complaint =
                    log(spec, trial).complaint().or(() -> twice(spec, trial, reference.get()));
            if (complaint.isPresent()) {
                return wrong(complaint.get(), context.place(trial), spec, trial, reference.get());
            }
        }
        return leak(spec, context, reference.get());
    }

    private static TrainingLog log(Spec spec, Trial trial) {
        Answers answers = ((Outcome.Answered) trial.outcome()).answers();
        return new TrainingLog(
                numbers(answers, spec.losses()),
                numbers(answers, spec.accuracies()),
                spec.counted(),
                spec.classes(),
                spec.first());
    }

    private static double[] numbers(Answers answers, String name) {
        return answers.get(name).orElse(Tensor.vector()) instanceof Tensor tensor ? tensor.toArray() : new double[0];
    }

    private static Judgement wrong(
            TrainingLog.Complaint complaint, String place, Spec spec, Trial trial, ReferenceTask reference) {
        return Judgement.wrong(
                "strange-log",
                place + complaint.sentence(),
                complaint.diagnosis(),
                List.of(curves(spec, trial, reference)));
    }

    /** Recognise the loss of a softmax of a softmax: it cannot fall below its floor however good the model is. */
    private static Optional<TrainingLog.Complaint> twice(Spec spec, Trial trial, ReferenceTask reference) {
        double[] losses = log(spec, trial).losses();
        double lowest = Arrays.stream(losses).min().orElse(0);
        double floor = TrainingLog.floorOfTwice(spec.classes());
        double[] known = numbers(reference.solve(trial.request().inputs()), spec.losses());
        double last = known.length == 0 ? Double.NaN : known[known.length - 1];
        double accuracy = Predictions.of(trial, spec.predictions(), reference).accuracy();
        if (!(lowest >= floor && accuracy >= GOOD && lowest >= FAR_BELOW * last && isLevel(losses))) {
            return Optional.empty();
        }
        return Optional.of(new TrainingLog.Complaint(
                "softmax-twice",
                String.format(
                        Locale.ROOT,
                        "The loss never falls below %.4f although %.1f %% are right: a softmax of a softmax cannot fall below"
                                + " ln(1 + %d/e) = %.4f. Does the loss take the softmax itself?",
                        lowest,
                        100 * accuracy,
                        spec.classes() - 1,
                        floor)));
    }

    /** Tell a curve that has come to its end from that of a training which has only begun, with any loss. */
    private static boolean isLevel(double[] losses) {
        double late = losses[losses.length * 3 / 4] - losses[losses.length - 1];
        return losses.length >= LONG && late <= LEVEL * (losses[0] - losses[losses.length - 1]);
    }

    /** Complain where the validation errors are too few for the errors on unseen images. */
    private static Judgement leak(Spec spec, CheckContext context, ReferenceTask reference) {
        List<ValidationErrors> seeds = new ArrayList<>();
        boolean hasLearned = true;
        for (Trial trial : context.trials()) {
            double[] known = numbers(reference.solve(trial.request().inputs()), spec.accuracies());
            Predictions unseen = Predictions.of(trial, spec.predictions(), reference);
            seeds.add(ValidationErrors.of(spec.counted(), log(spec, trial).accuracies(), known, unseen));
            // Predictions that fail altogether have another cause, and tell nothing about the validation images.
            hasLearned &= 2 * unseen.right() >= unseen.reference();
        }
        ValidationErrors errors = ValidationErrors.mean(seeds);
        Trial first = context.trials().get(0);
        if (!spec.accuracies().isEmpty() && hasLearned && errors.areTooFew(spec.leak())) {
            String sentence = String.format(
                    Locale.ROOT,
                    "%.1f of %d validation images are wrong; by the accuracy on unseen images there should be about %.1f."
                            + " Was the model trained on the validation images as well?",
                    errors.own(),
                    spec.counted(),
                    errors.explained());
            return wrong(new TrainingLog.Complaint("validation-trained", sentence), "", spec, first, reference);
        }
        return Judgement.passed("the curves are what they must be", List.of(curves(spec, first, reference)));
    }

    private static Evidence curves(Spec spec, Trial trial, ReferenceTask reference) {
        return new Evidence.Curves(
                "Training loss, " + trial.request().label(),
                "epoch",
                "mean cross-entropy",
                false,
                List.of(
                        curve("handed in", log(spec, trial).losses()),
                        curve(
                                "reference",
                                numbers(reference.solve(trial.request().inputs()), spec.losses()))));
    }

    private static Evidence.Curves.Curve curve(String name, double[] losses) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            if (Double.isFinite(losses[i])) {
                x.add((double) i);
                y.add(losses[i]);
            }
        }
        return new Evidence.Curves.Curve(name, x, y);
    }
}
