package hand.in.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

public class Training {
    @Solves("linreg/descent")
    Answers descent(Inputs in) {
        double[] x = in.vector("x");
        double[] y = in.vector("y");
        double[] w = new double[2];
        double[][] log = new double[in.integer("steps") + 1][3];
        for (double[] row : log) {
            double[] gradient = new double[2];
            for (int i = 0; i < x.length; i++) {
                double miss = y[i] - w[1] * x[i] - w[0];
                row[2] += miss * miss;
                gradient[0] -= miss;
                gradient[1] -= miss * x[i];
            }
            row[0] = w[0];
            row[1] = w[1];
            row[2] /= x.length;
            w[0] -= in.number("rate") * 2 * gradient[0] / x.length;
            w[1] -= in.number("rate") * 2 * gradient[1] / x.length;
        }
        return Answers.of("trajectory", log).and("largest-rate", 1 / steepest(x));
    }

    /** Power iteration on the mean of (1, x)(1, x)^T. */
    private static double steepest(double[] x) {
        double u = 1, v = 1, length = 1;
        for (int k = 0; k < 5000; k++) {
            double nextU = 0, nextV = 0;
            for (double one : x) {
                nextU += (u + v * one) / x.length;
                nextV += (u + v * one) * one / x.length;
            }
            length = Math.sqrt(nextU * nextU + nextV * nextV);
            u = nextU / length;
            v = nextV / length;
        }
        return length;
    }

    @Solves("linreg/closed-form")
    Answers closedForm(Inputs in) {
        double[] x = in.vector("x");
        double[] y = in.vector("y");
        boolean degenerate = Arrays.stream(x).distinct().count() < 2;
        double meanX = 0, meanY = 0, spread = 0, common = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            meanX += dx / (i + 1);
            meanY += (y[i] - meanY) / (i + 1);
            spread += dx * (x[i] - meanX);
            common += dx * (y[i] - meanY);
        }
        double slope = degenerate ? 0 : common / spread;
        return Answers.of("slope", slope).and("intercept", meanY - slope * meanX).and("degenerate", degenerate);
    }

    @Solves("pooling/average")
    Answers pooling(Inputs in) {
        double[] pixels = in.tensor("image").toArray();
        double[][] pooled = new double[7][7];
        for (int block = 0; block < 49; block++) {
            double total = 0;
            for (int k = 0; k < 16; k++) {
                total += pixels[(block / 7 * 4 + k / 4) * 28 + block % 7 * 4 + k % 4];
            }
            pooled[block / 7][block % 7] = 0.0625 * total;
        }
        return Answers.of("pooled", pooled);
    }

    @Solves("softmax/step")
    Answers pass(Inputs in) {
        double[][] w = in.matrix("weights"), x = in.matrix("x");
        int done = 0;
        while (done < x.length) {
            int size = Math.min(in.integer("batch"), x.length - done);
            double[][] next = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
            for (int i = done; i < done + size; i++) {
                double[] odds = new double[w.length];
                for (int k = 0; k < w.length; k++) {
                    for (int j = 0; j < x[i].length; j++) {
                        odds[k] += w[k][j] * x[i][j];
                    }
                    odds[k] = Math.exp(odds[k]);
                }
                double total = Arrays.stream(odds).sum();
                for (int k = 0; k < w.length; k++) {
                    double target = k == (int) in.vector("labels")[i] ? 1 : 0;
                    for (int j = 0; j < x[i].length; j++) {
                        next[k][j] += in.number("rate") / size * (target - odds[k] / total) * x[i][j];
                    }
                }
            }
            w = next;
            done += size;
        }
        return Answers.of("weights", w);
    }
}
