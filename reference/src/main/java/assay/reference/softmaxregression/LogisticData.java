package assay.reference.softmaxregression;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;

/** Hold weights w [d], inputs x [N, d] and labels y [N] of logistic regression; arrays are kept as they are. */
final class LogisticData {
    final double[] w;
    final double[][] x;
    final double[] y;

    LogisticData(double[] w, double[][] x, double[] y) {
        this.w = w;
        this.x = x;
        this.y = y;
    }

    LogisticData(Inputs in) {
        this(in.vector("w"), in.matrix("x"), in.vector("y"));
    }

    /** Draw features in [-1, 1] with a 1 at the end, weights of either sign and both kinds of labels. */
    static Inputs draw(Draw draw, int samples, int d) {
        double[][] x = draw.matrix(samples, d, () -> draw.uniform(-1, 1)).toRows();
        for (double[] row : x) {
            row[d - 1] = 1;
        }
        double[] y = draw.vector(samples, () -> draw.integer(0, 1));
        y[1] = 1 - y[0];
        return Inputs.none()
                .and("w", draw.vector(d, () -> draw.signed(0.3, 1.5)))
                .and("x", Tensor.matrix(x))
                .and("y", y);
    }

    LogisticData at(double[] weights) {
        return new LogisticData(weights, x, y);
    }

    int samples() {
        return x.length;
    }

    double z(int i) {
        return Sums.dot(w, x[i]);
    }

    double residual(int i) {
        return Logistic.residual(z(i), y[i]);
    }

    /** Return the sum of the losses of samples {@code from} to {@code to} - 1. */
    double lossSum(int from, int to) {
        return Sums.sum(to - from, i -> Logistic.loss(z(from + i), y[from + i]));
    }

    double meanLoss() {
        return lossSum(0, samples()) / samples();
    }

    /** Return the sum of the gradients of samples {@code from} to {@code to} - 1. */
    double[] gradientSum(int from, int to) {
        double[] residuals = Sums.vector(to - from, i -> residual(from + i));
        return Sums.vector(w.length, j -> Sums.sum(to - from, i -> residuals[i] * x[from + i][j]));
    }

    double[] meanGradient() {
        double[] sum = gradientSum(0, samples());
        return Sums.vector(w.length, j -> sum[j] / samples());
    }

    /** Return the mean over all samples of (prediction + y) |x_j|, the terms of the mean gradient. */
    double[] gradientTerms() {
        return Sums.vector(
                w.length, j -> Sums.mean(samples(), i -> (Logistic.sigmoid(z(i)) + y[i]) * Math.abs(x[i][j])));
    }

    /** Return ln 2 plus twice the mean over all samples of the sum of |w_j x_j|: no smaller than the mean loss. */
    double lossTerms() {
        return StrictMath.log(2) + 2 * Sums.mean(samples(), i -> Sums.sum(w.length, j -> Math.abs(w[j] * x[i][j])));
    }
}
