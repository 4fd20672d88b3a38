package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.Optional;

/**
 * Train the head of a small network by gradient descent on one batch, with the body frozen, rightly or with one slip.
 *
 * <p>Body: a = W x + b, batch normalisation gamma (a - mean) / sqrt(var + eps) + beta, ReLU; head: logits V r + c. Shapes:
 * x [B, n], labels [B], w [h, n], b, gamma, beta, mean, var [h], head [K, h], head-bias [K].
 */
final class FrozenNet {
    /** Name what can go wrong; one at a time. */
    enum Slip {
        TRAINING_MODE,
        STATISTICS_UPDATED,
        BODY_TRAINED,
        NORM_TRAINED,
        HEAD_NOT_TRAINED,
        ONE_STEP,
        SUM_FOR_MEAN,
        ASCENT,
        BIAS_NOT_TRAINED,
        NO_NORM
    }

    private final Optional<Slip> slip;
    private final double[][] x;
    private final double[] labels;
    private final double eps;
    private final double momentum;
    private final double[][] w;
    private final double[] b;
    private final double[] gamma;
    private final double[] beta;
    private final double[] mean;
    private final double[] var;
    private final double[][] head;
    private final double[] headBias;

    FrozenNet(Inputs in, Optional<Slip> slip) {
        this.slip = slip;
        this.x = in.matrix("x");
        this.labels = in.vector("labels");
        this.eps = in.number("eps");
        this.momentum = in.number("momentum");
        this.w = in.matrix("w");
        this.b = in.vector("b");
        this.gamma = in.vector("gamma");
        this.beta = in.vector("beta");
        this.mean = in.vector("mean");
        this.var = in.vector("var");
        this.head = in.matrix("head");
        this.headBias = in.vector("headbias");
    }

    private boolean made(Slip one) {
        return slip.filter(one::equals).isPresent();
    }

    /** Take the steps and return all parameters, the statistics, and the features of the batch afterwards. */
    Answers trained(int steps, double rate) {
        double signed = made(Slip.ASCENT) ? -rate : rate;
        int taken = made(Slip.HEAD_NOT_TRAINED) ? 0 : made(Slip.ONE_STEP) ? 1 : steps;
        for (int t = 0; t < taken; t++) {
            step(signed);
        }
        return Answers.of("w", w)
                .and("b", b)
                .and("gamma", gamma)
                .and("beta", beta)
                .and("mean", mean)
                .and("var", var)
                .and("head", head)
                .and("headbias", headBias)
                .and("features", features(normed(sums(), mean, var)));
    }

    private void step(double rate) {
        double[][] a = sums();
        boolean training = made(Slip.TRAINING_MODE);
        double[] m = training ? batchMean(a) : mean;
        double[] v = training ? batchVariance(a, a.length) : var;
        double[][] n = normed(a, m, v);
        double[][] r = features(n);
        double[][] error = errors(r);
        if (made(Slip.BODY_TRAINED) || made(Slip.NORM_TRAINED)) {
            bodyStep(rate, a, n, error);
        }
        if (training || made(Slip.STATISTICS_UPDATED)) {
            update(mean, batchMean(a));
            update(var, batchVariance(a, a.length - 1));
        }
        for (int k = 0; k < head.length; k++) {
            int out = k;
            for (int j = 0; j < head[k].length; j++) {
                int feature = j;
                head[k][j] -= rate * Sums.sum(x.length, p -> error[p][out] * r[p][feature]);
            }
            headBias[k] -= made(Slip.BIAS_NOT_TRAINED) ? 0 : rate * Sums.sum(x.length, p -> error[p][out]);
        }
    }

    private double[][] sums() {
        double[][] a = new double[x.length][];
        for (int p = 0; p < x.length; p++) {
            double[] row = x[p];
            a[p] = Sums.vector(b.length, j -> Sums.dot(w[j], row) + b[j]);
        }
        return a;
    }

    private double[][] normed(double[][] a, double[] m, double[] v) {
        double[][] n = new double[a.length][];
        for (int p = 0; p < a.length; p++) {
            double[] row = a[p];
            n[p] = made(Slip.NO_NORM)
                    ? row
                    : Sums.vector(row.length, j -> gamma[j] * (row[j] - m[j]) / StrictMath.sqrt(v[j] + eps) + beta[j]);
        }
        return n;
    }

    private static double[][] features(double[][] n) {
        double[][] r = new double[n.length][];
        for (int p = 0; p < n.length; p++) {
            double[] row = n[p];
            r[p] = Sums.vector(row.length, j -> Math.max(row[j], 0));
        }
        return r;
    }

    /** Return the derivatives of the mean loss by the logits. */
    private double[][] errors(double[][] r) {
        double share = made(Slip.SUM_FOR_MEAN) ? 1 : 1.0 / r.length;
        double[][] errors = new double[r.length][];
        for (int p = 0; p < r.length; p++) {
            double label = labels[p];
            double[] probabilities = Softmax.probabilities(logits(r[p]));
            errors[p] = Sums.vector(probabilities.length, k -> share * (probabilities[k] - (k == label ? 1 : 0)));
        }
        return errors;
    }

    private double[] logits(double[] features) {
        return Sums.vector(head.length, k -> Sums.dot(head[k], features) + headBias[k]);
    }

    private static double[] batchMean(double[][] a) {
        return Sums.vector(a[0].length, j -> Sums.mean(a.length, p -> a[p][j]));
    }

    private static double[] batchVariance(double[][] a, int divisor) {
        double[] m = batchMean(a);
        return Sums.vector(a[0].length, j -> Sums.sum(a.length, p -> (a[p][j] - m[j]) * (a[p][j] - m[j])) / divisor);
    }

    private void update(double[] running, double[] found) {
        for (int j = 0; j < running.length; j++) {
            running[j] = (1 - momentum) * running[j] + momentum * found[j];
        }
    }

    /** Go back through ReLU, normalisation (with running statistics) and the first layer, and change what is not frozen. */
    private void bodyStep(double rate, double[][] a, double[][] n, double[][] error) {
        double[] oldGamma = gamma.clone();
        for (int j = 0; j < b.length; j++) {
            int unit = j;
            double[] delta = Sums.vector(
                    x.length, p -> n[p][unit] > 0 ? Sums.sum(head.length, k -> head[k][unit] * error[p][k]) : 0);
            double root = StrictMath.sqrt(var[j] + eps);
            gamma[j] -= rate * Sums.sum(x.length, p -> delta[p] * (a[p][unit] - mean[unit]) / root);
            beta[j] -= rate * Sums.sum(x.length, p -> delta[p]);
            if (made(Slip.BODY_TRAINED)) {
                double chain = rate * oldGamma[j] / root;
                for (int i = 0; i < w[j].length; i++) {
                    int input = i;
                    w[j][i] -= chain * Sums.sum(x.length, p -> delta[p] * x[p][input]);
                }
                b[j] -= chain * Sums.sum(x.length, p -> delta[p]);
            }
        }
    }

    /** Return the mean loss with the head as it is now. */
    double loss() {
        double[][] r = features(normed(sums(), mean, var));
        return Sums.mean(r.length, p -> Softmax.loss(logits(r[p]), (int) labels[p]));
    }

    /** Return how near the normed sums come to 0, with running statistics. */
    double nearestKink() {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] row : normed(sums(), mean, var)) {
            for (double n : row) {
                nearest = Math.min(nearest, Math.abs(n));
            }
        }
        return nearest;
    }

    /** Return scales: frozen numbers for themselves; head and features by sums of absolute values. */
    Answers magnitudes(int steps, double rate) {
        double[][] size = new double[x.length][];
        double largest = 0;
        for (int p = 0; p < x.length; p++) {
            size[p] = featureMagnitudes(x[p]);
            largest = Math.max(largest, Sums.largest(size[p]));
        }
        double moved = steps * rate * (1 + largest);
        return Answers.of("w", Tensor.matrix(w).map(Math::abs))
                .and("b", absolute(b, 0))
                .and("gamma", absolute(gamma, 0))
                .and("beta", absolute(beta, 0))
                .and("mean", absolute(mean, 0))
                .and("var", absolute(var, 0))
                .and("head", Tensor.matrix(head).map(entry -> Math.abs(entry) + moved))
                .and("headbias", absolute(headBias, moved))
                .and("features", size);
    }

    private double[] featureMagnitudes(double[] row) {
        return Sums.vector(b.length, j -> {
            double sum = Sums.sum(row.length, i -> Math.abs(w[j][i] * row[i])) + Math.abs(b[j]) + Math.abs(mean[j]);
            return Math.abs(gamma[j]) * sum / StrictMath.sqrt(var[j] + eps) + Math.abs(beta[j]);
        });
    }

    private static double[] absolute(double[] entries, double more) {
        return Sums.vector(entries.length, i -> Math.abs(entries[i]) + more);
    }
}
