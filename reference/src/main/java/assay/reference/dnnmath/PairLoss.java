package assay.reference.dnnmath;

import assay.reference.math.Logistic;

/**
 * Hold a loss of one sample with z and label -1 or +1, and its derivative by z.
 *
 * @param value the loss
 * @param slope its derivative
 */
record PairLoss(PairLoss.Term value, PairLoss.Term slope) {
    /** Be a function of z and the label y. */
    @FunctionalInterface
    interface Term {
        double at(double z, double y);
    }

    /** -ln sigma(y z), derivative -y sigma(-y z). */
    static final PairLoss KL =
            new PairLoss((z, y) -> Logistic.softplus(-y * z), (z, y) -> -y * Logistic.sigmoid(-y * z));

    /** 2 sigma(-y z)^2, derivative -4 y sigma(-y z)^2 sigma(y z). */
    static final PairLoss MSE = new PairLoss(
            (z, y) -> 2 * square(Logistic.sigmoid(-y * z)),
            (z, y) -> -4 * y * square(Logistic.sigmoid(-y * z)) * Logistic.sigmoid(y * z));

    /** The published loss: sigma(z)^2 + sigma(z) for y = -1. */
    static final PairLoss SQUARE_MISSING = new PairLoss(
            (z, y) -> y == 1 ? MSE.value.at(z, y) : square(Logistic.sigmoid(z)) + Logistic.sigmoid(z),
            (z, y) -> y == 1 ? MSE.slope.at(z, y) : (2 * Logistic.sigmoid(z) + 1) * slopeOfSigmoid(z));

    /** (y - z)^2. */
    static final PairLoss LINEAR = new PairLoss((z, y) -> square(y - z), (z, y) -> 2 * (z - y));

    /** The cross-entropy for labels 0 and 1, softplus(z) - y z. */
    static final PairLoss KL_01 =
            new PairLoss((z, y) -> Logistic.softplus(z) - y * z, (z, y) -> Logistic.sigmoid(z) - y);

    /** The squared distance for labels 0 and 1, 2 (sigma(z) - y)^2. */
    static final PairLoss MSE_01 = new PairLoss(
            (z, y) -> 2 * square(Logistic.sigmoid(z) - y), (z, y) -> 4 * (Logistic.sigmoid(z) - y) * slopeOfSigmoid(z));

    static double slopeOfSigmoid(double z) {
        return Logistic.slope(z);
    }

    private static double square(double x) {
        return x * x;
    }

    PairLoss times(double factor) {
        return new PairLoss((z, y) -> factor * value.at(z, y), (z, y) -> factor * slope.at(z, y));
    }

    PairLoss turned() {
        return new PairLoss((z, y) -> value.at(z, -y), (z, y) -> slope.at(z, -y));
    }

    PairLoss absolute() {
        return new PairLoss((z, y) -> Math.abs(value.at(z, y)), (z, y) -> Math.abs(slope.at(z, y)));
    }
}
