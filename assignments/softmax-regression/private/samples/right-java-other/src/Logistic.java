import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.stream.IntStream;

class Logistic {
    @Solves("logistic/gradient")
    Answers gradient(Inputs in) {
        double[] x = in.vector("x");
        double z = Maths.dot(in.vector("w"), x);
        double cosh = Math.cosh(z / 2);
        double residual = 0.5 * Math.tanh(z / 2) + 0.5 - in.number("y");
        return Answers.of("slope", Maths.times(x, 1 / (4 * cosh * cosh)))
                .and("gradient", Maths.times(x, residual))
                .and("loss", loss(z, in.number("y")));
    }

    @Solves("images/preprocess")
    Answers preprocess(Inputs in) {
        double[][] images = in.matrix("images");
        return Answers.of(
                "x",
                IntStream.range(0, images.length)
                        .mapToObj(i -> IntStream.rangeClosed(0, images[i].length)
                                .mapToDouble(j -> j == images[i].length ? 1 : (2 * images[i][j] - 255) / 255)
                                .toArray())
                        .toList());
    }

    @Solves("logistic/batch")
    Answers batch(Inputs in) {
        double[] y = in.vector("y");
        double[] sum = slopes(in.vector("w"), in.matrix("x"), y, 0, y.length);
        return Answers.of("loss", mean(in.vector("w"), in.matrix("x"), y, 0, y.length))
                .and("gradient", Maths.times(sum, 1.0 / y.length));
    }

    @Solves("logistic/gradient-test")
    Answers gradientTest(Inputs in) {
        double[] w = in.vector("w"), y = in.vector("y"), claimed = in.vector("claimed");
        double eps = in.number("eps");
        double[] quotients = new double[w.length];
        for (int j = w.length - 1; j >= 0; j--) {
            for (int side = -1; side <= 1; side += 2) {
                double[] moved = w.clone();
                moved[j] += side * eps;
                quotients[j] += side * mean(moved, in.matrix("x"), y, 0, y.length) / eps / 2;
            }
        }
        double furthest = IntStream.range(0, w.length).mapToDouble(j -> Math.abs(quotients[j] - claimed[j])).max().orElse(0);
        return Answers.of("approximation", quotients).and("accepted", furthest <= Math.pow(eps, 2));
    }

    @Solves("logistic/epoch")
    Answers epoch(Inputs in) {
        double[] w = in.vector("w"), y = in.vector("y");
        int size = in.integer("batch");
        double[] losses = new double[(int) Math.ceil(y.length / (double) size)];
        for (int b = 0; b < losses.length; b++) {
            int end = Math.min(y.length, (b + 1) * size);
            losses[b] = mean(w, in.matrix("x"), y, b * size, end);
            double[] sum = slopes(w, in.matrix("x"), y, b * size, end);
            for (int j = 0; j < w.length; j++) {
                w[j] = w[j] - sum[j] * in.number("rate") / (end - b * size);
            }
        }
        return Answers.of("weights", w).and("losses", losses);
    }

    @Solves("logistic/accuracy")
    Answers accuracy(Inputs in) {
        double[] outputs = in.vector("yhat"), y = in.vector("y");
        return Answers.of(
                "accuracy",
                IntStream.range(0, y.length).mapToDouble(i -> 1 - Math.abs(y[i] - Math.floor(outputs[i] + 0.5))).average().orElse(0));
    }

    private static double loss(double z, double y) {
        double positive = z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
        return positive + (1 - y) * z;
    }

    private static double mean(double[] w, double[][] x, double[] y, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> loss(Maths.dot(w, x[i]), y[i])).average().orElse(0);
    }

    private static double[] slopes(double[] w, double[][] x, double[] y, int from, int to) {
        double[] sum = new double[w.length];
        for (int i = to - 1; i >= from; i--) {
            double residual = 0.5 * Math.tanh(Maths.dot(w, x[i]) / 2) + 0.5 - y[i];
            for (int j = 0; j < w.length; j++) {
                sum[j] += residual * x[i][j];
            }
        }
        return sum;
    }
}
