package assay.reference.lossestransfer;

import assay.reference.math.Logistic;

/** Evaluate h(w) = (sigma(w x) - y)^2 of one sample with a label 0 or 1, and its second derivative by w. */
final class SquaredLoss {
    private SquaredLoss() {}

    static double value(double w, double x, double y) {
        double residual = Logistic.residual(w * x, y);
        return residual * residual;
    }

    /** Return h'' = 2 (s'^2 + (s - y) s'') x^2 with s' = s (1 - s) and s'' = s' (1 - 2 s). */
    static double curvature(double w, double x, double y) {
        return (slopes(w, x) + bends(w, x, y)) * x * x;
    }

    /** Return 2 s'^2, the first summand of the product rule, by z. */
    static double slopes(double w, double x) {
        double slope = Logistic.slope(w * x);
        return 2 * slope * slope;
    }

    /** Return 2 (s - y) s'', the second summand of the product rule, by z. */
    static double bends(double w, double x, double y) {
        return 2 * Logistic.residual(w * x, y) * bend(w * x);
    }

    /** Return s''(z) = s (1 - s) (1 - 2 s), where 1 - 2 s = -tanh(z / 2). */
    static double bend(double z) {
        return -Logistic.slope(z) * StrictMath.tanh(z / 2);
    }
}
