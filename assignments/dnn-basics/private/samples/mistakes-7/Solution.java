import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("bce/gradient")
    Answers gradient(Inputs in) {
        return Answers.of("gradient", in.vector("x")).and("loss", in.number("y")); // copies of the inputs
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        double[][] x = in.matrix("x");
        return Answers.of("hessian", new double[x.length][x.length]) // [P, P] instead of [d, d]
                .and("weights", new double[x.length]);
    }

    @Solves("linreg/derivatives")
    Answers derivatives(Inputs in) {
        return Answers.of("dw0", in.number("w_0")).and("dw1", 0); // there is no such input
    }

    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        double[][] rows = new double[in.integer("steps")][]; // one row too few
        double w0 = 0, w1 = 0;
        for (int t = 0; t < rows.length; t++) {
            double loss = 0, d0 = 0, d1 = 0;
            for (int i = 0; i < x.length; i++) {
                double r = w0 + w1 * x[i] - y[i];
                loss += r * r / x.length;
                d0 += 2 * r / x.length;
                d1 += 2 * r * x[i] / x.length;
            }
            rows[t] = new double[] {w0, w1, loss};
            w0 -= in.number("rate") * d0;
            w1 -= in.number("rate") * d1;
        }
        return Answers.of("trajectory", rows);
    }

    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        double[] x = in.vector("x"), y = in.vector("y");
        double mx = Arrays.stream(x).average().orElseThrow(), my = Arrays.stream(y).average().orElseThrow();
        double above = 0, below = 0;
        for (int i = 0; i < x.length; i++) {
            above += (x[i] - mx) * (y[i] - my);
            below += x[i] * x[i]; // x itself, not its deviation
        }
        return Answers.of("slope", above / below).and("intercept", my - above / below * mx); // never says degenerate
    }

    @Solves("softmax/step")
    Answers step(Inputs in) {
        double[][] w = in.matrix("weights"), x = in.matrix("x");
        int batch = in.integer("batch");
        for (int from = 0; from < x.length; from += batch) {
            int to = Math.min(from + batch, x.length);
            double[][] old = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
            for (int i = from; i < to; i++) {
                int label = (int) in.vector("labels")[i];
                double total = 0, own = 0;
                for (int k = 0; k < w.length; k++) {
                    double power = Math.exp(dot(old[k], x[i]));
                    total += power;
                    own = k == label ? power : own;
                }
                for (int j = 0; j < x[i].length; j++) {
                    w[label][j] -= in.number("rate") * (own / total - 1) * x[i][j] / (to - from); // the label only
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
