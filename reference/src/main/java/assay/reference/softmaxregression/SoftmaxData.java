package assay.reference.softmaxregression;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;

/** Hold samples x [N, d] with targets y [N, K] (rows add up to 1) of softmax regression; arrays are kept as they are. */
final class SoftmaxData {
    final double[][] x;
    final double[][] y;

    SoftmaxData(double[][] x, double[][] y) {
        this.x = x;
        this.y = y;
    }

    SoftmaxData(Inputs in) {
        this(in.matrix("x"), in.matrix("y"));
    }

    /** Turn labels into one-hot targets. */
    static SoftmaxData labelled(double[][] x, double[] labels, int classes) {
        double[][] y = new double[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            y[i][(int) labels[i]] = 1;
        }
        return new SoftmaxData(x, y);
    }

    /** Draw weights W [K, d], features with a 1 at the end, and one-hot targets in which two classes occur at least. */
    static Inputs draw(Draw draw, int samples, int d, int classes) {
        double[][] x = draw.matrix(samples, d, draw::normal).toRows();
        for (double[] row : x) {
            row[d - 1] = 1;
        }
        double[] labels = draw.vector(samples, () -> draw.integer(0, classes - 1));
        labels[1] = ((int) labels[0] + 1) % classes;
        return Inputs.none()
                .and("W", draw.matrix(classes, d, () -> draw.signed(0.2, 1)))
                .and("x", Tensor.matrix(x))
                .and("y", Tensor.matrix(labelled(x, labels, classes).y));
    }

    int samples() {
        return x.length;
    }

    double[] logits(double[][] w, int i) {
        return Sums.vector(w.length, k -> Sums.dot(w[k], x[i]));
    }

    /** Return the cross-entropy of sample i, -sum y_k ln p_k. */
    double loss(double[][] w, int i) {
        double[] z = logits(w, i);
        return Sums.sum(z.length, k -> y[i][k] == 0 ? 0 : y[i][k] * Softmax.loss(z, k));
    }

    double meanLoss(double[][] w) {
        return Sums.mean(samples(), i -> loss(w, i));
    }

    /** Return the sum over samples {@code from} to {@code to} - 1 of (p_k - y_k) x_j. */
    double[][] gradientSum(double[][] w, int from, int to) {
        double[][] sum = new double[w.length][w[0].length];
        for (int i = from; i < to; i++) {
            double[] p = Softmax.probabilities(logits(w, i));
            for (int k = 0; k < w.length; k++) {
                for (int j = 0; j < sum[k].length; j++) {
                    sum[k][j] += (p[k] - y[i][k]) * x[i][j];
                }
            }
        }
        return sum;
    }

    /** Return the mean over all samples of (p_k + y_k) |x_j|, the terms of the mean gradient. */
    double[][] gradientTerms(double[][] w) {
        double[][] terms = new double[w.length][w[0].length];
        for (int i = 0; i < samples(); i++) {
            double[] p = Softmax.probabilities(logits(w, i));
            for (int k = 0; k < w.length; k++) {
                for (int j = 0; j < terms[k].length; j++) {
                    terms[k][j] += (p[k] + y[i][k]) * Math.abs(x[i][j]) / samples();
                }
            }
        }
        return terms;
    }

    /** Return ln K plus twice the mean of the largest sum of |w_kj x_j|: no smaller than the mean loss. */
    double lossTerms(double[][] w) {
        return StrictMath.log(w.length)
                + 2
                        * Sums.mean(
                                samples(),
                                i -> Sums.largest(Sums.vector(
                                        w.length, k -> Sums.sum(w[k].length, j -> Math.abs(w[k][j] * x[i][j])))));
    }

    /** Return the share of samples whose largest logit, the first one of equal ones, is the class with the largest target. */
    double accuracy(double[][] w) {
        return Sums.mean(samples(), i -> first(logits(w, i)) == first(y[i]) ? 1 : 0);
    }

    /** Return the least distance between the two largest logits of a sample: how far a prediction is from a tie. */
    double margin(double[][] w) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < samples(); i++) {
            double[] z = logits(w, i);
            int top = first(z);
            for (int k = 0; k < z.length; k++) {
                least = k == top ? least : Math.min(least, z[top] - z[k]);
            }
        }
        return least;
    }

    static int first(double[] entries) {
        int top = 0;
        for (int k = 1; k < entries.length; k++) {
            top = entries[k] > entries[top] ? k : top;
        }
        return top;
    }

    /** Return {@code w - step * gradient}. */
    static double[][] moved(double[][] w, double step, double[][] gradient) {
        double[][] moved = new double[w.length][];
        for (int k = 0; k < w.length; k++) {
            double[] row = w[k];
            double[] slope = gradient[k];
            moved[k] = Sums.vector(row.length, j -> row[j] - step * slope[j]);
        }
        return moved;
    }

    static double squaredNorm(double[][] w) {
        return Sums.sum(w.length, k -> Sums.dot(w[k], w[k]));
    }
}
