import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.Tensor;
import java.util.Arrays;

/** One mistake in each task. */
class Solution {
    @Solves("conv/apply")
    Answers apply(Inputs in) {
        double[][] image = in.matrix("image"), filter = in.matrix("filter");
        int m = image.length, n = image[0].length;
        double[][] output = new double[m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        int row = i + a - 1, column = j + b - 1;
                        if (row >= 0 && row < m && column >= 0 && column < n) {
                            output[i][j] += filter[b][a] * image[row][column];
                        }
                    }
                }
            }
        }
        return Answers.of("output", output);
    }

    @Solves("pooling/filter")
    Answers poolingFilter(Inputs in) {
        int k = in.integer("k"), c = in.integer("C");
        double[][][][] filter = new double[c][c][k][k];
        for (int channel = 0; channel < c; channel++) {
            for (double[] row : filter[channel][channel]) {
                Arrays.fill(row, 1);
            }
        }
        return Answers.of("filter", filter).and("stride", 1);
    }

    @Solves("pooling/maximum")
    Answers maximum(Inputs in) {
        double[][] image = in.matrix("image");
        int k = in.integer("k"), l = in.integer("l");
        int height = image.length / k, width = image[0].length / l;
        double[][] pooled = new double[k][l];
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < image[0].length; j++) {
                pooled[i / height][j / width] += image[i][j] / (height * width);
            }
        }
        return Answers.of("pooled", pooled);
    }

    @Solves("losses/values")
    Answers losses(Inputs in) {
        double[] z = in.vector("z"), y = in.vector("y");
        double kl = 0, mse = 0, dkl = 0, dmse = 0;
        for (int i = 0; i < z.length; i++) {
            double wrong = sigmoid(-y[i] * z[i]);
            kl += softplus(-y[i] * z[i]) / z.length;
            double r = y[i] - (2 * sigmoid(z[i]) - 1);
            mse += r * r / z.length;
            dkl -= y[i] * wrong / z.length;
            dmse -= 4 * r * sigmoid(z[i]) * sigmoid(-z[i]) / z.length;
        }
        return Answers.of("kl", kl).and("mse", mse).and("dkl", dkl).and("dmse", dmse);
    }

    @Solves("losses/step")
    Answers steps(Inputs in) {
        double[] kl = in.vector("w"), mse = in.vector("w"), y = in.vector("y");
        double[][] x = in.matrix("x");
        double rate = in.number("rate");
        for (int i = 0; i < x.length; i++) {
            double s = sigmoid(-y[i] * dot(kl, x[i])), r = sigmoid(-y[i] * dot(mse, x[i]));
            for (int j = 0; j < kl.length; j++) {
                kl[j] -= rate * y[i] * s * x[i][j];
                mse[j] -= rate * 4 * y[i] * r * r * (1 - r) * x[i][j];
            }
        }
        return Answers.of("kl", kl).and("mse", mse);
    }

    @Solves("losses/runs")
    Answers runs(Inputs in) {
        double[] values = in.vector("values");
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Answers.of("mean", mean)
                .and("spread-n", squares / values.length)
                .and("spread-n-1", squares / (values.length - 1));
    }

    @Solves("mlp/jacobians")
    Answers jacobians(Inputs in) {
        double[] s1 = slopes(in.matrix("A1"), in.vector("y0"), in.vector("b1"));
        double[] s2 = slopes(in.matrix("A2"), in.vector("y1"), in.vector("b2"));
        double[] dy3dy1 = times(in.matrix("A3")[0], rowsScaled(s2, in.matrix("A2")));
        Arrays.fill(s1, s1[0]);
        Arrays.fill(s2, s2[0]);
        return Answers.of("dy1-db1", diagonal(s1))
                .and("dy2-db2", diagonal(s2))
                .and("dy1-dy0", rowsScaled(s1, in.matrix("A1")))
                .and("dy2-dy1", rowsScaled(s2, in.matrix("A2")))
                .and("dy3-dy1", new double[][] {dy3dy1});
    }

    @Solves("mlp/weights")
    Answers weights(Inputs in) {
        double[] s1 = slopes(in.matrix("A1"), in.vector("y0"), in.vector("b1"));
        double[] s2 = slopes(in.matrix("A2"), in.vector("y1"), in.vector("b2"));
        Arrays.fill(s1, s1[0]);
        Arrays.fill(s2, s2[0]);
        double[] db2 = times(in.matrix("A3")[0], diagonal(s2));
        double[] db1 = times(times(db2, in.matrix("A2")), diagonal(s1));
        return Answers.of("dy3-dA3", new double[][] {in.vector("y2")})
                .and("dy3-dA2", outer(db2, in.vector("y1")))
                .and("dy3-dA1", outer(db1, in.vector("y0")))
                .and("dy3-db2", new double[][] {db2})
                .and("dy3-db1", new double[][] {db1});
    }

    @Solves("lenet/masked")
    Answers masked(Inputs in) {
        Tensor x = in.tensor("x"), weights = in.tensor("weights"), g = in.tensor("g");
        double[][] mask = in.matrix("mask");
        int k = weights.extent(2);
        double[][][] output = new double[g.extent(0)][g.extent(1)][g.extent(2)];
        double[][][][] gradient = new double[weights.extent(0)][weights.extent(1)][k][k];
        for (int o = 0; o < output.length; o++) {
            for (int r = 0; r < output[o].length; r++) {
                for (int c = 0; c < output[o][r].length; c++) {
                    output[o][r][c] = in.vector("bias")[o];
                    for (int i = 0; i < mask[o].length; i++) {
                        for (int t = 0; t < k * k; t++) {
                            double pixel = (1 - mask[o][i]) * x.get(i, r + t / k, c + t % k);
                            output[o][r][c] += weights.get(o, i, t / k, t % k) * pixel;
                            gradient[o][i][t / k][t % k] += g.get(o, r, c) * pixel;
                        }
                    }
                }
            }
        }
        return Answers.of("output", output).and("gradient", gradient);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] slopes(double[][] a, double[] y, double[] b) {
        double[] slopes = new double[b.length];
        Arrays.setAll(slopes, i -> sigmoid(dot(a[i], y) + b[i]) * sigmoid(-dot(a[i], y) - b[i]));
        return slopes;
    }

    private static double[][] diagonal(double[] s) {
        double[][] d = new double[s.length][s.length];
        for (int i = 0; i < s.length; i++) {
            d[i][i] = s[i];
        }
        return d;
    }

    private static double[][] rowsScaled(double[] s, double[][] a) {
        double[][] scaled = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                scaled[i][j] = s[i] * a[i][j];
            }
        }
        return scaled;
    }

    private static double[] times(double[] row, double[][] a) {
        double[] product = new double[a[0].length];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[j] += row[i] * a[i][j];
            }
        }
        return product;
    }

    private static double[][] outer(double[] u, double[] v) {
        double[][] product = new double[u.length][v.length];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i][j] = u[i] * v[j];
            }
        }
        return product;
    }
}
