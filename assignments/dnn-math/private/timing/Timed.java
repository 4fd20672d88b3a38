import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.Tensor;

/** What submissions in Java are timed against: loops over flat arrays. */
class Timed {
    @Solves("lenet/masked")
    Answers masked(Inputs in) {
        Tensor xs = in.tensor("x"), weights = in.tensor("weights"), gs = in.tensor("g");
        double[] x = xs.toArray(), f = weights.toArray(), g = gs.toArray(), bias = in.vector("bias");
        double[][] mask = in.matrix("mask");
        int maps = xs.extent(0), h = xs.extent(1), w = xs.extent(2), k = weights.extent(2);
        int rows = h - k + 1, columns = w - k + 1;
        double[] output = new double[g.length], gradient = new double[f.length];
        for (int o = 0; o < bias.length; o++) {
            java.util.Arrays.fill(output, o * rows * columns, (o + 1) * rows * columns, bias[o]);
            for (int i = 0; i < maps; i++) {
                for (int t = 0; mask[o][i] != 0 && t < k * k; t++) {
                    int at = (o * maps + i) * k * k + t;
                    double weight = f[at], slope = 0;
                    for (int r = 0; r < rows; r++) {
                        int from = (i * h + r + t / k) * w + t % k, to = (o * rows + r) * columns;
                        for (int c = 0; c < columns; c++) {
                            output[to + c] += weight * x[from + c];
                            slope += g[to + c] * x[from + c];
                        }
                    }
                    gradient[at] = slope;
                }
            }
        }
        return Answers.of("output", Tensor.of(shape(gs), output)).and("gradient", Tensor.of(shape(weights), gradient));
    }

    private static int[] shape(Tensor tensor) {
        return tensor.shape().stream().mapToInt(Integer::intValue).toArray();
    }
}
