package assay.reference.lossestransfer;

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
import java.util.function.DoubleBinaryOperator;

/** Solve the Hessian of the mean cross-entropy, and its quadratic form along a direction. */
public final class LossHessian implements ReferenceTask {
    @Override
    public String id() {
        return "loss/hessian";
    }

    /** Draw at least two features, both labels, z away from 0 and a direction that is no unit vector. */
    @Override
    public Inputs draw(Draw draw) {
        int samples = draw.integer(2, 7);
        int d = draw.integer(2, 4);
        return draw.until(
                () -> {
                    double[] y = draw.vector(samples, () -> draw.integer(0, 1));
                    y[0] = 0;
                    y[1] = 1;
                    return inputs(
                            draw.vector(d, draw::normal),
                            draw.matrix(samples, d, draw::normal),
                            y,
                            draw.vector(d, () -> draw.signed(0.3, 2)));
                },
                LossHessian::tells);
    }

    private static boolean tells(Inputs in) {
        double[][] x = in.matrix("x");
        for (double[] row : x) {
            if (Math.abs(Sums.dot(in.vector("w"), row)) < 0.05) {
                return false;
            }
        }
        double[] v = in.vector("direction");
        return Math.abs(Sums.dot(v, v) - 1) >= 0.1;
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase(
                "features that cancel along the direction",
                inputs(
                        new double[] {0.5, -1},
                        Tensor.matrix(new double[] {1, 1}, new double[] {2, 2}),
                        new double[] {1, 0},
                        new double[] {3, -3})));
    }

    private static Inputs inputs(double[] w, Tensor x, double[] y, double[] direction) {
        return Inputs.none().and("w", w).and("x", x).and("y", y).and("direction", direction);
    }

    @Override
    public Answers solve(Inputs in) {
        return weighted(in, (z, y) -> Logistic.slope(z), 1.0 / samples(in));
    }

    private static int samples(Inputs in) {
        return in.vector("y").length;
    }

    /** Return share * sum weight(z, y) x x^T and its form along the direction. */
    private static Answers weighted(Inputs in, DoubleBinaryOperator weight, double share) {
        double[][] x = in.matrix("x");
        double[] y = in.vector("y");
        double[] weights =
                Sums.vector(x.length, p -> share * weight.applyAsDouble(Sums.dot(in.vector("w"), x[p]), y[p]));
        return formed(in, outer(x, weights));
    }

    private static double[][] outer(double[][] x, double[] weights) {
        int d = x[0].length;
        double[][] hessian = new double[d][d];
        for (int p = 0; p < x.length; p++) {
            for (int i = 0; i < d * d; i++) {
                hessian[i / d][i % d] += weights[p] * x[p][i / d] * x[p][i % d];
            }
        }
        return hessian;
    }

    private static Answers formed(Inputs in, double[][] hessian) {
        double[] v = in.vector("direction");
        return Answers.of("hessian", Tensor.matrix(hessian))
                .and("along", Sums.sum(v.length, i -> v[i] * Sums.dot(hessian[i], v)));
    }

    @Override
    public Answers scale(Inputs in) {
        double[][] x = in.matrix("x");
        double[] weights = Sums.vector(x.length, p -> Logistic.slope(Sums.dot(in.vector("w"), x[p])) / x.length);
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.abs(row[j]);
            }
        }
        return formed(in.and("direction", in.tensor("direction").map(Math::abs)), outer(x, weights));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "linear-model",
                        "This is X^T X / P, the Hessian of (half) the squared error of a linear model. Where has the"
                                + " sigmoid gone?",
                        in -> weighted(in, (z, y) -> 1, 1.0 / samples(in))),
                new Mistake(
                        "squared-error",
                        "This is the Hessian of the squared error of the sigmoid. Asked is that of the cross-entropy.",
                        in -> weighted(in, (z, y) -> SquaredLoss.curvature(z, 1, y), 1.0 / samples(in))),
                new Mistake(
                        "sigma-alone",
                        "The weight of a sample is sigma here. Differentiate the residual once more: the derivative of"
                                + " the sigmoid is not the sigmoid.",
                        in -> weighted(in, (z, y) -> Logistic.sigmoid(z), 1.0 / samples(in))),
                new Mistake(
                        "labels-inside",
                        "The weights depend on the labels: this is the mean of the squared gradients. The label is a"
                                + " constant and drops out in the second derivative.",
                        in -> weighted(
                                in, (z, y) -> Logistic.residual(z, y) * Logistic.residual(z, y), 1.0 / samples(in))),
                new Mistake(
                        "sum-for-mean",
                        "P times the right value: this is the sum over the samples, the loss of this task is the mean.",
                        in -> weighted(in, (z, y) -> Logistic.slope(z), 1)),
                new Mistake(
                        "diagonal-only",
                        "The mixed second derivatives are missing. The diagonal alone cannot show convexity: think of"
                                + " f(u, v) = u v.",
                        LossHessian::diagonalOnly),
                new Mistake(
                        "divided-by-length",
                        "The form is divided by v^T v (a Rayleigh quotient). Asked is v^T H v itself.",
                        LossHessian::rayleigh));
    }

    private static Answers diagonalOnly(Inputs in) {
        double[][] hessian = new LossHessian().solve(in).tensor("hessian").toRows();
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < hessian.length; j++) {
                hessian[i][j] = i == j ? hessian[i][j] : 0;
            }
        }
        return formed(in, hessian);
    }

    private static Answers rayleigh(Inputs in) {
        double[] v = in.vector("direction");
        return Answers.of("along", new LossHessian().solve(in).tensor("along").item() / Sums.dot(v, v));
    }
}
