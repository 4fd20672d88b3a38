package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Solve 0.4c: the least-squares line in closed form, and whether the points determine one. */
public final class LinregClosedForm implements ReferenceTask {
    /** Ratio of mean x to its deviation from which on the intercept says little: about four digits of it are lost. */
    private static final double FAR_AWAY = 1e4;

    @Override
    public String id() {
        return "linreg/closed-form";
    }

    /** Draw as the sheet's data looks: x from [0, 10), y near 50 + 7 x with a deviation of 2. */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(3, 50);
        return draw.until(
                () -> {
                    double[] x = draw.vector(n, () -> draw.uniform(0, 10));
                    return Points.inputs(x, Sums.vector(n, i -> 50 + 7 * x[i] + 2 * draw.normal()));
                },
                in -> new Points(in).spread() >= n);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {1, 3, 2, 5, 4};
        return List.of(
                new EdgeCase("by hand", Points.inputs(x, y)),
                new EdgeCase("falling", Points.inputs(new double[] {1, 2, 4, 7}, new double[] {9, 6.5, 3, -4.25})),
                new EdgeCase("shifted by 1e6", shifted(1e6)),
                new EdgeCase("shifted by -1e6", shifted(-1e6)),
                new EdgeCase(
                        "all x equal", Points.inputs(new double[] {2.5, 2.5, 2.5, 2.5}, new double[] {1, 3, 2, 5})),
                new EdgeCase("all x equal to 0.1", Points.inputs(new double[] {0.1, 0.1, 0.1}, new double[] {1, 3, 2})),
                new EdgeCase("one point", Points.inputs(new double[] {3}, new double[] {7})));
    }

    private static Inputs shifted(double by) {
        double[] x = {0.3, 1.9, 2.4, 4.1, 5.6, 6.2, 7.7, 8.5, 9.8};
        double[] noise = {0.4, -1.3, 2.2, -0.6, 1.1, -2.4, 0.9, 1.7, -1.5};
        double[] moved = Sums.vector(x.length, i -> by + x[i]);
        return Points.inputs(moved, Sums.vector(x.length, i -> 50 + 7 * x[i] + noise[i]));
    }

    @Override
    public Answers solve(Inputs in) {
        Points points = new Points(in);
        if (points.allEqual()) {
            return Answers.of("degenerate", true);
        }
        return line(in, points.coSpread() / points.spread());
    }

    private static Answers line(Inputs in, double slope) {
        Points points = new Points(in);
        return line(points.meanY() - slope * points.meanX(), slope);
    }

    private static Answers line(double intercept, double slope) {
        return Answers.of("intercept", intercept).and("slope", slope).and("degenerate", false);
    }

    /** Replace the intercept by the fitted values [N] where x lies far from 0: there only they are well determined. */
    @Override
    public Answers compared(Inputs in, Answers given) {
        boolean line = given.get("intercept").orElse(null) instanceof Tensor intercept
                && intercept.rank() == 0
                && given.get("slope").orElse(null) instanceof Tensor slope
                && slope.rank() == 0;
        if (!line || !farAway(in)) {
            return given;
        }
        double[] x = in.vector("x");
        double intercept = given.tensor("intercept").item();
        double slope = given.tensor("slope").item();
        return given.and("intercept", Sums.vector(x.length, i -> intercept + slope * x[i]));
    }

    private static boolean farAway(Inputs in) {
        Points points = new Points(in);
        return !points.allEqual()
                && Math.abs(points.meanX()) >= FAR_AWAY * StrictMath.sqrt(points.spread() / points.n());
    }

    /** Give |mean y| + |slope mean x| for the intercept; 2 max |y| for each fitted value. */
    @Override
    public Answers scale(Inputs in) {
        Points points = new Points(in);
        if (points.allEqual()) {
            return Answers.none();
        }
        double slope = points.coSpread() / points.spread();
        double centreX = points.meanX();
        double centreY = points.meanY();
        double slopeSize = Sums.sum(points.n(), i -> Math.abs((points.x[i] - centreX) * (points.y[i] - centreY)))
                / points.spread();
        double largest = Sums.largest(points.y);
        Answers scale = Answers.of("slope", slopeSize);
        return farAway(in)
                ? scale.and("intercept", Sums.vector(points.n(), i -> 2 * largest))
                : scale.and("intercept", Math.abs(centreY) + Math.abs(slope * centreX));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "through-origin",
                        "This is the best line through the origin; the intercept has been left out of the model.",
                        in -> line(0, throughOrigin(new Points(in)))),
                new Mistake(
                        "raw-denominator",
                        "The denominator of the slope uses x itself; the deviations of x from its mean belong there.",
                        in -> slope(in, points -> points.coSpread() / rawSpread(points))),
                new Mistake(
                        "axes-swapped",
                        "This line predicts x from y: the two have changed places.",
                        in -> slope(in, points -> points.coSpread() / spreadOfY(points))),
                new Mistake(
                        "axes-swapped-intercept",
                        "This is the intercept of the line that predicts x from y: the two have changed places, perhaps"
                                + " in a call.",
                        LinregClosedForm::interceptOfSwapped),
                new Mistake(
                        "mixed-denominators",
                        "The slope is off by (N-1)/N or its inverse: covariance and variance are divided by different"
                                + " numbers. Some libraries divide one by N and the other by N-1.",
                        in -> slope(in, points -> points.coSpread() / points.spread() * points.n() / (points.n() - 1))),
                new Mistake(
                        "mixed-denominators-inverse",
                        "The slope is off by (N-1)/N or its inverse: covariance and variance are divided by different"
                                + " numbers. Some libraries divide one by N and the other by N-1.",
                        in -> slope(in, points -> points.coSpread() / points.spread() * (points.n() - 1) / points.n())),
                new Mistake(
                        "intercept-sign",
                        "The intercept has a wrong sign inside: the line has to run through the point of the means.",
                        LinregClosedForm::interceptSign));
    }

    private static Answers slope(Inputs in, ToDoubleFunction<Points> slope) {
        Points points = new Points(in);
        return points.allEqual() ? line(Double.NaN, Double.NaN) : line(in, slope.applyAsDouble(points));
    }

    private static double throughOrigin(Points points) {
        return points.mean(i -> points.x[i] * points.y[i]) / points.mean(i -> points.x[i] * points.x[i]);
    }

    private static double rawSpread(Points points) {
        return Sums.sum(points.n(), i -> points.x[i] * points.x[i]);
    }

    private static double spreadOfY(Points points) {
        double centre = points.meanY();
        return Sums.sum(points.n(), i -> (points.y[i] - centre) * (points.y[i] - centre));
    }

    private static Answers interceptOfSwapped(Inputs in) {
        Points points = new Points(in);
        double slope = points.allEqual() ? Double.NaN : points.coSpread() / spreadOfY(points);
        return Answers.of("intercept", points.meanX() - slope * points.meanY());
    }

    private static Answers interceptSign(Inputs in) {
        Points points = new Points(in);
        double slope = points.coSpread() / points.spread();
        return line(points.meanY() + slope * points.meanX(), slope);
    }
}
