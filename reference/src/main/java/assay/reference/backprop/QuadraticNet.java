package assay.reference.backprop;

import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.Set;

/**
 * Compute L = |w|^2 with w = A z, z = A h, h = u v (entry by entry), u = sigma(A x), v = B x, and its derivatives.
 *
 * <p>Backwards: dw = 2 w, dz = A^T dw, dh = A^T dz, dy = dh v u (1 - u), and since A is used three times,
 * dL/dA = dw z^T + dz h^T + dy x^T; B is used once, dL/dB = (dh u) x^T.
 */
final class QuadraticNet {
    private final double[][] a;
    private final double[][] b;
    private final double[] x;
    private final double[] u;
    private final double[] v;
    private final double[] h;
    private final double[] z;
    private final double[] w;
    private final double[] slope;

    /** Be the two matrices of derivatives, both [K, K]. */
    @SuppressWarnings("ArrayRecordComponent")
    record Gradients(double[][] a, double[][] b) {}

    QuadraticNet(double[][] a, double[][] b, double[] x) {
        double[] y = times(a, x);
        this.a = a;
        this.b = b;
        this.x = x;
        this.u = Sums.vector(y.length, i -> Logistic.sigmoid(y[i]));
        this.slope = Sums.vector(y.length, i -> Logistic.slope(y[i]));
        this.v = times(b, x);
        this.h = times(u, v);
        this.z = times(a, h);
        this.w = times(a, z);
    }

    private QuadraticNet(QuadraticNet net) {
        this.a = magnitude(net.a);
        this.b = magnitude(net.b);
        this.x = Sums.vector(net.x.length, i -> Math.abs(net.x[i]));
        this.u = net.u;
        this.slope = net.slope;
        this.v = times(b, x);
        this.h = times(u, v);
        this.z = times(a, h);
        this.w = times(a, z);
    }

    /** Return the same with every number replaced by its absolute value but u and its slope: sums of |terms|. */
    QuadraticNet magnitudes() {
        return new QuadraticNet(this);
    }

    double loss() {
        return Sums.dot(w, w);
    }

    double[] y() {
        return times(a, x);
    }

    /** Return the derivatives with the given slips; none for the right ones. */
    Gradients gradients(Set<Slip> slips) {
        double[][] back = slips.contains(Slip.NO_TRANSPOSE) ? a : transposed(a);
        double factor = slips.contains(Slip.NO_FACTOR_2) ? 1 : 2;
        double[] dw = Sums.vector(w.length, i -> factor * w[i]);
        double[] dz = times(back, dw);
        double[] dh = slips.contains(Slip.ONE_STEP_BACK) ? dz : times(back, dz);
        double[] dv = slips.contains(Slip.NO_GATE) ? dh : times(dh, u);
        double[] dy = times(times(dh, v), slips.contains(Slip.NO_SLOPE) ? ones() : slope);
        boolean outerOnly = slips.contains(Slip.OUTER_USE_ONLY);
        double outer = slips.contains(Slip.WITHOUT_OUTER_USE) ? 0 : 1;
        double middle = outerOnly || slips.contains(Slip.WITHOUT_MIDDLE_USE) ? 0 : 1;
        double inner = outerOnly || slips.contains(Slip.WITHOUT_INNER_USE) ? 0 : 1;
        double[] towardsB = slips.contains(Slip.SLOPE_TOWARDS_B) ? times(dh, slope) : dv;
        int k = x.length;
        double[][] da = new double[k][];
        double[][] db = new double[k][];
        for (int i = 0; i < k; i++) {
            int row = i;
            da[i] = Sums.vector(k, j -> outer * dw[row] * z[j] + middle * dz[row] * h[j] + inner * dy[row] * x[j]);
            db[i] = Sums.vector(k, j -> towardsB[row] * x[j]);
        }
        return new Gradients(da, db);
    }

    /** Return dL/dA as it was published: a vector, without transposes and with products entry by entry for outer ones. */
    double[] publishedA() {
        double[] inner = times(a, times(times(slope, v), x));
        double[] sum = times(a, Sums.vector(x.length, i -> h[i] + inner[i]));
        return Sums.vector(x.length, i -> 2 * w[i] * (z[i] + sum[i]));
    }

    /** Return dL/dB as it was published, a vector. */
    double[] publishedB() {
        double[] sum = times(a, times(a, times(u, x)));
        return Sums.vector(x.length, i -> 2 * w[i] * sum[i]);
    }

    private double[] ones() {
        return Sums.vector(x.length, i -> 1);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Sums.vector(matrix.length, i -> Sums.dot(matrix[i], vector));
    }

    private static double[] times(double[] one, double[] other) {
        return Sums.vector(one.length, i -> one[i] * other[i]);
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] flipped = new double[matrix[0].length][];
        for (int j = 0; j < flipped.length; j++) {
            int column = j;
            flipped[j] = Sums.vector(matrix.length, i -> matrix[i][column]);
        }
        return flipped;
    }

    private static double[][] magnitude(double[][] matrix) {
        double[][] sizes = new double[matrix.length][];
        for (int i = 0; i < sizes.length; i++) {
            double[] row = matrix[i];
            sizes[i] = Sums.vector(row.length, j -> Math.abs(row[j]));
        }
        return sizes;
    }
}
