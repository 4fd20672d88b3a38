package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;

/** Solve the second part of 3.2a: loss and gradient of logistic regression, as means over a batch. */
public final class LogisticBatch implements ReferenceTask {
    @Override
    public String id() {
        return "logistic/batch";
    }

    /** Keep N from 1 (hides the mean) and from d (hides a mean over the features). */
    @Override
    public Inputs draw(Draw draw) {
        int samples = draw.integer(3, 8);
        int d = draw.until(() -> draw.integer(2, 6), extent -> extent != samples);
        return draw.until(() -> LogisticData.draw(draw, samples, d), LogisticBatch::tells);
    }

    private static boolean tells(Inputs in) {
        LogisticData data = new LogisticData(in);
        return Sums.largest(data.meanGradient()) >= 0.05 * Sums.largest(data.gradientTerms());
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("w = 0", LogisticData.draw(new Draw(51), 5, 3).and("w", new double[3])));
    }

    @Override
    public Answers solve(Inputs in) {
        LogisticData data = new LogisticData(in);
        return Answers.of("loss", data.meanLoss()).and("gradient", data.meanGradient());
    }

    @Override
    public Answers scale(Inputs in) {
        LogisticData data = new LogisticData(in);
        return Answers.of("loss", data.lossTerms()).and("gradient", data.gradientTerms());
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "sum-for-mean",
                        "This is the sum over the batch; loss and gradient of a batch are means.",
                        in -> scaled(in, new LogisticData(in).samples(), 1)),
                new Mistake(
                        "mean-over-features",
                        "The gradient is averaged over the features. The mean runs over the samples.",
                        in -> gradient(in, (double) new LogisticData(in).samples() / in.vector("w").length)),
                new Mistake(
                        "sign",
                        "The gradient has the opposite sign: look at the order of label and prediction.",
                        in -> gradient(in, -1)),
                new Mistake(
                        "one-label-only",
                        "Only samples with label 1 add to the loss: the second term, for label 0, is missing.",
                        LogisticBatch::oneLabelOnly),
                new Mistake(
                        "log10",
                        "The logarithm is taken to base 10; this sheet means the natural logarithm.",
                        in -> Answers.of("loss", new LogisticData(in).meanLoss() / StrictMath.log(10))));
    }

    private static Answers scaled(Inputs in, double factor, double sign) {
        return gradient(in, sign * factor).and("loss", factor * new LogisticData(in).meanLoss());
    }

    private static Answers gradient(Inputs in, double factor) {
        double[] right = new LogisticData(in).meanGradient();
        return Answers.of("gradient", Sums.vector(right.length, j -> factor * right[j]));
    }

    private static Answers oneLabelOnly(Inputs in) {
        LogisticData data = new LogisticData(in);
        return Answers.of("loss", Sums.mean(data.samples(), i -> data.y[i] * Logistic.softplus(-data.z(i))));
    }
}
