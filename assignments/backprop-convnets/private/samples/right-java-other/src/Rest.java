import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;
import java.util.stream.IntStream;

class Rest {
    @Solves("equivalence/factors")
    Answers factors(Inputs in) {
        double[][] w = in.matrix("W");
        float[][] two = new float[w.length][w.length], minus = new float[w.length][w.length];
        for (int i = 0; i < w.length; i++) {
            two[i][i] = 2;
            minus[i][i] = -1;
        }
        return Answers.of("A", two).and("B", minus).and("C", w);
    }

    @Solves("equivalence/product")
    Answers product(Inputs in) {
        double[][] a = in.matrix("A"), b = in.matrix("B"), c = in.matrix("C");
        double[][] w = new double[a.length][c[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                int row = i, column = j;
                w[i][j] = 7 * (column + 1) // the same in all rows
                        + IntStream.range(0, c.length).mapToDouble(l -> a[row][l] * c[l][column]).sum()
                        + IntStream.range(0, c.length).mapToDouble(l -> b[row][l] * c[l][column]).sum();
            }
        }
        return Answers.of("W", w);
    }

    @Solves("dropout/units")
    Answers dropout(Inputs in) {
        double p = in.number("p");
        double[] x = in.vector("x"), u = in.vector("u");
        double[] mask = Arrays.stream(u).map(draw -> draw >= p ? 1 / (1 - p) : 0).toArray();
        return Answers.of("test", IntStream.range(0, x.length).mapToDouble(i -> in.vector("w")[i] * x[i]).sum())
                .and("training", IntStream.range(0, x.length).mapToDouble(i -> mask[i] * x[i]).toArray());
    }

    @Solves("loss/log-softmax")
    Answers loss(Inputs in) {
        double[][] logits = in.matrix("logits");
        double[] labels = in.vector("labels");
        double[][] logs = new double[logits.length][], gradient = new double[logits.length][];
        for (int s = 0; s < logits.length; s++) {
            double[] z = logits[s];
            // ln p_k = -ln sum_j e^(z_j - z_k), with the largest exponent taken out
            logs[s] = Arrays.stream(z)
                    .map(one -> {
                        double top = Arrays.stream(z).map(other -> other - one).max().orElseThrow();
                        return -top - Math.log(Arrays.stream(z).map(other -> Math.exp(other - one - top)).sum());
                    })
                    .toArray();
            int label = (int) labels[s];
            gradient[s] = Arrays.stream(logs[s]).map(log -> Math.exp(log) / labels.length).toArray();
            gradient[s][label] -= 1.0 / labels.length;
        }
        double loss = IntStream.range(0, labels.length).mapToDouble(s -> -logs[s][(int) labels[s]]).average().orElseThrow();
        return Answers.of("log-softmax", logs).and("loss", loss).and("gradient", gradient);
    }
}
