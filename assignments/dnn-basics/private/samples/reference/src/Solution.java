import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

/** Right answers to the code tasks. */
class Solution {
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        double[] w = in.vector("w"), x = in.vector("x");
        double y = in.number("y");
        double z = dot(w, x);
        double[] gradient = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            gradient[j] = (sigmoid(z) - y) * x[j];
        }
        return Answers.of("gradient", gradient).and("loss", softplus(z) - y * z);
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        double[] w = in.vector("w");
        double[][] x = in.matrix("x");
        double[] weights = new double[x.length];
        double[][] hessian = new double[w.length][w.length];
        for (int p = 0; p < x.length; p++) {
            double s = sigmoid(dot(w, x[p]));
            weights[p] = s * (1 - s) / x.length;
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w.length; j++) {
                    hessian[i][j] += weights[p] * x[p][i] * x[p][j];
                }
            }
        }
        return Answers.of("hessian", hessian).and("weights", weights);
    }

    @Solves("bce/batch-gradient")
    Answers batchGradient(Inputs in) {
        double[] w = in.vector("w"), y = in.vector("y");
        double[][] x = in.matrix("x");
        double[] gradient = new double[w.length];
        for (int p = 0; p < x.length; p++) {
            double residual = sigmoid(dot(w, x[p])) - y[p];
            for (int j = 0; j < w.length; j++) {
                gradient[j] += residual * x[p][j] / x.length;
            }
        }
        return Answers.of("gradient", gradient);
    }

    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        int n = x.length;
        double[][] rows = new double[in.integer("steps") + 1][];
        double w0 = 0, w1 = 0;
        for (int t = 0; t < rows.length; t++) {
            double loss = 0, d0 = 0, d1 = 0;
            for (int i = 0; i < n; i++) {
                double r = w0 + w1 * x[i] - y[i];
                loss += r * r / n;
                d0 += 2 * r / n;
                d1 += 2 * r * x[i] / n;
            }
            rows[t] = new double[] {w0, w1, loss};
            w0 -= in.number("rate") * d0;
            w1 -= in.number("rate") * d1;
        }
        double mean = 0, square = 0;
        for (double one : x) {
            mean += one / n;
            square += one * one / n;
        }
        double largest = (1 + square + Math.sqrt((square - 1) * (square - 1) + 4 * mean * mean)) / 2;
        return Answers.of("trajectory", rows).and("largest-rate", 1 / largest);
    }

    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        boolean allEqual = true;
        double mx = 0, my = 0;
        for (int i = 0; i < x.length; i++) {
            allEqual &= x[i] == x[0];
            mx += x[i] / x.length;
            my += y[i] / x.length;
        }
        if (allEqual) {
            return Answers.of("degenerate", true);
        }
        double sxy = 0, sxx = 0;
        for (int i = 0; i < x.length; i++) {
            sxy += (x[i] - mx) * (y[i] - my);
            sxx += (x[i] - mx) * (x[i] - mx);
        }
        return Answers.of("slope", sxy / sxx).and("intercept", my - sxy / sxx * mx).and("degenerate", false);
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        double[][] image = in.matrix("image");
        double[][] pooled = new double[7][7];
        for (int i = 0; i < 28; i++) {
            for (int j = 0; j < 28; j++) {
                pooled[i / 4][j / 4] += image[i][j] / 16;
            }
        }
        return Answers.of("pooled", pooled);
    }

    @Solves("softmax/loss")
    Answers loss(Inputs in) {
        double[] logits = in.vector("logits");
        return Answers.of("loss", logSumExp(logits) - logits[in.integer("label")]);
    }

    @Solves("softmax/step")
    Answers step(Inputs in) {
        double[][] weights = in.matrix("weights"), x = in.matrix("x");
        double[] labels = in.vector("labels");
        int batch = in.integer("batch");
        for (int from = 0; from < x.length; from += batch) {
            int to = Math.min(from + batch, x.length);
            double[][] gradient = new double[weights.length][x[0].length];
            for (int i = from; i < to; i++) {
                double[] logits = new double[weights.length];
                for (int k = 0; k < logits.length; k++) {
                    logits[k] = dot(weights[k], x[i]);
                }
                double total = logSumExp(logits);
                for (int k = 0; k < logits.length; k++) {
                    double slope = Math.exp(logits[k] - total) - (k == labels[i] ? 1 : 0);
                    for (int j = 0; j < x[i].length; j++) {
                        gradient[k][j] += slope * x[i][j] / (to - from);
                    }
                }
            }
            for (int k = 0; k < weights.length; k++) {
                for (int j = 0; j < weights[k].length; j++) {
                    weights[k][j] -= in.number("rate") * gradient[k][j];
                }
            }
        }
        return Answers.of("weights", weights);
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

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static double logSumExp(double[] z) {
        double top = z[0], sum = 0;
        for (double one : z) {
            top = Math.max(top, one);
        }
        for (double one : z) {
            sum += Math.exp(one - top);
        }
        return top + Math.log(sum);
    }
}
