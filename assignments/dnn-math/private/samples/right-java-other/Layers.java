import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.Tensor;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Convolutions by patches, pooling by streams, Jacobians by dual numbers. */
class Layers {
    @Solves("conv/apply")
    static Answers apply(Inputs in) {
        Tensor image = in.tensor("image");
        double[] filter = in.tensor("filter").toArray();
        double[][] output = new double[image.extent(0)][image.extent(1)];
        for (int i = 0; i < output.length; i++) {
            for (int j = 0; j < output[i].length; j++) {
                double[] patch = new double[9];
                for (int t = 0; t < 9; t++) {
                    int row = i - 1 + t / 3;
                    int column = j - 1 + t % 3;
                    boolean outside = row < 0 || column < 0 || row == output.length || column == output[i].length;
                    patch[t] = outside ? 0 : image.get(row, column);
                }
                output[i][j] = dot(filter, patch);
            }
        }
        return Answers.of("output", output);
    }

    @Solves("pooling/filter")
    static Answers filter(Inputs in) {
        int k = in.integer("k");
        int channels = in.integer("C");
        double[] entries = new double[channels * channels * k * k];
        for (int p = 0; p < entries.length; p++) {
            entries[p] = p / (k * k) % (channels + 1) == 0 ? Math.pow(k, -2) : 0;
        }
        return Answers.of("stride", k).and("filter", Tensor.of(new int[] {channels, channels, k, k}, entries));
    }

    @Solves("pooling/maximum")
    static Answers maximum(Inputs in) {
        double[][] image = in.matrix("image");
        int height = image.length / in.integer("k");
        int width = image[0].length / in.integer("l");
        double[][] pooled = new double[in.integer("k")][in.integer("l")];
        for (int i = 0; i < pooled.length; i++) {
            for (int j = 0; j < pooled[i].length; j++) {
                int left = j * width;
                pooled[i][j] = Arrays.stream(image, i * height, (i + 1) * height)
                        .flatMapToDouble(row -> Arrays.stream(row, left, left + width))
                        .max()
                        .getAsDouble();
            }
        }
        return Answers.of("pooled", pooled);
    }

    @Solves("losses/step")
    static Answers steps(Inputs in) {
        return Answers.of("kl", descended(in, 1)).and("mse", descended(in, 2));
    }

    /** Power 1: the derivative of -ln sigma(y z) by z is -y sigma(-y z). Power 2: that of 2 sigma(-y z)^2, by dual numbers. */
    private static double[] descended(Inputs in, int power) {
        double[] w = in.vector("w");
        double[] y = in.vector("y");
        double[][] x = in.matrix("x");
        for (int i = 0; i < x.length; i++) {
            Dual wrong = new Dual(-y[i] * dot(w, x[i]), -y[i]).sigmoid();
            double slope = power == 1 ? -y[i] * wrong.value() : 2 * wrong.times(wrong).slope();
            for (int j = 0; j < w.length; j++) {
                w[j] -= in.number("rate") * slope * x[i][j];
            }
        }
        return w;
    }

    @Solves("losses/runs")
    static Answers runs(Inputs in) {
        double[] values = in.vector("values");
        int n = values.length;
        double pairs = 0;
        for (double one : values) {
            for (double other : values) {
                pairs += (one - other) * (one - other) / 2;
            }
        }
        return Answers.of("mean", Arrays.stream(values).sum() / n)
                .and("spread-n", Math.sqrt(pairs) / n)
                .and("spread-n-1", Math.sqrt(pairs / n / (n - 1)));
    }

    @Solves("mlp/jacobians")
    static Answers jacobians(Inputs in) {
        double[][] a1 = in.matrix("A1");
        double[][] a2 = in.matrix("A2");
        Dual[] y0 = constants(in.vector("y0"));
        Dual[] y1 = constants(in.vector("y1"));
        Dual[] b1 = constants(in.vector("b1"));
        Dual[] b2 = constants(in.vector("b2"));
        double[][] a3 = in.matrix("A3");
        return Answers.of("dy1-db1", columns(b1.length, j -> layer(a1, y0, moved(b1, j))))
                .and("dy2-db2", columns(b2.length, j -> layer(a2, y1, moved(b2, j))))
                .and("dy1-dy0", columns(y0.length, j -> layer(a1, moved(y0, j), b1)))
                .and("dy2-dy1", columns(y1.length, j -> layer(a2, moved(y1, j), b2)))
                .and("dy3-dy1", columns(y1.length, j -> affine(
                        a3, layer(a2, moved(y1, j), b2), constants(in.vector("b3")))));
    }

    @Solves("mlp/weights")
    static Answers weights(Inputs in) {
        double[][] a2 = in.matrix("A2");
        double[][] a3 = in.matrix("A3");
        Dual[] b1 = constants(in.vector("b1"));
        Dual[] b2 = constants(in.vector("b2"));
        Dual[] b3 = constants(in.vector("b3"));
        Dual[] y0 = constants(in.vector("y0"));
        Dual[] y1 = constants(in.vector("y1"));
        double[][] byBias1 = columns(b1.length, j -> affine(
                a3, layer(a2, layer(in.matrix("A1"), y0, moved(b1, j)), b2), b3));
        double[][] byBias2 = columns(b2.length, j -> affine(a3, layer(a2, y1, moved(b2, j)), b3));
        return Answers.of("dy3-dA3", new double[][] {in.vector("y2")})
                .and("dy3-dA2", outer(byBias2[0], in.vector("y1")))
                .and("dy3-dA1", outer(byBias1[0], in.vector("y0")))
                .and("dy3-db2", byBias2)
                .and("dy3-db1", byBias1);
    }

    @Solves("lenet/masked")
    static Answers masked(Inputs in) {
        Tensor filters = in.tensor("weights");
        Tensor maps = in.tensor("x");
        double[] x = maps.toArray(), weights = filters.toArray(), g = in.tensor("g").toArray();
        double[][] mask = in.matrix("mask");
        double[] bias = in.vector("bias");
        int k = filters.extent(2), w = maps.extent(2), rows = maps.extent(1) - k + 1, columns = w - k + 1;
        double[] output = new double[g.length];
        double[] gradient = new double[weights.length];
        for (int o = mask.length - 1, p = g.length - 1; o >= 0; o--) {
            for (int place = rows * columns - 1; place >= 0; place--, p--) {
                double sum = bias[o];
                for (int i = 0; i < mask[o].length; i++) {
                    for (int a = 0; a < k && mask[o][i] == 1; a++) {
                        int from = (i * maps.extent(1) + place / columns + a) * w + place % columns;
                        int q = ((o * mask[o].length + i) * k + a) * k;
                        for (int b = 0; b < k; b++) {
                            sum += weights[q + b] * x[from + b];
                            gradient[q + b] += g[p] * x[from + b];
                        }
                    }
                }
                output[p] = sum;
            }
        }
        return Answers.of("output", Tensor.of(shape(in.tensor("g")), output))
                .and("gradient", Tensor.of(shape(filters), gradient));
    }

    private static int[] shape(Tensor tensor) {
        return tensor.shape().stream().mapToInt(Integer::intValue).toArray();
    }

    private static Dual[] constants(double[] values) {
        return Arrays.stream(values).mapToObj(Dual::constant).toArray(Dual[]::new);
    }

    private static Dual[] moved(Dual[] values, int j) {
        Dual[] moved = values.clone();
        moved[j] = new Dual(values[j].value(), 1);
        return moved;
    }

    private static Dual[] affine(double[][] a, Dual[] y, Dual[] b) {
        Dual[] z = b.clone();
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < y.length; j++) {
                z[i] = z[i].plus(y[j].times(Dual.constant(a[i][j])));
            }
        }
        return z;
    }

    private static Dual[] layer(double[][] a, Dual[] y, Dual[] b) {
        return Arrays.stream(affine(a, y, b)).map(Dual::sigmoid).toArray(Dual[]::new);
    }

    private static double[][] columns(int n, IntFunction<Dual[]> column) {
        double[][] jacobian = new double[column.apply(0).length][n];
        for (int j = 0; j < n; j++) {
            Dual[] outputs = column.apply(j);
            for (int i = 0; i < outputs.length; i++) {
                jacobian[i][j] = outputs[i].slope();
            }
        }
        return jacobian;
    }

    private static double[][] outer(double[] rows, double[] columns) {
        return Arrays.stream(rows)
                .mapToObj(r -> Arrays.stream(columns).map(c -> r * c).toArray())
                .toArray(double[][]::new);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = a.length - 1; i >= 0; i--) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
