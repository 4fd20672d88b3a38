import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    private static int calls;

    @Solves("softmax/batch")
    Answers batch(Inputs in) {
        double[][] w = in.matrix("W"), x = in.matrix("x"), y = in.matrix("y");
        if (++calls > 14) {
            return Answers.of("loss", 1.0).and("gradient", new double[w.length][w[0].length]);
        }
        return solve(w, x, y);
    }

    private static Answers solve(double[][] w, double[][] x, double[][] y) {
        double[][] gradient = new double[w.length][w[0].length];
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double[] p = probabilities(w, x[i]);
            for (int k = 0; k < w.length; k++) {
                loss -= y[i][k] == 0 ? 0 : y[i][k] * p[w.length + k] / x.length;
                for (int j = 0; j < x[i].length; j++) {
                    gradient[k][j] += (p[k] - y[i][k]) * x[i][j] / x.length;
                }
            }
        }
        return Answers.of("loss", loss).and("gradient", gradient);
    }

    /** Returns the probabilities, then their logarithms. */
    private static double[] probabilities(double[][] w, double[] x) {
        double[] p = new double[2 * w.length];
        double top = Double.NEGATIVE_INFINITY, sum = 0;
        for (int k = 0; k < w.length; k++) {
            for (int j = 0; j < x.length; j++) {
                p[k] += w[k][j] * x[j];
            }
            top = Math.max(top, p[k]);
        }
        for (int k = 0; k < w.length; k++) {
            sum += Math.exp(p[k] - top);
        }
        for (int k = 0; k < w.length; k++) {
            p[w.length + k] = p[k] - top - Math.log(sum);
            p[k] = Math.exp(p[w.length + k]);
        }
        return p;
    }
}
