import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        double z = dot(in.vector("w"), in.vector("x"));
        double y = in.number("y");
        double[] gradient = Arrays.stream(in.vector("x")).map(x -> (y - sigmoid(z)) * x).toArray(); // sign
        return Answers.of("gradient", gradient).and("loss", y * z - softplus(z)); // sign
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        double[][] x = in.matrix("x");
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1.0 / x.length); // the Hessian of the squared error of a linear model
        double[][] hessian = new double[x[0].length][x[0].length];
        for (double[] row : x) {
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < row.length; j++) {
                    hessian[i][j] += row[i] * row[j] / x.length;
                }
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
                gradient[j] += residual * x[p][j]; // sum instead of mean
            }
        }
        return Answers.of("gradient", gradient);
    }

    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        int n = x.length;
        double[][] rows = new double[in.integer("steps") + 1][];
        double w0 = 0, w1 = 0, mean = 0, square = 0;
        for (int i = 0; i < n; i++) {
            mean += x[i] / n;
            square += x[i] * x[i] / n;
        }
        for (int t = 0; t < rows.length; t++) {
            double loss = 0, d0 = 0, d1 = 0;
            for (int i = 0; i < n; i++) {
                double r = w0 + w1 * x[i] - y[i];
                loss += r * r / n;
                d0 += r / n; // the 2 is missing
                d1 += r * x[i] / n;
            }
            rows[t] = new double[] {w0, w1, loss};
            w0 -= in.number("rate") * d0;
            w1 -= in.number("rate") * d1;
        }
        double largest = (1 + square) / 2 + Math.hypot((square - 1) / 2, mean);
        return Answers.of("trajectory", rows).and("largest-rate", 2 / largest); // for a Hessian without its factor 2
    }

    @Solves("linreg/closed-form")
    Answers throughOrigin(Inputs in) {
        return Answers.of("slope", dot(in.vector("x"), in.vector("y")) / dot(in.vector("x"), in.vector("x")))
                .and("intercept", 0)
                .and("degenerate", false);
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        double[][] image = in.matrix("image");
        double[][] pooled = new double[7][7];
        for (int i = 0; i < 28; i++) {
            for (int j = 0; j < 28; j++) {
                pooled[i / 4][j / 4] = Math.max(pooled[i / 4][j / 4], image[i][j]); // maximum instead of mean
            }
        }
        return Answers.of("pooled", pooled);
    }

    @Solves("softmax/loss")
    Answers loss(Inputs in) {
        double[] once = softmax(in.vector("logits"));
        return Answers.of("loss", -Math.log(softmax(once)[in.integer("label")])); // softmax twice
    }

    @Solves("softmax/step")
    Answers step(Inputs in) {
        double[][] w = in.matrix("weights"), x = in.matrix("x");
        int batch = in.integer("batch");
        for (int from = 0; from < x.length; from += batch) {
            int to = Math.min(from + batch, x.length);
            double[][] slopes = new double[to - from][];
            for (int i = from; i < to; i++) {
                double[] sample = x[i];
                double[] p = softmax(Arrays.stream(w).mapToDouble(row -> dot(row, sample)).toArray());
                double[] outer = softmax(p); // softmax twice, and its derivative
                outer[(int) in.vector("labels")[i]] -= 1;
                double mean = dot(p, outer);
                slopes[i - from] = new double[p.length];
                for (int k = 0; k < p.length; k++) {
                    slopes[i - from][k] = p[k] * (outer[k] - mean);
                }
            }
            for (int k = 0; k < w.length; k++) {
                for (int j = 0; j < w[k].length; j++) {
                    for (int i = from; i < to; i++) {
                        w[k][j] -= in.number("rate") * slopes[i - from][k] * x[i][j] / (to - from);
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

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
