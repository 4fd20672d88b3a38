import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;
import java.util.stream.IntStream;

class Softmax {
    @Solves("softmax/jacobian")
    Answers jacobian(Inputs in) {
        double[] p = Maths.softmax(in.vector("z"));
        double[][] rows = new double[p.length][p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = rows[j][i] = -p[i] * p[j];
            }
            rows[i][i] = p[i] - p[i] * p[i];
        }
        return Answers.of("jacobian", rows);
    }

    @Solves("softmax/gradient")
    Answers gradient(Inputs in) {
        double[] p = Maths.softmax(Maths.logits(in.matrix("W"), in.vector("x"))), y = in.vector("y");
        return Answers.of(
                "gradient",
                IntStream.range(0, p.length).mapToObj(k -> Maths.times(in.vector("x"), p[k] - y[k])).toList());
    }

    @Solves("softmax/probabilities")
    Answers probabilities(Inputs in) {
        return Answers.of("p", Arrays.stream(in.matrix("z")).map(Maths::softmax).toList());
    }

    @Solves("softmax/one-hot")
    Answers oneHot(Inputs in) {
        return Answers.of("one-hot", Maths.hot(in.vector("labels"), in.integer("classes"))).and("invalid", false);
    }

    @Solves("softmax/batch")
    Answers batch(Inputs in) {
        double[][] w = in.matrix("W"), x = in.matrix("x"), y = in.matrix("y");
        return Answers.of("loss", Maths.loss(w, x, y))
                .and("gradient", scaled(Maths.slopes(w, x, y, 0, x.length), 1.0 / x.length));
    }

    @Solves("l2/gradient")
    Answers penalised(Inputs in) {
        double[][] w = in.matrix("W"), x = in.matrix("x"), y = in.matrix("y");
        double lambda = in.number("strength");
        double[][] plain = scaled(Maths.slopes(w, x, y, 0, x.length), 1.0 / x.length);
        double squares = Arrays.stream(w).flatMapToDouble(Arrays::stream).map(one -> one * one).sum();
        return Answers.of("gradient", sum(plain, scaled(w, lambda + lambda)))
                .and("gradient-half", sum(plain, scaled(w, lambda)))
                .and("objective", lambda * squares + Maths.loss(w, x, y));
    }

    @Solves("l2/images")
    Answers images(Inputs in) {
        int h = in.integer("height"), width = in.integer("width");
        return Answers.of(
                "images",
                Arrays.stream(in.matrix("W"))
                        .map(row -> IntStream.range(0, h)
                                .mapToObj(i -> Arrays.copyOfRange(row, i * width, i * width + width))
                                .toList())
                        .toList());
    }

    static double[][] scaled(double[][] rows, double factor) {
        return Arrays.stream(rows).map(row -> Maths.times(row, factor)).toArray(double[][]::new);
    }

    static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int k = 0; k < a.length; k++) {
            double[] one = a[k], other = b[k];
            sum[k] = IntStream.range(0, one.length).mapToDouble(j -> one[j] + other[j]).toArray();
        }
        return sum;
    }
}
