package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Solve 0.4a: the derivatives of the mean squared error of a straight line by intercept and slope. */
public final class LinregDerivatives implements ReferenceTask {
    @Override
    public String id() {
        return "linreg/derivatives";
    }

    /** Keep x on one side of 0 and away from 1 on average, and both derivatives from 0 and from each other. */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(3, 20);
        return draw.until(
                () -> inputs(Points.draw(draw, n, 0.5, 6), draw.signed(0.2, 3), draw.signed(0.2, 3)),
                LinregDerivatives::tells);
    }

    private static boolean tells(Inputs in) {
        Answers truth = all(in, 2, value -> value);
        Answers size = all(in, 2, Math::abs);
        double dw0 = truth.tensor("dw0").item();
        double dw1 = truth.tensor("dw1").item();
        return Math.abs(dw0) >= 0.05 * size.tensor("dw0").item()
                && Math.abs(dw1) >= 0.05 * size.tensor("dw1").item()
                && Math.abs(dw1 - dw0) >= 0.05 * size.tensor("dw1").item();
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {1, 3, 2, 5, 4};
        return List.of(
                new EdgeCase("by hand", inputs(Points.inputs(x, y), 0, 0)),
                new EdgeCase("one point", inputs(Points.inputs(new double[] {2}, new double[] {-3}), 0.5, -0.25)));
    }

    private static Inputs inputs(Inputs points, double w0, double w1) {
        return points.and("N", points.vector("x").length).and("w0", w0).and("w1", w1);
    }

    @Override
    public Answers solve(Inputs in) {
        return all(in, 2, value -> value);
    }

    @Override
    public Answers scale(Inputs in) {
        Points points = new Points(in);
        double w0 = Math.abs(in.number("w0"));
        double w1 = Math.abs(in.number("w1"));
        return Answers.of("dw0", 2 * points.mean(i -> w0 + w1 * Math.abs(points.x[i]) + Math.abs(points.y[i])))
                .and(
                        "dw1",
                        2
                                * points.mean(i -> (w0 + w1 * Math.abs(points.x[i]) + Math.abs(points.y[i]))
                                        * Math.abs(points.x[i])));
    }

    private static Answers all(Inputs in, double factor, DoubleUnaryOperator of) {
        Points points = new Points(in);
        double w0 = in.number("w0");
        double w1 = in.number("w1");
        return Answers.of("dw0", factor * points.mean(i -> of.applyAsDouble(points.residual(w0, w1, i))))
                .and("dw1", factor * points.mean(i -> of.applyAsDouble(points.residual(w0, w1, i) * points.x[i])));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "no-factor-2",
                        "Half of the right value at every point: did you differentiate the square?",
                        in -> all(in, 1, value -> value)),
                new Mistake(
                        "sum-for-mean",
                        "N times the right value: the loss is a mean over the points, here it is a sum.",
                        in -> all(in, 2 * in.number("N"), value -> value)),
                new Mistake(
                        "sign",
                        "The sign is wrong: in the residual, prediction and target have changed places, and the inner"
                                + " derivative does not make up for it.",
                        in -> all(in, -2, value -> value)),
                new Mistake(
                        "without-intercept",
                        "These are the derivatives for a line through the origin: the intercept is missing in the"
                                + " prediction.",
                        in -> all(in.and("w0", 0), 2, value -> value)),
                new Mistake(
                        "dw1-without-x",
                        "The inner derivative is missing: by the slope it is not 1, as it is by the intercept.",
                        in -> Answers.of("dw1", all(in, 2, value -> value).tensor("dw0"))),
                new Mistake(
                        "dw0-with-x",
                        "There is a factor x too many: what is the derivative of w0 + w1 x by w0?",
                        in -> Answers.of("dw0", all(in, 2, value -> value).tensor("dw1"))));
    }
}
