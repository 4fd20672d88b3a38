package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/**
 * Solve 1.1, the filters: Y1[i,j] = X[i+1,j] - X[i,j] and Y2[i,j] = X[i,j+1] - X[i,j] as one cross-correlation with two
 * output channels, 3 x 3, zero padding 1.
 */
public final class DifferenceFilters implements ReferenceTask {
    private static final double[][] DOWN = {{0, 0, 0}, {0, -1, 0}, {0, 1, 0}};
    private static final double[][] RIGHT = {{0, 0, 0}, {0, -1, 1}, {0, 0, 0}};

    @Override
    public String id() {
        return "conv/differences";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("w1", DOWN).and("w2", RIGHT).and("shape", new double[] {2, 1, 3, 3});
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                filters(
                        "flipped",
                        "The filter is turned by 180 degrees, as for the convolution of mathematics. Deep learning libraries"
                                + " do not flip: entry [2, 1] meets the pixel below the centre.",
                        new double[][] {{0, 1, 0}, {0, -1, 0}, {0, 0, 0}},
                        new double[][] {{0, 0, 0}, {1, -1, 0}, {0, 0, 0}}),
                filters(
                        "swapped",
                        "Rows and columns are swapped: this filter takes the difference in the other direction. The first"
                                + " index of X counts rows.",
                        RIGHT,
                        DOWN),
                filters(
                        "sign",
                        "The sign is the other way round: which of the two pixels is subtracted?",
                        new double[][] {{0, 0, 0}, {0, 1, 0}, {0, -1, 0}},
                        new double[][] {{0, 0, 0}, {0, 1, -1}, {0, 0, 0}}),
                filters(
                        "backward",
                        "This is the difference to the pixel before, X[i] - X[i-1]. The task asks for the pixel after it.",
                        new double[][] {{0, -1, 0}, {0, 1, 0}, {0, 0, 0}},
                        new double[][] {{0, 0, 0}, {-1, 1, 0}, {0, 0, 0}}),
                filters(
                        "centred",
                        "This is the centred difference, over two pixels. The task subtracts the pixel itself.",
                        new double[][] {{0, -1, 0}, {0, 0, 0}, {0, 1, 0}},
                        new double[][] {{0, 0, 0}, {-1, 0, 1}, {0, 0, 0}}),
                filters(
                        "in-the-corner",
                        "The two numbers are right, their place is not: with padding 1 the pixel [i, j] itself meets the"
                                + " centre of the filter.",
                        new double[][] {{-1, 0, 0}, {1, 0, 0}, {0, 0, 0}},
                        new double[][] {{-1, 1, 0}, {0, 0, 0}, {0, 0, 0}}),
                shape("no-input-axis", "The axis of the input channels is missing: X has one channel.", 2, 3, 3),
                shape(
                        "channels-swapped",
                        "Output channels come first, input channels second. X has one channel, Y has two.",
                        1,
                        2,
                        3,
                        3));
    }

    private static Mistake filters(String id, String sentence, double[][] w1, double[][] w2) {
        Answers wrong = Answers.of("w1", w1).and("w2", w2);
        return new Mistake(id, sentence, in -> wrong);
    }

    private static Mistake shape(String id, String sentence, double... shape) {
        return new Mistake(id, sentence, in -> Answers.of("shape", Tensor.vector(shape)));
    }
}
