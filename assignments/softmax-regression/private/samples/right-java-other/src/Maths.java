import java.util.Arrays;

class Maths {
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = a.length - 1; i >= 0; i--) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }

    static double[] times(double[] a, double factor) {
        return Arrays.stream(a).map(one -> one * factor).toArray();
    }

    /** Return 1 / sum e^(z_j - z_k): no logit is exponentiated by itself. */
    static double[] softmax(double[] z) {
        return Arrays.stream(z)
                .map(own -> 1 / Arrays.stream(z).map(other -> Math.exp(other - own)).sum())
                .toArray();
    }

    /** Return the sum over the samples of (p_k - y_k) x_j. */
    static double[][] slopes(double[][] w, double[][] x, double[][] y, int from, int to) {
        double[][] sum = new double[w.length][w[0].length];
        for (int i = to - 1; i >= from; i--) {
            double[] p = softmax(logits(w, x[i]));
            for (int k = 0; k < w.length; k++) {
                for (int j = 0; j < sum[k].length; j++) {
                    sum[k][j] = Math.fma(p[k] - y[i][k], x[i][j], sum[k][j]);
                }
            }
        }
        return sum;
    }

    static double[] logits(double[][] w, double[] x) {
        return Arrays.stream(w).mapToDouble(row -> dot(row, x)).toArray();
    }

    /** Return the mean of ln sum e^(z_j - t), t the logit expected under the target. */
    static double loss(double[][] w, double[][] x, double[][] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] z = logits(w, x[i]);
            double expected = dot(z, y[i]);
            double top = Arrays.stream(z).max().orElse(0);
            sum += top - expected + Math.log(Arrays.stream(z).map(one -> Math.exp(one - top)).sum());
        }
        return sum / x.length;
    }

    static double accuracy(double[][] w, double[][] x, double[][] y) {
        int wrong = 0;
        for (int i = 0; i < x.length; i++) {
            wrong += y[i][top(logits(w, x[i]))] == 1 ? 0 : 1;
        }
        return (x.length - wrong) / (double) x.length;
    }

    private static int top(double[] z) {
        int top = z.length - 1;
        for (int k = top - 1; k >= 0; k--) {
            top = z[k] >= z[top] ? k : top;
        }
        return top;
    }

    static double[][] hot(double[] labels, int classes) {
        double[][] rows = new double[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            rows[i] = new double[classes];
            rows[i][(int) labels[i]] = 1;
        }
        return rows;
    }
}
