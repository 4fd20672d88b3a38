package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Solve the second derivatives of L = (w2 w1 x - y)^2 by the two weights, the mixed one included. */
public final class LinearHessian implements ReferenceTask {
    /** Hold a point. */
    private record Point(double w1, double w2, double x, double y) {
        static Point of(Inputs in) {
            return new Point(in.number("w1"), in.number("w2"), in.number("x"), in.number("y"));
        }

        double output() {
            return w2 * w1 * x;
        }

        double mixed() {
            return 2 * w1 * w2 * x * x + 2 * (output() - y) * x;
        }
    }

    @Override
    public String id() {
        return "linear/hessian";
    }

    /** Keep |w1|, |w2|, |x| and 1 apart, and residual, output and target from 0. */
    @Override
    public Inputs draw(Draw draw) {
        return draw.until(
                () -> inputs(draw.signed(0.3, 2), draw.signed(0.3, 2), draw.signed(0.3, 2), draw.signed(0.3, 2)),
                in -> {
                    Point at = Point.of(in);
                    return Math.abs(Math.abs(at.w1) - Math.abs(at.w2)) >= 0.05
                            && Math.abs(Math.abs(at.x) - 1) >= 0.05
                            && Math.abs(at.output() - at.y) >= 0.05
                            && Math.abs(at.mixed()) >= 0.05;
                });
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase("the zero network", inputs(0, 0, 1, 1)));
    }

    private static Inputs inputs(double w1, double w2, double x, double y) {
        return Inputs.none().and("w1", w1).and("w2", w2).and("x", x).and("y", y);
    }

    @Override
    public Answers solve(Inputs in) {
        Point at = Point.of(in);
        return answers(2 * at.w2 * at.x * at.w2 * at.x, 2 * at.w1 * at.x * at.w1 * at.x, at.mixed());
    }

    private static Answers answers(double w1w1, double w2w2, double w1w2) {
        return Answers.of("w1w1", w1w1).and("w2w2", w2w2).and("w1w2", w1w2);
    }

    @Override
    public Answers scale(Inputs in) {
        Point at = Point.of(in);
        double mixed = 4 * Math.abs(at.w1 * at.w2) * at.x * at.x + 2 * Math.abs(at.x * at.y);
        return solve(in).and("w1w2", mixed);
    }

    private static Mistake mixed(String id, String sentence, ToDoubleFunction<Point> wrong) {
        return new Mistake(id, sentence, in -> Answers.of("w1w2", wrong.applyAsDouble(Point.of(in))));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                mixed(
                        "mixed-zero",
                        "The mixed derivative is not 0: the weights are multiplied with each other. What stands beside"
                                + " the diagonal decides about convexity here.",
                        at -> 0),
                mixed(
                        "residual-constant",
                        "A summand of the product rule is missing: the derivative by w1 holds w2 as a factor of its own,"
                                + " besides the one in the residual.",
                        at -> 2 * at.w1 * at.w2 * at.x * at.x),
                mixed(
                        "factor-constant",
                        "A summand of the product rule is missing: the residual depends on both weights, too.",
                        at -> 2 * (at.output() - at.y) * at.x),
                mixed(
                        "mixed-without-target",
                        "The target is missing. It is a constant, but it is multiplied with a weight before you"
                                + " differentiate for the second time.",
                        at -> 4 * at.w1 * at.w2 * at.x * at.x),
                new Mistake("no-factor-2", "Half of the right value: did you differentiate the square?", in -> {
                    Answers right = new LinearHessian().solve(in);
                    return answers(half(right, "w1w1"), half(right, "w2w2"), half(right, "w1w2"));
                }),
                new Mistake("weights-swapped", "The derivatives by the two weights have changed places.", in -> {
                    Answers right = new LinearHessian().solve(in);
                    return Answers.of("w1w1", right.tensor("w2w2")).and("w2w2", right.tensor("w1w1"));
                }),
                new Mistake(
                        "one-factor-x",
                        "One factor x is missing: the chain rule brings one with each derivative.",
                        in -> {
                            Point at = Point.of(in);
                            return answers(2 * at.w2 * at.w2 * at.x, 2 * at.w1 * at.w1 * at.x, at.mixed() / at.x);
                        }),
                new Mistake("first-derivative", "This is a first derivative. Differentiate once more.", in -> {
                    Point at = Point.of(in);
                    double slope = 2 * (at.output() - at.y) * at.x;
                    return Answers.of("w1w1", slope * at.w2).and("w2w2", slope * at.w1);
                }));
    }

    private static double half(Answers right, String name) {
        return right.tensor(name).item() / 2;
    }
}
