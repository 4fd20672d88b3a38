package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;

/** Solve 0.5a: the gradient of the mean cross-entropy over a batch, by the weights. */
public final class BceBatchGradient implements ReferenceTask {
    @Override
    public String id() {
        return "bce/batch-gradient";
    }

    /** Keep B from 1 (hides the mean) and from d (hides a mean over the wrong axis), and every gradient from 0. */
    @Override
    public Inputs draw(Draw draw) {
        int samples = draw.integer(2, 8);
        int d = draw.until(() -> draw.integer(1, 6), extent -> extent != samples);
        return draw.until(() -> LogisticBatch.draw(draw, samples, d), BceBatchGradient::tells);
    }

    private static boolean tells(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        return Sums.largest(batch.combine(batch::residual))
                >= 0.05 * Sums.largest(batch.combineMagnitudes(batch::residual));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Tensor steep = Tensor.matrix(new double[] {1, -4}, new double[] {-1, 4}, new double[] {0.5, 0.25});
        return List.of(
                new EdgeCase(
                        "one sample",
                        LogisticBatch.inputs(
                                new double[] {0.5, -1, 0.25}, Tensor.matrix(new double[] {1, 2, -4}), new double[] {1
                                })),
                new EdgeCase(
                        "z = 800 and -800",
                        LogisticBatch.inputs(new double[] {400, -100}, steep, new double[] {0, 1, 1})));
    }

    @Override
    public Answers solve(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        return Answers.of("gradient", batch.combine(p -> batch.residual(p) / batch.samples()));
    }

    @Override
    public Answers scale(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        return Answers.of(
                "gradient",
                batch.combineMagnitudes(p -> (Logistic.sigmoid(batch.z(p)) + batch.y[p]) / batch.samples()));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "sum-for-mean",
                        "This is the sum over the batch. The loss is the mean over the batch, and so is its gradient.",
                        in -> scaled(in, 1)),
                new Mistake(
                        "mean-twice",
                        "The result is divided by the batch size twice: once is enough. Does a library function that"
                                + " you call take the mean already?",
                        in -> scaled(in, 1.0 / square(new LogisticBatch(in).samples()))),
                new Mistake(
                        "mean-over-features",
                        "The result is divided by the number of features. The mean runs over the samples.",
                        in -> scaled(in, 1.0 / new LogisticBatch(in).d())),
                new Mistake(
                        "sign",
                        "Every entry of the gradient has the opposite sign: look at the order of the two terms in the"
                                + " residual.",
                        in -> scaled(in, -1.0 / new LogisticBatch(in).samples())),
                new Mistake(
                        "extra-slope",
                        "The slope of the sigmoid stands in the result once too often: for the cross-entropy it"
                                + " cancels.",
                        BceBatchGradient::extraSlope));
    }

    private static double square(double value) {
        return value * value;
    }

    private static Answers scaled(Inputs in, double factor) {
        LogisticBatch batch = new LogisticBatch(in);
        return Answers.of("gradient", batch.combine(p -> batch.residual(p) * factor));
    }

    private static Answers extraSlope(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        return Answers.of(
                "gradient", batch.combine(p -> batch.residual(p) * Logistic.slope(batch.z(p)) / batch.samples()));
    }
}
