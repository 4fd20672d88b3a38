package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import java.util.List;
import java.util.stream.Stream;

/** Solve the second derivative of the squared error (sigma(w x) - y)^2 by w, for both labels. */
public final class LossCurvature implements ReferenceTask {
    /** Give the second derivative, or what is taken for it, from w, x and the label. */
    @FunctionalInterface
    private interface Curvature {
        double at(double w, double x, double y);
    }

    @Override
    public String id() {
        return "loss/curvature";
    }

    /** Keep z from 0, where the sigmoid does not bend, and |x| from 1, where all its powers are alike. */
    @Override
    public Inputs draw(Draw draw) {
        double x = draw.until(() -> draw.signed(0.4, 2.5), value -> Math.abs(Math.abs(value) - 1) >= 0.1);
        return inputs(draw.signed(0.2, 4) / x, x);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("z = -2, x = 1", inputs(-2, 1)),
                new EdgeCase("z = 2, x = -0.5", inputs(-4, -0.5)),
                new EdgeCase("z = 0, x = 3", inputs(0, 3)));
    }

    private static Inputs inputs(double w, double x) {
        return Inputs.none().and("w", w).and("x", x);
    }

    @Override
    public Answers solve(Inputs in) {
        return both(in, SquaredLoss::curvature);
    }

    private static Answers both(Inputs in, Curvature curvature) {
        double w = in.number("w");
        double x = in.number("x");
        return Answers.of("label1", curvature.at(w, x, 1)).and("label0", curvature.at(w, x, 0));
    }

    /** Measure by the summands of 2 s (1 - s) x^2 (y + 2 y s + 2 s + 3 s^2), multiplied out. */
    @Override
    public Answers scale(Inputs in) {
        return both(in, (w, x, y) -> {
            double s = Logistic.sigmoid(w * x);
            return 2 * Logistic.slope(w * x) * x * x * (y + 2 * y * s + 2 * s + 3 * s * s);
        });
    }

    private static Mistake mistake(String id, String sentence, Curvature curvature) {
        return new Mistake(id, sentence, in -> both(in, curvature));
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.of(ruleMistakes(), factorMistakes()).flatMap(List::stream).toList();
    }

    private static List<Mistake> ruleMistakes() {
        return List.of(
                mistake(
                        "first-term-only",
                        "This is 2 (sigma')^2 x^2, never negative: a summand of the product rule is missing. The first"
                                + " derivative is a product of a residual and a slope, and both depend on w.",
                        (w, x, y) -> SquaredLoss.slopes(w, x) * x * x),
                mistake(
                        "second-term-only",
                        "A summand of the product rule is missing: the residual depends on w, too, not only the slope"
                                + " of the sigmoid.",
                        (w, x, y) -> SquaredLoss.bends(w, x, y) * x * x),
                mistake(
                        "sigmoid-curvature",
                        "This is the second derivative of the sigmoid alone, whose sign changes at sigma = 1/2. The"
                                + " squared error has an outer square, and a label.",
                        (w, x, y) -> SquaredLoss.bend(w * x) * x * x),
                mistake(
                        "cross-entropy",
                        "This is the second derivative of the cross-entropy, which is never negative. Here the loss is"
                                + " the squared error.",
                        (w, x, y) -> Logistic.slope(w * x) * x * x));
    }

    private static List<Mistake> factorMistakes() {
        return List.of(
                mistake(
                        "labels-swapped",
                        "The two labels have changed places.",
                        (w, x, y) -> SquaredLoss.curvature(w, x, 1 - y)),
                mistake(
                        "no-factor-2",
                        "Half of the right value: did you differentiate the square?",
                        (w, x, y) -> SquaredLoss.curvature(w, x, y) / 2),
                mistake(
                        "one-factor-x",
                        "One factor x is missing: the chain rule brings one with each of the two derivatives by w.",
                        (w, x, y) -> SquaredLoss.curvature(w, x, y) / x),
                mistake(
                        "by-z",
                        "This is the second derivative by z = w x. By w the chain rule brings factors x.",
                        (w, x, y) -> SquaredLoss.curvature(w, x, y) / (x * x)),
                mistake(
                        "first-derivative",
                        "This is the first derivative. Differentiate once more.",
                        (w, x, y) -> 2 * Logistic.residual(w * x, y) * Logistic.slope(w * x) * x),
                mistake(
                        "sign",
                        "The sign is wrong everywhere. Check at z = 0, where the squared error bends upwards.",
                        (w, x, y) -> -SquaredLoss.curvature(w, x, y)));
    }
}
