package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/**
 * Solve 0.2: a network of hard limiters that is 1 exactly on the open triangle x > 0, y > 0, x + y < 1.
 *
 * <p>Right answers are many; the check decides by the region. The mistakes are networks too, each told by what it does.
 */
public final class TriangleNetwork implements ReferenceTask {
    private static final double[][] OUTSIDE = {{1, 1, -1}, {-1, 0, 0}, {0, -1, 0}};
    private static final double[] MINUS = {-1, -1, -1};

    @Override
    public String id() {
        return "triangle/network";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    /** With hardlim(0) = 1: every hidden unit fires outside or on its line, the output where none fires. */
    @Override
    public Answers solve(Inputs in) {
        return network(1, OUTSIDE, MINUS, 0.5);
    }

    private static Answers network(int atZero, double[][] hidden, double[] weights, double bias) {
        return Answers.of("hardlim-at-zero", atZero)
                .and("hidden", Tensor.matrix(hidden))
                .and("output-weights", weights)
                .and("output-bias", bias);
    }

    @Override
    public List<Mistake> mistakes() {
        double[] plus = {1, 1, 1};
        double[][] published = {{1, 1, -1}, {0, 1, 0}, {1, 0, 0}};
        double[][] flipped = {{1, 1, -1}, {1, 0, 0}, {0, -1, 0}};
        double[][] strict = {{-1, -1, 1}, {1, 0, 0}, {0, 1, 0}};
        return List.of(
                new Mistake(
                        "unit-fires-outside",
                        "One hidden unit fires on the far side of its line while the output counts it as a sign of"
                                + " being inside. Test the output at points outside the triangle too, one beyond each"
                                + " side.",
                        in -> network(1, published, plus, -2)),
                new Mistake(
                        "only-outside-fires",
                        "No inside point fires, and some outside point does: one hidden unit fires on the far side of"
                                + " its line. Put an inside and an outside point through the network by hand.",
                        in -> network(0, published, plus, -2)),
                new Mistake(
                        "or-for-nor",
                        "The output is exactly inverted: it fires where some hidden unit says 'outside'.",
                        in -> network(1, OUTSIDE, plus, -0.5)),
                new Mistake(
                        "bias-one-too-large",
                        "The output still fires when one hidden unit says 'outside': look at its bias.",
                        in -> network(1, OUTSIDE, MINUS, 1.5)),
                new Mistake(
                        "sign-flipped",
                        "One hidden unit looks to the wrong side of its line.",
                        in -> network(1, flipped, MINUS, 0.5)),
                new Mistake(
                        "boundary-inside",
                        "Right inside and outside, but the boundary of the triangle is counted as inside. What does"
                                + " your hard limiter give at exactly 0?",
                        in -> network(1, strict, plus, -2.5)));
    }
}
