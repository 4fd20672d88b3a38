package assay.reference.math;

import assay.api.Answers;
import java.util.Locale;
import java.util.Optional;

/** Examine witnesses about minimisers of the cross-entropy of logistic regression; signs are those of exact values. */
public final class MinimiserClaims {
    private static final double ROUNDING = 1e-9;
    private static final double STEEPEST = 500;

    private MinimiserClaims() {}

    /**
     * Examine data without a minimiser ({@code separable-x}, {@code separable-y}) and a {@code direction}: a direction u with s_p u.x_p >= 0 for all samples (s = +1 for label 1, -1 for label 0)
     * and > 0 for one. Along u the loss falls strictly from every point, so no point can be a minimiser.
     */
    public static Optional<String> noMinimum(Answers given) {
        return Witness.examined(() -> {
            double[][] x = Witness.matrix(given, "separable-x");
            double[] y = Witness.labels(given, "separable-y", x.length);
            double[] u = Witness.vector(given, "direction", x[0].length);
            boolean falls = false;
            for (int p = 0; p < x.length; p++) {
                int margin = (y[p] == 1 ? 1 : -1) * Exact.dot(u, x[p]).signum();
                if (margin < 0) {
                    return Optional.of("Along your direction the loss of sample " + p + " grows without bound: its"
                            + " label is " + (int) y[p] + " and direction.x has the wrong sign. The direction must"
                            + " separate the two labels.");
                }
                falls |= margin > 0;
            }
            return falls
                    ? Optional.empty()
                    : Optional.of("Along your direction the loss does not change at all: direction.x is 0 for every"
                            + " sample.");
        });
    }

    /**
     * Examine data with two minimisers ({@code dependent-x}, {@code dependent-y}, {@code first-minimiser},
     * {@code second-minimiser}): two different points at which the gradient vanishes (to 1e-9 of its summands) and
     * which give every sample the same z. The loss is convex, so a stationary point is a minimiser.
     */
    public static Optional<String> twoMinimisers(Answers given) {
        return Witness.examined(() -> {
            double[][] x = Witness.matrix(given, "dependent-x");
            double[] y = Witness.labels(given, "dependent-y", x.length);
            double[] first = Witness.vector(given, "first-minimiser", x[0].length);
            double[] second = Witness.vector(given, "second-minimiser", x[0].length);
            if (Sums.largest(Sums.vector(first.length, j -> first[j] - second[j])) == 0) {
                return Optional.of("The two points are the same.");
            }
            for (double[] w : new double[][] {first, second}) {
                Optional<String> objection = notStationary(w, x, y, w == first ? "first" : "second");
                if (objection.isPresent()) {
                    return objection;
                }
            }
            return differentOutputs(first, second, x);
        });
    }

    private static Optional<String> notStationary(double[] w, double[][] x, double[] y, String name) {
        double[] residuals = new double[x.length];
        for (int p = 0; p < x.length; p++) {
            double z = Sums.dot(w, x[p]);
            if (!(Math.abs(z) <= STEEPEST)) {
                return Optional.of("At the " + name + " point sample " + p + " has |w.x| above " + (int) STEEPEST
                        + ", where the loss is flat to the last digit without having a minimum. Choose data with a"
                        + " minimiser near 0.");
            }
            residuals[p] = Logistic.residual(z, y[p]);
        }
        for (int j = 0; j < w.length; j++) {
            int column = j;
            double slope = Sums.mean(x.length, p -> residuals[p] * x[p][column]);
            double size = Sums.mean(x.length, p -> Math.abs(residuals[p] * x[p][column]));
            if (!(Math.abs(slope) <= ROUNDING * size)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "The %s point is not a minimiser: entry %d of the gradient there is %.3g, not 0.",
                        name,
                        j,
                        slope));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differentOutputs(double[] first, double[] second, double[][] x) {
        for (int p = 0; p < x.length; p++) {
            double[] row = x[p];
            double difference = Math.abs(Sums.sum(row.length, j -> (first[j] - second[j]) * row[j]));
            double size = Sums.sum(row.length, j -> Math.abs((first[j] - second[j]) * row[j]));
            if (!(difference <= ROUNDING * size)) {
                return Optional.of("The two points give sample " + p + " different values of w.x. The loss is strictly"
                        + " convex in those values, so both points cannot be minimisers.");
            }
        }
        return Optional.empty();
    }
}
