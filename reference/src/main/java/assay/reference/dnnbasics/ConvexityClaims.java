package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Tensor;
import assay.reference.math.Exact;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.Optional;

/** Examine the witnesses about Hessians; where a sign decides, it is the sign of the exact value. */
final class ConvexityClaims {
    private static final double ROUNDING = 1e-9;
    private static final double STEEPEST = 500;

    private ConvexityClaims() {}

    /** A symmetric matrix without negative diagonal entries and a direction in which its form is negative. */
    static Optional<String> diagonalNotEnough(Answers given) {
        return Witness.examined(() -> {
            double[][] m = Witness.matrix(given, "diagonal-matrix");
            double[] z = Witness.vector(given, "diagonal-direction", m.length);
            if (m[0].length != m.length) {
                return Optional.of(
                        "A Hessian is square; your matrix has " + m.length + " rows and " + m[0].length + " columns.");
            }
            for (int i = 0; i < m.length; i++) {
                if (m[i][i] < 0) {
                    return Optional.of("Entry [" + i + ", " + i + "] of your matrix is negative; the diagonal must"
                            + " not show that anything is wrong.");
                }
                for (int j = 0; j < i; j++) {
                    if (m[i][j] != m[j][i]) {
                        return Optional.of("A Hessian is symmetric; yours differs at [" + i + ", " + j + "] and [" + j
                                + ", " + i + "].");
                    }
                }
            }
            return Exact.form(m, z).signum() < 0
                    ? Optional.empty()
                    : Optional.of("z^T M z is not negative for your direction z, so nothing contradicts convexity.");
        });
    }

    /** Inputs and weights at which the Hessian has only positive eigenvalues: its Cholesky factor exists. */
    static Optional<String> zeroNotSmallest(Answers given) {
        return Witness.examined(() -> {
            double[][] x = Witness.matrix(given, "positive-x");
            double[] w = Witness.vector(given, "positive-w", x[0].length);
            double[] weight = new double[x.length];
            for (int p = 0; p < x.length; p++) {
                double z = Sums.dot(w, x[p]);
                if (!(Math.abs(z) <= STEEPEST)) {
                    return Optional.of("Sample " + p + " has |w.x| above " + (int) STEEPEST
                            + ": its share of the Hessian is 0 in all digits. Choose smaller numbers.");
                }
                weight[p] = Logistic.slope(z) / x.length;
            }
            Tensor hessian = new LogisticBatch(w, x, new double[x.length]).outer(weight);
            return Exact.positiveDefinite(hessian.toRows(), ROUNDING)
                    ? Optional.empty()
                    : Optional.of("The Hessian of your example has the eigenvalue 0 (or one too small to tell):"
                            + " the columns of x are dependent.");
        });
    }
}
