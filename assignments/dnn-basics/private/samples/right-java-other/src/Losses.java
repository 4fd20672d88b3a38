package hand.in;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;
import java.util.stream.IntStream;

public class Losses {
    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double expit(double z) {
        return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
    }

    @Solves("bce/gradient")
    public static Answers gradient(Inputs in) {
        double sign = in.number("y") == 1 ? -1 : 1;
        double[] x = in.vector("x");
        double wrongness = sign * product(in.vector("w"), x);
        double[] gradient = Arrays.stream(x).map(one -> sign * expit(wrongness) * one).toArray();
        double loss = wrongness > 30 ? wrongness + Math.exp(-wrongness) : Math.log1p(Math.exp(wrongness));
        return Answers.of("loss", loss).and("gradient", gradient);
    }

    @Solves("bce/batch-gradient")
    static Answers batch(Inputs in) {
        double[][] x = in.matrix("x");
        double[] y = in.vector("y");
        double[] mean = new double[x[0].length];
        for (int p = 0; p < x.length; p++) {
            double residual = expit(product(in.vector("w"), x[p])) - y[p];
            for (int j = 0; j < mean.length; j++) {
                mean[j] += (residual * x[p][j] - mean[j]) / (p + 1);
            }
        }
        return Answers.of("gradient", mean);
    }

    @Solves("bce/hessian")
    Answers hessian(Inputs in) {
        double[][] x = in.matrix("x");
        double[] d = Arrays.stream(x)
                .mapToDouble(row -> product(in.vector("w"), row))
                .map(z -> 1 / (2 + Math.exp(z) + Math.exp(-z)) / x.length)
                .toArray();
        int n = x[0].length;
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                for (int p = 0; p < x.length; p++) {
                    h[i][j] += x[p][i] * d[p] * x[p][j];
                }
                h[j][i] = h[i][j];
            }
        }
        return Answers.of("weights", d).and("hessian", h);
    }

    @Solves("softmax/loss")
    Answers loss(Inputs in) {
        double[] z = in.vector("logits");
        double top = Arrays.stream(z).max().orElseThrow();
        double own = z[in.integer("label")];
        double sum = Arrays.stream(z).map(one -> Math.exp(one - top)).sum();
        return Answers.of("loss", (top - own) + Math.log(sum));
    }
}
