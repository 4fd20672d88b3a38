import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class Training {
    @Solves("training/early-stopping")
    Answers earlyStopping(Inputs in) {
        double[] losses = in.vector("losses");
        double least = Double.POSITIVE_INFINITY;
        int best = 0, left = in.integer("patience");
        for (int check = 0; check < losses.length; check++) {
            boolean improves = least - losses[check] > 0;
            left = improves ? in.integer("patience") : left - 1;
            best = improves ? check : best;
            least = improves ? losses[check] : least;
            if (left == 0) {
                return Answers.of("best", best).and("stop", check);
            }
        }
        return Answers.of("best", best).and("stop", -1);
    }

    /** Sort the samples by random keys. */
    @Solves("training/shuffle")
    Answers shuffle(Inputs in) {
        double[][] x = in.matrix("x");
        double[] y = in.vector("y");
        List<List<List<Integer>>> orders = new ArrayList<>();
        for (double seed : in.vector("seeds")) {
            SplittableRandom random = new SplittableRandom((long) seed);
            List<List<Integer>> run = new ArrayList<>();
            for (int e = 0; e < in.integer("epochs"); e++) {
                double[] keys = random.doubles(y.length).toArray();
                run.add(IntStream.range(0, y.length).boxed().sorted(Comparator.comparingDouble(i -> keys[i])).toList());
            }
            orders.add(run);
        }
        return Answers.of("orders", orders)
                .and("x", orders.get(0).stream().map(order -> order.stream().map(i -> x[i]).toList()).toList())
                .and("y", orders.get(0).stream().map(order -> order.stream().map(i -> y[i]).toList()).toList())
                .and("given", x);
    }

    @Solves("curves/log")
    Answers curves(Inputs in) {
        double[][] x = in.matrix("x"), xv = in.matrix("xv");
        double[][] y = Maths.hot(in.vector("labels"), in.integer("classes"));
        double[][] yv = Maths.hot(in.vector("labelsv"), in.integer("classes"));
        List<double[][]> states = new ArrayList<>();
        states.add(new double[in.integer("classes")][x[0].length]);
        for (int e = 0; e < in.integer("epochs"); e++) {
            double[][] w = states.get(e);
            for (int from = 0; from < x.length; from += in.integer("batch")) {
                int to = Math.min(x.length, from + in.integer("batch"));
                w = Softmax.sum(w, Softmax.scaled(Maths.slopes(w, x, y, from, to), -in.number("rate") / (to - from)));
            }
            states.add(w);
        }
        return Answers.of("train-loss", states.stream().map(w -> Maths.loss(w, x, y)).toList())
                .and("validation-loss", states.stream().map(w -> Maths.loss(w, xv, yv)).toList())
                .and("train-accuracy", states.stream().map(w -> Maths.accuracy(w, x, y)).toList())
                .and("validation-accuracy", states.stream().map(w -> Maths.accuracy(w, xv, yv)).toList());
    }

    /** A step with the penalty first shrinks the weights, then follows the gradient of the cross-entropy. */
    @Solves("l2/path")
    Answers path(Inputs in) {
        double[][] x = in.matrix("x"), y = Maths.hot(in.vector("labels"), in.integer("classes"));
        double[][] log = new double[3][in.vector("lambdas").length];
        for (int l = 0; l < log[0].length; l++) {
            double shrink = 1 - 2 * in.number("rate") * in.vector("lambdas")[l];
            double[][] w = new double[y[0].length][x[0].length];
            for (int step = 0; step < in.integer("steps"); step++) {
                double[][] slopes = Maths.slopes(w, x, y, 0, x.length);
                w = Softmax.sum(Softmax.scaled(w, shrink), Softmax.scaled(slopes, -in.number("rate") / x.length));
            }
            log[0][l] = Arrays.stream(w).mapToDouble(row -> Maths.dot(row, row)).sum();
            log[1][l] = Maths.loss(w, x, y);
            log[2][l] = Maths.accuracy(w, x, y);
        }
        return Answers.of("norms", log[0]).and("losses", log[1]).and("accuracies", log[2]);
    }
}
