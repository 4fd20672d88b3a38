package assay.reference.lossestransfer;

import static assay.reference.lossestransfer.Given.shown;

import assay.api.Answers;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.Optional;

/** Examine the witnesses against the convexity of the squared error of a sigmoid. */
final class LossClaims {
    /** How much a violation must exceed rounding; the values that are compared are at most 1. */
    static final double MARGIN = 1e-9;

    /** Within this distance of a given point a local minimum must lie; four times the accuracy that is asked for. */
    static final double NEAR = 0.004;

    private static final double APART = 0.01;
    private static final double HIGHER = 1e-12;

    private LossClaims() {}

    /** A sample and a weight at which the second derivative is below -1e-9. */
    static Optional<String> negativeCurvature(Answers given) {
        return Witness.examined(() -> {
            double x = Given.number(given, "curvature-x");
            double y = Given.label(given, "curvature-y");
            double w = Given.number(given, "curvature-w");
            double curvature = SquaredLoss.curvature(w, x, y);
            if (curvature < -MARGIN) {
                return Optional.empty();
            }
            String where = "At your point z = w x is " + shown(w * x) + ", sigma is " + shown(Logistic.sigmoid(w * x))
                    + " and the second derivative is " + shown(curvature);
            return Optional.of(
                    curvature > MARGIN
                            ? where + ": the squared error bends upwards there. For label " + (int) y
                                    + " the sign does not change where sigma is 1/2; look at your formula."
                            : where + ": too close to 0 to be told from it. Take a moderate z and an x that is not 0.");
        });
    }

    /** A sample and two weights between which the loss rises above its chord by more than 1e-9. */
    static Optional<String> midpointViolation(Answers given) {
        return Witness.examined(() -> {
            double x = Given.number(given, "midpoint-x");
            double y = Given.label(given, "midpoint-y");
            double first = Given.number(given, "midpoint-first");
            double second = Given.number(given, "midpoint-second");
            if (first == second) {
                return Optional.of("The two weights are the same: on a chord of length 0 nothing can be seen.");
            }
            double middle = SquaredLoss.value((first + second) / 2, x, y);
            double chord = (SquaredLoss.value(first, x, y) + SquaredLoss.value(second, x, y)) / 2;
            return middle > chord + MARGIN
                    ? Optional.empty()
                    : Optional.of("Between your weights the loss stays below its chord: it is " + shown(middle)
                            + " in the middle, the mean of the ends is " + shown(chord)
                            + ". Choose ends between which the loss bends downwards.");
        });
    }

    /**
     * Data and two weights near each of which the summed loss has a local minimum: at 0.004 to the left and to the right
     * the loss is higher, so the minimum over that interval is attained inside; the two intervals are disjoint.
     */
    static Optional<String> twoMinima(Answers given) {
        return Witness.examined(() -> {
            double[] x = Given.vector(given, "minima-x", 1);
            double[] y = Witness.labels(given, "minima-y", x.length);
            double[] w = Given.vector(given, "minima", 2);
            for (double one : w) {
                double at = total(one, x, y);
                double left = total(one - NEAR, x, y);
                double right = total(one + NEAR, x, y);
                if (!(left > at + HIGHER && right > at + HIGHER)) {
                    return Optional.of("At w = " + shown(one) + " there is no local minimum: the summed loss is "
                            + shown(at) + " there, " + shown(left) + " at " + NEAR + " to the left and " + shown(right)
                            + " to the right; both must be higher. " + kind(left - at, right - at));
                }
            }
            return Math.abs(w[0] - w[1]) >= APART
                    ? Optional.empty()
                    : Optional.of("Your two minima are the same one: they are less than " + APART + " apart.");
        });
    }

    private static String kind(double left, double right) {
        if (left < -HIGHER && right < -HIGHER) {
            return "It is a local maximum, the ridge between two valleys.";
        }
        return Math.abs(left) <= HIGHER || Math.abs(right) <= HIGHER
                ? "The loss is flat there; that is no valley."
                : "Go down the slope until the derivative is 0, to three decimals.";
    }

    private static double total(double w, double[] x, double[] y) {
        return Sums.sum(x.length, p -> SquaredLoss.value(w, x[p], y[p]));
    }
}
