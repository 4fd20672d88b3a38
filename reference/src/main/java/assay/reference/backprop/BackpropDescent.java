package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Solve 2.1, second half: gradient descent on sum_i L(x_i; A, B) with K = 2, by back-propagation.
 *
 * <p>A row of the trajectory is [A00, A01, A10, A11, B00, B01, B10, B11, loss], all of the same step.
 */
public final class BackpropDescent implements ReferenceTask {
    private static final int K = 2;
    private static final int LOSS = 2 * K * K;
    private static final double ROUNDING = 1e-9;

    @Override
    public String id() {
        return "backprop/descent";
    }

    /** Take what descends in every step, and by a fifth or more: then round-off does not grow, and mistakes show. */
    @Override
    public Inputs draw(Draw draw) {
        return draw.until(
                () -> inputs(
                        draw.matrix(K, K, draw::normal),
                        draw.matrix(K, K, draw::normal),
                        draw.matrix(draw.integer(3, 6), K, draw::normal),
                        draw.uniform(0.002, 0.05),
                        draw.integer(5, 15)),
                in -> {
                    double[][] rows = trajectory(in, Descent.right());
                    return descends(rows) && rows[rows.length - 1][LOSS] <= 0.8 * rows[0][LOSS] && rows[0][LOSS] <= 50;
                });
    }

    /** Draw many points and a long descent at a small rate: each number that is sent is used a hundred times. */
    @Override
    public Inputs drawTimed(Draw draw) {
        return draw.until(
                () -> inputs(
                        draw.matrix(K, K, draw::normal),
                        draw.matrix(K, K, draw::normal),
                        draw.matrix(draw.integer(36, 44), K, draw::normal),
                        draw.uniform(0.0002, 0.001),
                        draw.integer(90, 110)),
                in -> {
                    Inputs start = in.and("steps", 3);
                    double[][] rows = trajectory(start, Descent.right());
                    return rows[0][LOSS] <= 100 && rows[0][LOSS] >= 1 && descends(trajectory(in, Descent.right()));
                });
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Tensor a = Tensor.matrix(new double[] {1, 0.5}, new double[] {-1, 2});
        Tensor b = Tensor.matrix(new double[] {0.5, -1}, new double[] {1, 0.25});
        Tensor x = Tensor.matrix(new double[] {1, -0.5}, new double[] {0.25, 1}, new double[] {-1, 0.75});
        return List.of(
                new EdgeCase("by hand", inputs(a, b, x, 0.01, 4)),
                new EdgeCase("no step", inputs(a, b, x, 0.01, 0)),
                new EdgeCase("small rate", inputs(a, b, x, 0.002, 60)));
    }

    private static Inputs inputs(Tensor a, Tensor b, Tensor x, double rate, int steps) {
        return Inputs.none()
                .and("A", a)
                .and("B", b)
                .and("x", x)
                .and("rate", rate)
                .and("steps", steps);
    }

    /** Be a way to descend: what slips in the derivatives, and how the matrices are changed with them. */
    private record Descent(Set<Slip> slips, double factor, double factorB, Order order) {
        static Descent right() {
            return new Descent(Set.of(), 1, 1, Order.TOGETHER);
        }

        static Descent of(Slip slip) {
            return new Descent(EnumSet.of(slip), 1, 1, Order.TOGETHER);
        }

        static Descent times(double factor) {
            return new Descent(Set.of(), factor, 1, Order.TOGETHER);
        }
    }

    private enum Order {
        TOGETHER,
        A_FIRST,
        POINT_BY_POINT
    }

    private static boolean descends(double[][] rows) {
        for (int t = 1; t < rows.length; t++) {
            if (!(rows[t][LOSS] < rows[t - 1][LOSS])) {
                return false;
            }
        }
        return true;
    }

    private static double[][] trajectory(Inputs in, Descent descent) {
        double[][] a = in.matrix("A");
        double[][] b = in.matrix("B");
        double[][] x = in.matrix("x");
        double[][] rows = new double[in.integer("steps") + 1][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] =
                    new double[] {a[0][0], a[0][1], a[1][0], a[1][1], b[0][0], b[0][1], b[1][0], b[1][1], loss(a, b, x)
                    };
            step(a, b, x, in.number("rate"), descent);
        }
        return rows;
    }

    private static void step(double[][] a, double[][] b, double[][] x, double rate, Descent descent) {
        if (descent.order() == Order.POINT_BY_POINT) {
            for (double[] point : x) {
                step(a, b, new double[][] {point}, rate, Descent.right());
            }
            return;
        }
        QuadraticNet.Gradients sum = sum(a, b, x, descent.slips());
        subtract(a, sum.a(), rate * descent.factor());
        QuadraticNet.Gradients later = descent.order() == Order.A_FIRST ? sum(a, b, x, descent.slips()) : sum;
        subtract(b, later.b(), rate * descent.factor() * descent.factorB());
    }

    private static QuadraticNet.Gradients sum(double[][] a, double[][] b, double[][] x, Set<Slip> slips) {
        double[][] da = new double[K][K];
        double[][] db = new double[K][K];
        for (double[] point : x) {
            QuadraticNet.Gradients one = new QuadraticNet(a, b, point).gradients(slips);
            subtract(da, one.a(), -1);
            subtract(db, one.b(), -1);
        }
        return new QuadraticNet.Gradients(da, db);
    }

    private static void subtract(double[][] matrix, double[][] other, double factor) {
        for (int i = 0; i < K; i++) {
            for (int j = 0; j < K; j++) {
                matrix[i][j] -= factor * other[i][j];
            }
        }
    }

    private static double loss(double[][] a, double[][] b, double[][] x) {
        double loss = 0;
        for (double[] point : x) {
            loss += new QuadraticNet(a, b, point).loss();
        }
        return loss;
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("trajectory", Tensor.matrix(trajectory(in, Descent.right())));
    }

    /** Measure every parameter by the largest of its row, the loss by the sum of the absolute values of its terms. */
    @Override
    public Answers scale(Inputs in) {
        double[][] rows = trajectory(in, Descent.right());
        double[][] x = in.matrix("x");
        for (double[] row : rows) {
            double[][] a = matrix(row, 0);
            double[][] b = matrix(row, K * K);
            double loss = 0;
            for (double[] point : x) {
                loss += new QuadraticNet(a, b, point).magnitudes().loss();
            }
            double largest = 0;
            for (int i = 0; i < LOSS; i++) {
                largest = Math.max(largest, Math.abs(row[i]));
            }
            java.util.Arrays.fill(row, largest);
            row[LOSS] = loss;
        }
        return Answers.of("trajectory", Tensor.matrix(rows));
    }

    private static double[][] matrix(double[] row, int from) {
        return new double[][] {{row[from], row[from + 1]}, {row[from + 2], row[from + 3]}};
    }

    /** The logged loss is that of the logged matrices in every row, and falls from row to row. */
    @Override
    public Map<String, Claim> claims() {
        return Map.of("falls", BackpropDescent::objection);
    }

    private static Optional<String> objection(Inputs in, Answers given) {
        double[][] rows = given.tensor("trajectory").toRows();
        double[][] x = in.matrix("x");
        if (rows.length != in.integer("steps") + 1 || rows[0].length != LOSS + 1) {
            return Optional.of(
                    "The log must have " + (in.integer("steps") + 1) + " rows of " + (LOSS + 1) + " numbers.");
        }
        for (int t = 0; t < rows.length; t++) {
            double loss = loss(matrix(rows[t], 0), matrix(rows[t], K * K), x);
            if (!(Math.abs(loss - rows[t][LOSS]) <= ROUNDING * (1 + loss))) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "In row %d the loss is logged as %.6g, but the A and B of the same row give %.6g.",
                        t,
                        rows[t][LOSS],
                        loss));
            }
            if (t > 0 && !(rows[t][LOSS] < rows[t - 1][LOSS])) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "From row %d to row %d the loss does not fall: %.6g, then %.6g. At so small a rate a step against"
                                + " the gradient lowers it; is it the gradient, and is it subtracted?",
                        t - 1,
                        t,
                        rows[t - 1][LOSS],
                        rows[t][LOSS]));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong("ascent", "The matrices run up the hill: the gradient is to be subtracted.", Descent.times(-1)),
                wrong(
                        "no-factor-2",
                        "Each update is half as long as it should be: the 2 from the square is missing in the gradient.",
                        Descent.times(0.5)),
                new Mistake(
                        "mean-for-sum",
                        "Each update is N times too short: the loss of this task is the sum over the points, not the mean.",
                        in -> log(in, Descent.times(1.0 / in.matrix("x").length))),
                wrong(
                        "sequential",
                        "The update of B uses the A that has just been changed. Compute both derivatives first, then"
                                + " update both.",
                        new Descent(Set.of(), 1, 1, Order.A_FIRST)),
                wrong(
                        "point-by-point",
                        "The matrices are updated after every point. A step of this task uses the sum of the gradients of"
                                + " all points at the same A and B.",
                        new Descent(Set.of(), 1, 1, Order.POINT_BY_POINT)),
                wrong(
                        "B-never-changed",
                        "B stays as it was: it has to be updated too.",
                        new Descent(Set.of(), 1, 0, Order.TOGETHER)),
                wrong(
                        "no-transposes",
                        "The first step already departs: on the way back A stands where its transpose belongs.",
                        Descent.of(Slip.NO_TRANSPOSE)),
                wrong(
                        "slope-missing",
                        "The first step already departs in A: the slope of the sigmoid is missing in its derivative.",
                        Descent.of(Slip.NO_SLOPE)),
                wrong(
                        "inner-use-missing",
                        "The first step already departs in A: its use in y = A x is missing in the derivative.",
                        Descent.of(Slip.WITHOUT_INNER_USE)),
                wrong(
                        "outer-use-only",
                        "The first step already departs in A: only its use in w = A z is differentiated.",
                        Descent.of(Slip.OUTER_USE_ONLY)),
                new Mistake(
                        "loss-after-update",
                        "The matrices are right; the loss in each row is the one after the next update. This task wants the"
                                + " loss at the A and B of the same row.",
                        BackpropDescent::lossAfterUpdate));
    }

    private static Mistake wrong(String id, String sentence, Descent descent) {
        return new Mistake(id, sentence, in -> log(in, descent));
    }

    private static Answers log(Inputs in, Descent descent) {
        return Answers.of("trajectory", Tensor.matrix(trajectory(in, descent)));
    }

    private static Answers lossAfterUpdate(Inputs in) {
        double[][] rows = trajectory(in.and("steps", in.integer("steps") + 1), Descent.right());
        double[][] kept = java.util.Arrays.copyOf(rows, rows.length - 1);
        for (int t = 0; t < kept.length; t++) {
            kept[t] = rows[t].clone();
            kept[t][LOSS] = rows[t + 1][LOSS];
        }
        return Answers.of("trajectory", Tensor.matrix(kept));
    }
}
