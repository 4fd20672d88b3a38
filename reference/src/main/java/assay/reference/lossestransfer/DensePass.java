package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.lossestransfer.DenseNet.Slip;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Solve the small dense network of question 3: normalise, forward, loss, gradients. */
public final class DensePass implements ReferenceTask {
    private static final double KINK = 0.02;

    @Override
    public String id() {
        return "dense/pass";
    }

    /** Draw two to four images, hidden layers with units on and off, and a logit below 0. */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(4, 6);
        int first = draw.integer(4, 5);
        int second = draw.integer(3, 4);
        int classes = draw.integer(3, 4);
        int samples = draw.integer(2, 4);
        return draw.until(
                () -> Inputs.none()
                        .and("images", draw.matrix(samples, n, () -> draw.integer(0, 255)))
                        .and("labels", draw.vector(samples, () -> draw.integer(0, classes - 1)))
                        .and("w1", draw.matrix(first, n, draw::normal))
                        .and("b1", draw.vector(first, () -> draw.signed(0.2, 1)))
                        .and("w2", draw.matrix(second, first, draw::normal))
                        .and("b2", draw.vector(second, () -> draw.signed(0.2, 1)))
                        .and("w3", draw.matrix(classes, second, draw::normal))
                        .and("b3", draw.vector(classes, () -> draw.signed(0.2, 1))),
                DensePass::tells);
    }

    private static boolean tells(Inputs in) {
        DenseNet net = new DenseNet(in, Optional.empty());
        double[] logits = net.answers().tensor("logits").toArray();
        return net.isMixed()
                && net.nearestKink() >= KINK
                && Arrays.stream(logits).anyMatch(z -> z < -KINK)
                && Arrays.stream(logits).allMatch(z -> Math.abs(z) <= 12);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase(
                "by hand",
                Inputs.none()
                        .and("images", Tensor.matrix(new double[] {255, 0}))
                        .and("labels", new double[] {1})
                        .and("w1", Tensor.matrix(new double[] {1, -0.5}, new double[] {-1, 2}))
                        .and("b1", new double[] {0.5, 1})
                        .and("w2", Tensor.matrix(new double[] {1, 1}, new double[] {-1, 0.5}))
                        .and("b2", new double[] {-1, 0.5})
                        .and("w3", Tensor.matrix(new double[] {2, 1}, new double[] {0, -1}))
                        .and("b3", new double[] {0, 0.5})));
    }

    @Override
    public Answers solve(Inputs in) {
        return new DenseNet(in, Optional.empty()).answers();
    }

    @Override
    public Answers scale(Inputs in) {
        return new DenseNet(in, Optional.empty()).magnitudes();
    }

    private static Mistake slip(String id, Slip slip, String sentence) {
        return new Mistake(id, sentence, in -> new DenseNet(in, Optional.of(slip)).answers());
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.of(forwardMistakes(), backwardMistakes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mistake> forwardMistakes() {
        return List.of(
                slip(
                        "zero-to-two",
                        Slip.ZERO_TO_TWO,
                        "The images lie between 0 and 2: divided by the deviation without the mean subtracted."),
                slip(
                        "zero-to-one",
                        Slip.ZERO_TO_ONE,
                        "The images lie between 0 and 1. The second part of the normalisation, to -1 to 1, is missing."),
                slip(
                        "not-divided-by-255",
                        Slip.UNSCALED,
                        "The grey values have not been divided by 255 before the mean is subtracted."),
                slip(
                        "no-relu",
                        Slip.NO_RELU,
                        "There is no activation between the layers: so many linear layers are no more than one."),
                slip(
                        "relu-at-output",
                        Slip.RELU_AT_OUTPUT,
                        "There is a ReLU after the last layer. Logits may be negative; cut off, they lose their"
                                + " gradient."),
                slip("sigmoid-units", Slip.SIGMOID_UNITS, "The hidden units use a sigmoid. This network has ReLU."),
                slip("no-biases", Slip.NO_BIASES, "The biases have no influence."));
    }

    private static List<Mistake> backwardMistakes() {
        return List.of(
                slip(
                        "softmax-twice",
                        Slip.SOFTMAX_TWICE,
                        "Softmax is applied twice: the cross-entropy on logits holds one already, so it must not"
                                + " get probabilities."),
                slip(
                        "sum-for-mean",
                        Slip.SUM_FOR_MEAN,
                        "B times the right value: the loss is the mean over the batch, here it is the sum."),
                slip(
                        "no-relu-slope",
                        Slip.NO_RELU_SLOPE,
                        "On the way back every unit lets the error through. A unit that is off, with a sum below 0,"
                                + " passes nothing."),
                slip(
                        "no-one-hot",
                        Slip.NO_ONE_HOT,
                        "The error at the output is the vector of probabilities itself. Where does the label enter?"),
                slip(
                        "ascent",
                        Slip.ASCENT,
                        "The sign is wrong: label minus probability is the direction in which the loss falls; the"
                                + " gradient points the other way."),
                slip(
                        "gradient-of-pixels",
                        Slip.GRADIENT_OF_PIXELS,
                        "In the gradient of the first layer stand the grey values. Its inputs are the normalised"
                                + " images."));
    }
}
