import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        double z = dot(in.vector("w"), in.vector("x"));
        double y = in.number("y");
        double s = Math.exp(z) / (1 + Math.exp(z)); // infinite by infinite at large z
        double[] gradient = Arrays.stream(in.vector("x")).map(x -> (s - y) * x).toArray();
        return Answers.of("gradient", gradient).and("loss", Math.log(1 + Math.exp(z)) - y * z);
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        double[][] x = in.matrix("x");
        double[] weights = new double[x.length];
        double[][] hessian = new double[x[0].length][x[0].length];
        for (int p = 0; p < x.length; p++) {
            double s = 1 / (1 + Math.exp(-dot(in.vector("w"), x[p])));
            weights[p] = s * (1 - s) / x.length;
            for (int j = 0; j < x[p].length; j++) {
                hessian[j][j] += weights[p] * x[p][j] * x[p][j]; // only the diagonal
            }
        }
        return Answers.of("hessian", hessian).and("weights", weights);
    }

    @Solves("bce/batch-gradient")
    Answers batchGradient(Inputs in) {
        double[][] x = in.matrix("x");
        double[] gradient = new double[x[0].length];
        for (int p = 0; p < x.length; p++) {
            double residual = in.vector("y")[p] - 1 / (1 + Math.exp(-dot(in.vector("w"), x[p]))); // sign
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += residual * x[p][j] / x.length;
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
            double before0 = w0, before1 = w1, d0 = 0, d1 = 0, loss = 0;
            for (int i = 0; i < x.length; i++) {
                d0 += 2 * (w0 + w1 * x[i] - y[i]) / x.length;
                d1 += 2 * (w0 + w1 * x[i] - y[i]) * x[i] / x.length;
            }
            w0 -= in.number("rate") * d0;
            w1 -= in.number("rate") * d1;
            for (int i = 0; i < x.length; i++) {
                loss += Math.pow(w0 + w1 * x[i] - y[i], 2) / x.length;
            }
            rows[t] = new double[] {before0, before1, loss}; // the loss after the update
        }
        return Answers.of("trajectory", rows);
    }

    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        int n = x.length;
        double sx = Arrays.stream(x).sum(), sy = Arrays.stream(y).sum();
        double below = n * dot(x, x) - sx * sx; // the difference of two large numbers
        double slope = (n * dot(x, y) - sx * sy) / below;
        return Answers.of("slope", slope).and("intercept", (sy - slope * sx) / n).and("degenerate", below == 0);
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        double[][] image = in.matrix("image"), pooled = new double[7][7];
        for (int i = 0; i < 28 * 28; i++) {
            pooled[i % 28 / 4][i / 28 / 4] += image[i / 28][i % 28] / 16; // rows and columns swapped
        }
        return Answers.of("pooled", pooled);
    }

    @Solves("softmax/loss")
    Answers loss(Inputs in) {
        double[] z = in.vector("logits");
        double[] powers = Arrays.stream(z).map(Math::exp).toArray(); // overflows
        return Answers.of("loss", -Math.log(powers[in.integer("label")] / Arrays.stream(powers).sum()));
    }

    @Solves("softmax/step")
    Answers step(Inputs in) {
        double[][] w = in.matrix("weights"), x = in.matrix("x");
        double[][] old = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < x.length; i++) {
            double[] sample = x[i];
            double[] p = Arrays.stream(old).mapToDouble(row -> Math.exp(dot(row, sample))).toArray();
            double total = Arrays.stream(p).sum();
            for (int k = 0; k < w.length; k++) {
                double residual = p[k] / total - (k == in.vector("labels")[i] ? 1 : 0);
                for (int j = 0; j < sample.length; j++) {
                    w[k][j] -= in.number("rate") * residual * sample[j] / x.length; // one step for all samples
                }
            }
        }
        return Answers.of("weights", w);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
