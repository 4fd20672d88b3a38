package assay.reference.math;

/** Evaluate the logistic function and its relatives without overflow and without cancellation. */
public final class Logistic {
    private Logistic() {}

    /** Return sigma(z) = 1 / (1 + e^-z); the exponential is only ever taken of a number that is not positive. */
    public static double sigmoid(double z) {
        double small = StrictMath.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /** Return ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|). */
    public static double softplus(double z) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    /** Return sigma'(z) = sigma(z) sigma(-z), which keeps its digits where sigma(z) rounds to 1. */
    public static double slope(double z) {
        return sigmoid(z) * sigmoid(-z);
    }

    /** Return sigma(z) - y for a label 0 or 1; for y = 1 this is -sigma(-z), so nothing cancels. */
    public static double residual(double z, double y) {
        return y == 1 ? -sigmoid(-z) : sigmoid(z) - y;
    }

    /** Return the cross-entropy -y ln sigma(z) - (1-y) ln(1-sigma(z)) = softplus(z) - y z for a label 0 or 1. */
    public static double loss(double z, double y) {
        return y == 1 ? softplus(-z) : softplus(z) - y * z;
    }
}
