package assay.reference.math;

import java.math.BigDecimal;

/** Decide signs of sums of products of doubles without rounding, and definiteness with a margin. */
public final class Exact {
    private Exact() {}

    /** Return the exact scalar product of finite numbers. */
    public static BigDecimal dot(double[] a, double[] b) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) {
            total = total.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
        }
        return total;
    }

    /** Return the exact value of z^T M z. */
    public static BigDecimal form(double[][] m, double[] z) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < m.length; i++) {
            total = total.add(new BigDecimal(z[i]).multiply(dot(m[i], z)));
        }
        return total;
    }

    /** Return whether every pivot of the Cholesky factorisation is more than {@code share} of its diagonal entry. */
    public static boolean positiveDefinite(double[][] m, double share) {
        int n = m.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                int row = i;
                int column = j;
                double rest = m[i][j] - Sums.sum(j, k -> l[row][k] * l[column][k]);
                if (i != j) {
                    l[i][j] = rest / l[j][j];
                } else if (rest > share * m[i][i]) {
                    l[i][i] = StrictMath.sqrt(rest);
                } else {
                    return false;
                }
            }
        }
        return true;
    }
}
