package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code softmax-regression} in the order of the sheet. */
public final class SoftmaxRegression {
    /** Name the assignment. */
    public static final String ID = "softmax-regression";

    private SoftmaxRegression() {}

    /** Return one solver per task. */
    public static List<ReferenceTask> tasks() {
        return List.of(
                new LogisticGradient(),
                new SoftmaxSlopes(),
                new SoftmaxJacobian(),
                new SoftmaxGradient(),
                new ImagePreprocessing(),
                new LogisticBatch(),
                new GradientTest(),
                new LogisticEpoch(),
                new LogisticAccuracy(),
                new EarlyStopping(),
                new Shuffling(),
                new Statements("training/why-shuffle", Answers.of("reason", "same-batches-repeat")),
                new SoftmaxProbabilities(),
                new OneHot(),
                new SoftmaxBatch(),
                new CurvesLog(),
                new Statements("curves/reading", readings()),
                new PenaltyGradient(),
                new PenaltyPath(),
                new WeightImages(),
                new Statements("l2/reasons", reasons()));
    }

    private static Answers readings() {
        return Answers.of("pair-a", "overfitting")
                .and("pair-b", "gap")
                .and("pair-c", "plateau")
                .and("pair-d", "diverging")
                .and("pair-e", "learning")
                .and("better-on-training-is-overfitting", false)
                .and("flat-excludes-overfitting", false)
                .and("linear-cannot-overfit", false);
    }

    private static Answers reasons() {
        return Answers.of("loss-above-one", "normal")
                .and("smooth-weights", "little-evidence")
                .and("accuracy-falls", "underfits");
    }
}
