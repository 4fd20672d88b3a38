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
import java.util.function.Function;
import java.util.stream.IntStream;

/** Solve 0.1b, first half: the Hessian of the mean cross-entropy, and the weights D of its form X^T diag(D) X. */
public final class BceHessian implements ReferenceTask {
    @Override
    public String id() {
        return "bce/hessian";
    }

    /** Keep away from z = 0, where sigma equals 1 - sigma and residuals of both labels have the same size. */
    @Override
    public Inputs draw(Draw draw) {
        int samples = draw.integer(2, 8);
        int d = draw.integer(2, 5);
        return draw.until(() -> LogisticBatch.draw(draw, samples, d), BceHessian::tells);
    }

    private static boolean tells(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        return IntStream.range(0, batch.samples()).allMatch(p -> Math.abs(batch.z(p)) >= 0.05);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase(
                        "one sample",
                        LogisticBatch.inputs(
                                new double[] {0.5, -1, 0.25}, Tensor.matrix(new double[] {1, 2, -4}), new double[] {1
                                })),
                new EdgeCase(
                        "equal columns",
                        LogisticBatch.inputs(
                                new double[] {1, -0.5},
                                Tensor.matrix(new double[] {1, 1}, new double[] {-2, -2}, new double[] {3, 3}),
                                new double[] {1, 0, 0})));
    }

    @Override
    public Answers solve(Inputs in) {
        return answers(in, BceHessian::weights);
    }

    private static double[] weights(LogisticBatch batch) {
        return Sums.vector(batch.samples(), p -> Logistic.slope(batch.z(p)) / batch.samples());
    }

    private static Answers answers(Inputs in, Function<LogisticBatch, double[]> weights) {
        LogisticBatch batch = new LogisticBatch(in);
        double[] d = weights.apply(batch);
        return Answers.of("hessian", batch.outer(d)).and("weights", d);
    }

    @Override
    public Answers scale(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        double[] d = weights(batch);
        return Answers.of("hessian", batch.outerMagnitudes(d)).and("weights", d);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "squared-error",
                        "This is X^T X / P, the Hessian of (half) the squared error of a linear model. It is positive"
                                + " semidefinite too, so that property alone does not show that it is the right one:"
                                + " the sigmoid has to appear.",
                        in -> answers(in, batch -> Sums.vector(batch.samples(), p -> 1.0 / batch.samples()))),
                new Mistake(
                        "sigma-alone",
                        "The weight of a sample is sigma here. Differentiate the residual once more: the derivative"
                                + " of the sigmoid is not the sigmoid.",
                        in -> answers(
                                in,
                                batch -> Sums.vector(
                                        batch.samples(), p -> Logistic.sigmoid(batch.z(p)) / batch.samples()))),
                new Mistake(
                        "labels-inside",
                        "The weights depend on the labels: this is the mean of the squared gradients (the empirical"
                                + " Fisher matrix). The label is a constant and drops out in the second derivative.",
                        in -> answers(
                                in,
                                batch -> Sums.vector(
                                        batch.samples(),
                                        p -> batch.residual(p) * batch.residual(p) / batch.samples()))),
                new Mistake(
                        "sum-for-mean",
                        "This is the sum over the samples. The loss of this task is the mean.",
                        in -> answers(in, batch -> Sums.vector(batch.samples(), p -> Logistic.slope(batch.z(p))))),
                new Mistake(
                        "diagonal-only",
                        "Only the diagonal is there. The mixed second derivatives are not zero, and without them"
                                + " nothing follows about convexity.",
                        BceHessian::diagonalOnly));
    }

    private static Answers diagonalOnly(Inputs in) {
        LogisticBatch batch = new LogisticBatch(in);
        Tensor full = batch.outer(weights(batch));
        double[] entries = Sums.vector(full.size(), at -> at / batch.d() == at % batch.d() ? full.at(at) : 0);
        return Answers.of("hessian", Tensor.of(new int[] {batch.d(), batch.d()}, entries));
    }
}
