package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Solve 0.1a: the loss of one sample under logistic regression, and its gradient by the weights. */
public final class BceGradient implements ReferenceTask {
    private static final double FAR = 0.05;

    @Override
    public String id() {
        return "bce/gradient";
    }

    /** Keep away from x = 0 and yhat = y (all gradients vanish), w = x (hides a swap) and x = 1 (hides a lost x). */
    @Override
    public Inputs draw(Draw draw) {
        int d = draw.integer(1, 6);
        return draw.until(
                () -> inputs(draw.vector(d, draw::normal), draw.vector(d, draw::normal), draw.choice(List.of(0, 1))),
                BceGradient::tells);
    }

    private static boolean tells(Inputs in) {
        double[] w = in.vector("w");
        double[] x = in.vector("x");
        double z = Sums.dot(w, x);
        return Math.abs(Logistic.residual(z, in.number("y"))) >= FAR
                && Math.abs(z) >= FAR
                && Sums.largest(x) >= 2 * FAR
                && Sums.largest(Sums.vector(x.length, j -> x[j] - w[j])) >= FAR
                && Sums.largest(Sums.vector(x.length, j -> x[j] - 1)) >= FAR;
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double[] w = {400, -100, 0};
        double[] x = {1, -4, 3};
        double[] minus = {-400, 100, 0};
        return List.of(
                new EdgeCase("z = 800, y = 0", inputs(w, x, 0)),
                new EdgeCase("z = 800, y = 1", inputs(w, x, 1)),
                new EdgeCase("z = -800, y = 0", inputs(minus, x, 0)),
                new EdgeCase("z = -800, y = 1", inputs(minus, x, 1)));
    }

    private static Inputs inputs(double[] w, double[] x, int y) {
        return Inputs.none().and("w", w).and("x", x).and("y", y);
    }

    @Override
    public Answers solve(Inputs in) {
        return gradient(in, Logistic.residual(z(in), in.number("y"))).and("loss", Logistic.loss(z(in), in.number("y")));
    }

    @Override
    public Answers scale(Inputs in) {
        double z = z(in);
        double y = in.number("y");
        double[] x = in.vector("x");
        return Answers.of("gradient", Sums.vector(x.length, j -> (Logistic.sigmoid(z) + y) * Math.abs(x[j])))
                .and("loss", Logistic.softplus(z) + Math.abs(y * z));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "sign",
                        "Every entry of the gradient has the opposite sign: look at the order of the two terms in the"
                                + " residual.",
                        in -> gradient(in, -residual(in))),
                new Mistake(
                        "without-x",
                        "Every entry is the derivative by z = w.x; the last link of the chain, from z to the weights,"
                                + " is missing.",
                        in -> Answers.of("gradient", Sums.vector(in.vector("w").length, j -> residual(in)))),
                new Mistake(
                        "extra-slope",
                        "The slope of the sigmoid stands in the result once too often. That is the gradient of a"
                                + " squared error; for the cross-entropy, write down what the logarithms contribute"
                                + " and see what cancels.",
                        in -> gradient(in, residual(in) * Logistic.slope(z(in)))),
                new Mistake(
                        "by-x",
                        "This is the derivative by the input x. The task asks for the derivative by the weights w.",
                        in -> Answers.of(
                                "gradient", Sums.vector(in.vector("w").length, j -> residual(in) * in.vector("w")[j]))),
                loss(
                        "loss-sign",
                        "The loss has the opposite sign: the log-likelihood is to be maximised, the loss is minimised.",
                        in -> -Logistic.loss(z(in), in.number("y"))),
                loss(
                        "loss-labels-swapped",
                        "This is the loss of the opposite label: check which logarithm goes with y and which with 1-y.",
                        in -> Logistic.loss(z(in), 1 - in.number("y"))),
                loss(
                        "loss-log10",
                        "The loss is taken with the logarithm to base 10; this sheet means the natural logarithm.",
                        in -> Logistic.loss(z(in), in.number("y")) / StrictMath.log(10)));
    }

    private static Mistake loss(String id, String sentence, ToDoubleFunction<Inputs> loss) {
        return new Mistake(id, sentence, in -> Answers.of("loss", loss.applyAsDouble(in)));
    }

    private static double z(Inputs in) {
        return Sums.dot(in.vector("w"), in.vector("x"));
    }

    private static double residual(Inputs in) {
        return Logistic.residual(z(in), in.number("y"));
    }

    private static Answers gradient(Inputs in, double factor) {
        double[] x = in.vector("x");
        return Answers.of("gradient", Sums.vector(x.length, j -> factor * x[j]));
    }
}
