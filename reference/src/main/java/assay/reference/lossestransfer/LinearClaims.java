package assay.reference.lossestransfer;

import static assay.reference.lossestransfer.Given.shown;

import assay.api.Answers;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Examine witnesses against convexity of a loss in the weights (w1, ..., wn), n >= 2, of the linear network
 * f = wn ... w1 x: two points and a t in (0, 1) with L(t a + (1 - t) b) above t L(a) + (1 - t) L(b).
 */
final class LinearClaims {
    private static final double MARGIN = 1e-9;

    private LinearClaims() {}

    /** The squared error (f - y)^2. */
    static Optional<String> squared(Answers given) {
        return Witness.examined(() -> {
            double y = Given.number(given, "squared-y");
            return violation(given, "squared", f -> (f - y) * (f - y));
        });
    }

    /** The cross-entropy of sigma(f) for the form {@code logit}, of f itself, 0 < f < 1, for {@code probability}. */
    static Optional<String> cross(Answers given) {
        return Witness.examined(() -> {
            double y = Given.label(given, "cross-y");
            return switch (Given.word(given, "cross-form")) {
                case "logit" -> violation(given, "cross", f -> Logistic.loss(f, y));
                case "probability" -> violation(given, "cross", f -> ofProbability(f, y));
                default -> Optional.of("'cross-form' must say what f is in your cross-entropy: logit or probability.");
            };
        });
    }

    private static double ofProbability(double f, double y) {
        if (!(f > 0 && f < 1)) {
            throw new Witness.Unusable("Outside the domain: at one of your points, or between them, f is " + shown(f)
                    + ". As a probability f must lie between 0 and 1, or the logarithm is not defined.");
        }
        return y == 1 ? -StrictMath.log(f) : -StrictMath.log1p(-f);
    }

    private static Optional<String> violation(Answers given, String loss, DoubleUnaryOperator of) {
        double x = Given.number(given, loss + "-x");
        double[] first = Given.vector(given, loss + "-first", 2);
        double[] second = Given.vector(given, loss + "-second", 2);
        if (first.length != second.length) {
            return Optional.of("Your points have " + first.length + " and " + second.length
                    + " weights: both must be points of the same network.");
        }
        double t = Given.number(given, loss + "-t");
        if (!(t > 0 && t < 1)) {
            return Optional.of("t is " + shown(t) + ", it must lie strictly between 0 and 1: at the ends of the chord"
                    + " the inequality is an equality.");
        }
        if (Arrays.equals(first, second)) {
            return Optional.of("The two points are the same: on a chord of length 0 nothing can be seen.");
        }
        double[] between = Sums.vector(first.length, i -> t * first[i] + (1 - t) * second[i]);
        double one = of.applyAsDouble(output(first, x));
        double other = of.applyAsDouble(output(second, x));
        double middle = of.applyAsDouble(output(between, x));
        double chord = t * one + (1 - t) * other;
        if (middle > chord + MARGIN * (1 + Math.abs(one) + Math.abs(other))) {
            return Optional.empty();
        }
        return Optional.of("These points do not contradict convexity: the losses are " + shown(one) + " and "
                + shown(other) + ", on the chord " + shown(chord) + ", and the loss between them is " + shown(middle)
                + ", which is not above the chord. Look for two points that are far apart and equally good.");
    }

    private static double output(double[] weights, double x) {
        double f = x;
        for (double weight : weights) {
            f *= weight;
        }
        return f;
    }
}
