package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.function.Function;

/**
 * Solve 0.4b: full-batch gradient descent on the mean squared error of a line, from (0, 0).
 *
 * <p>Row t of the trajectory [steps + 1, 3] holds w0 and w1 after t updates and the loss there.
 */
public final class LinregDescent implements ReferenceTask {
    @Override
    public String id() {
        return "linreg/descent";
    }

    /** Take a rate that converges, 0.3 to 0.9 of the largest, and few enough steps that the start still shows. */
    @Override
    public Inputs draw(Draw draw) {
        Inputs points = Points.draw(draw, draw.integer(5, 12), 0.5, 5);
        double rate = draw.uniform(0.3, 0.9) / new Points(points).largestEigenvalue();
        return inputs(points, rate, draw.integer(5, 30));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Inputs points = Points.inputs(new double[] {0, 1, 2, 3, 4}, new double[] {1, 3, 2, 5, 4});
        return List.of(
                new EdgeCase("by hand", inputs(points, 0.05, 3)),
                new EdgeCase("no step", inputs(points, 0.05, 0)),
                new EdgeCase("200 steps", inputs(points, 0.1, 200)));
    }

    private static Inputs inputs(Inputs points, double rate, int steps) {
        return points.and("rate", rate).and("steps", steps);
    }

    /** Be one update of (w0, w1). */
    @FunctionalInterface
    private interface Update {
        double[] next(Points points, double rate, double w0, double w1);
    }

    private static double[] descend(Points points, double rate, double w0, double w1) {
        return new double[] {w0 - rate * 2 * slope0(points, w0, w1), w1 - rate * 2 * slope1(points, w0, w1)};
    }

    private static double slope0(Points points, double w0, double w1) {
        return points.mean(i -> points.residual(w0, w1, i));
    }

    private static double slope1(Points points, double w0, double w1) {
        return points.mean(i -> points.residual(w0, w1, i) * points.x[i]);
    }

    private static double[][] trajectory(Inputs in, Update update) {
        Points points = new Points(in);
        double rate = in.number("rate");
        double[][] rows = new double[in.integer("steps") + 1][];
        double[] w = {0, 0};
        for (int t = 0; t < rows.length; t++) {
            rows[t] = new double[] {w[0], w[1], points.loss(w[0], w[1])};
            w = update.next(points, rate, w[0], w[1]);
        }
        return rows;
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("trajectory", Tensor.matrix(trajectory(in, LinregDescent::descend)))
                .and("largest-rate", 1 / new Points(in).largestEigenvalue());
    }

    /** Measure w0 and w1 by the largest value so far plus one update from 0, the loss by the loss of the start. */
    @Override
    public Answers scale(Inputs in) {
        Points points = new Points(in);
        double[][] rows = trajectory(in, LinregDescent::descend);
        double rate = in.number("rate");
        double size0 = 2 * rate * points.mean(i -> Math.abs(points.y[i]));
        double size1 = 2 * rate * points.mean(i -> Math.abs(points.y[i] * points.x[i]));
        double loss = points.loss(0, 0);
        for (double[] row : rows) {
            size0 = Math.max(size0, Math.abs(row[0]));
            size1 = Math.max(size1, Math.abs(row[1]));
            loss = Math.max(loss, row[2]);
            row[0] = size0;
            row[1] = size1;
            row[2] = loss;
        }
        return Answers.of("trajectory", Tensor.matrix(rows)).and("largest-rate", 1 / points.largestEigenvalue());
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "no-factor-2",
                        "Each update is half as long as it should be: the 2 from the square is missing in the gradient.",
                        in -> trajectory(in, (points, rate, w0, w1) -> descend(points, rate / 2, w0, w1))),
                wrong(
                        "sum-for-mean",
                        "Each update is N times too long: the gradient is summed over the points, the loss is a mean."
                                + " With many points this diverges.",
                        in -> trajectory(in, (points, rate, w0, w1) -> descend(points, rate * points.n(), w0, w1))),
                wrong(
                        "sequential",
                        "The update of w1 uses the w0 that has just been changed. Compute both derivatives first, then"
                                + " update both.",
                        in -> trajectory(in, LinregDescent::sequential)),
                wrong(
                        "no-intercept",
                        "The intercept stays at 0: it has to be updated too.",
                        in -> trajectory(
                                in, (points, rate, w0, w1) -> new double[] {0, descend(points, rate, w0, w1)[1]})),
                wrong(
                        "ascent",
                        "The parameters run up the hill: the gradient is to be subtracted.",
                        in -> trajectory(in, (points, rate, w0, w1) -> descend(points, -rate, w0, w1))),
                wrong(
                        "loss-after-update",
                        "The parameters are right; the loss in each row is the one after the next update. This task wants"
                                + " the loss at the w0 and w1 of the same row.",
                        LinregDescent::lossAfterUpdate),
                rate(
                        "rate-twice",
                        "Twice the right rate. The Hessian of the mean squared error has a factor 2 of its own.",
                        2),
                rate(
                        "rate-half",
                        "Half of the right rate: it converges, but larger ones do too. How far may a step overshoot?",
                        0.5));
    }

    private static double[] sequential(Points points, double rate, double w0, double w1) {
        double changed = descend(points, rate, w0, w1)[0];
        return new double[] {changed, descend(points, rate, changed, w1)[1]};
    }

    private static double[][] lossAfterUpdate(Inputs in) {
        double[][] rows = trajectory(in, LinregDescent::descend);
        double[][] longer = trajectory(in.and("steps", in.integer("steps") + 1), LinregDescent::descend);
        for (int t = 0; t < rows.length; t++) {
            rows[t][2] = longer[t + 1][2];
        }
        return rows;
    }

    private static Mistake wrong(String id, String sentence, Function<Inputs, double[][]> rows) {
        return new Mistake(id, sentence, in -> Answers.of("trajectory", Tensor.matrix(rows.apply(in))));
    }

    private static Mistake rate(String id, String sentence, double factor) {
        return new Mistake(id, sentence, in -> Answers.of("largest-rate", factor / new Points(in).largestEigenvalue()));
    }
}
