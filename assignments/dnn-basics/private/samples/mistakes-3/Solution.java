import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        double z = dot(in.vector("w"), in.vector("x"));
        double y = in.number("y");
        double s = sigmoid(z);
        double[] gradient =
                Arrays.stream(in.vector("x")).map(x -> (s - y) * s * (1 - s) * x).toArray(); // of the squared error
        double loss = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y * z;
        return Answers.of("gradient", gradient).and("loss", loss / Math.log(10)); // base 10
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        double[][] x = in.matrix("x");
        double[] weights = new double[x.length];
        int d = x[0].length;
        double[][] hessian = new double[d][d];
        for (int p = 0; p < x.length; p++) {
            double residual = sigmoid(dot(in.vector("w"), x[p])) - in.vector("y")[p];
            weights[p] = residual * residual / x.length; // the label stays in
            for (int i = 0; i < d * d; i++) {
                hessian[i / d][i % d] += weights[p] * x[p][i / d] * x[p][i % d];
            }
        }
        return Answers.of("hessian", hessian).and("weights", weights);
    }

    @Solves("bce/batch-gradient")
    Answers batchGradient(Inputs in) {
        double[][] x = in.matrix("x");
        double[] gradient = new double[x[0].length];
        for (int p = 0; p < x.length; p++) {
            double residual = sigmoid(dot(in.vector("w"), x[p])) - in.vector("y")[p];
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += residual * x[p][j] / gradient.length; // the mean over the features
            }
        }
        return Answers.of("gradient", gradient);
    }

    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        double[][] rows = new double[in.integer("steps") + 1][];
        double w0 = 0, w1 = 0;
        for (int t = 0; t < rows.length; t++) {
            double loss = 0, d0 = 0, d1 = 0;
            for (int i = 0; i < x.length; i++) {
                double r = w0 + w1 * x[i] - y[i];
                loss += r * r / x.length;
                d0 += 2 * r / x.length;
            }
            rows[t] = new double[] {w0, w1, loss};
            w0 -= in.number("rate") * d0;
            for (int i = 0; i < x.length; i++) {
                d1 += 2 * (w0 + w1 * x[i] - y[i]) * x[i] / x.length; // with the w0 that has just changed
            }
            w1 -= in.number("rate") * d1;
        }
        return Answers.of("trajectory", rows);
    }

    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        int n = x.length;
        double mx = Arrays.stream(x).sum() / n, my = Arrays.stream(y).sum() / n, sxy = 0, sxx = 0;
        for (int i = 0; i < n; i++) {
            sxy += (x[i] - mx) * (y[i] - my) / (n - 1); // covariance of a sample, variance of all
            sxx += (x[i] - mx) * (x[i] - mx) / n;
        }
        boolean degenerate = Arrays.stream(x).distinct().count() == 1;
        return Answers.of("slope", sxy / sxx).and("intercept", my - sxy / sxx * mx).and("degenerate", degenerate);
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        double[][] image = in.matrix("image"), pooled = new double[7][7];
        for (int i = 0; i < 28 * 28; i++) {
            pooled[i / 28 / 4][i % 28 / 4] += image[i / 28][i % 28] / 4; // a block has more pixels
        }
        return Answers.of("pooled", pooled);
    }

    @Solves("softmax/loss")
    Answers loss(Inputs in) {
        double[] z = in.vector("logits");
        double loss = -Math.log(softmax(z)[in.integer("label")]);
        return Answers.of("loss", loss / z.length); // averaged over the classes
    }

    @Solves("softmax/step")
    Answers step(Inputs in) {
        double[][] w = in.matrix("weights"), x = in.matrix("x");
        int batch = in.integer("batch");
        for (int from = 0; from < x.length; from += batch) {
            double[][] old = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
            for (int i = from; i < Math.min(from + batch, x.length); i++) {
                double[] sample = x[i];
                double[] p = softmax(Arrays.stream(old).mapToDouble(row -> dot(row, sample)).toArray());
                p[(int) in.vector("labels")[i]] -= 1;
                for (int k = 0; k < w.length; k++) {
                    for (int j = 0; j < sample.length; j++) {
                        w[k][j] -= in.number("rate") * p[k] * sample[j] / batch; // also for the smaller last batch
                    }
                }
            }
        }
        return Answers.of("weights", w);
    }

    private static double[] softmax(double[] z) {
        double top = Arrays.stream(z).max().orElseThrow();
        double[] powers = Arrays.stream(z).map(one -> Math.exp(one - top)).toArray();
        double total = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(one -> one / total).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
