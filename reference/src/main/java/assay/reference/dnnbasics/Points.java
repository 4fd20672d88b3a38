package assay.reference.dnnbasics;

import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.reference.math.Sums;
import java.util.function.IntToDoubleFunction;

/** Read the points (x_i, y_i) that a straight line is fitted to, with their moments. */
final class Points {
    final double[] x;
    final double[] y;

    /** Read them from the inputs of a task. */
    Points(Inputs in) {
        this.x = in.vector("x");
        this.y = in.vector("y");
    }

    /** Draw n points near the line with this intercept and slope; x from [low, high), noise with a deviation of 1. */
    static Inputs draw(Draw draw, int n, double low, double high) {
        double intercept = draw.uniform(2, 6);
        double slope = draw.signed(1, 3);
        double[] x = draw.vector(n, () -> draw.uniform(low, high));
        return inputs(x, Sums.vector(n, i -> intercept + slope * x[i] + draw.normal()));
    }

    static Inputs inputs(double[] x, double[] y) {
        return Inputs.none().and("x", x).and("y", y);
    }

    int n() {
        return x.length;
    }

    double mean(IntToDoubleFunction term) {
        return Sums.mean(x.length, term);
    }

    double meanX() {
        return mean(i -> x[i]);
    }

    double meanY() {
        return mean(i -> y[i]);
    }

    /** Return the sum of (x - mean x)^2; 0 exactly when all x are equal. */
    double spread() {
        double centre = meanX();
        return allEqual() ? 0 : Sums.sum(n(), i -> (x[i] - centre) * (x[i] - centre));
    }

    /** Return the sum of (x - mean x)(y - mean y). */
    double coSpread() {
        double centreX = meanX();
        double centreY = meanY();
        return Sums.sum(n(), i -> (x[i] - centreX) * (y[i] - centreY));
    }

    boolean allEqual() {
        for (double one : x) {
            if (one != x[0]) {
                return false;
            }
        }
        return true;
    }

    /** Return w0 + w1 x_i - y_i. */
    double residual(double w0, double w1, int i) {
        return w0 + w1 * x[i] - y[i];
    }

    /** Return the mean of the squared residuals. */
    double loss(double w0, double w1) {
        return mean(i -> residual(w0, w1, i) * residual(w0, w1, i));
    }

    /** Return the larger eigenvalue of [[1, mean x], [mean x, mean x^2]], half the Hessian of the loss. */
    double largestEigenvalue() {
        double off = meanX();
        double square = mean(i -> x[i] * x[i]);
        return (1 + square) / 2 + StrictMath.hypot((square - 1) / 2, off);
    }
}
