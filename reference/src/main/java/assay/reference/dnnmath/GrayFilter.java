package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Solve 1.3a: a colour image to gray, .299 R + .587 G + .114 B (ITU-R BT.601), as a convolution with a 1 x 1 filter. */
public final class GrayFilter implements ReferenceTask {
    @Override
    public String id() {
        return "gray/filter";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("weights", new double[] {0.299, 0.587, 0.114})
                .and("shape", new double[] {1, 3, 1, 1})
                .and("output-shape", new double[] {1, 32, 48});
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                weights(
                        "blue-first",
                        "The order is blue, green, red. The channels are numbered R, G, B.",
                        0.114,
                        0.587,
                        0.299),
                weights(
                        "equal-thirds",
                        "This is the plain mean of the channels. The task gives a weight for each of them.",
                        1 / 3.0,
                        1 / 3.0,
                        1 / 3.0),
                weights(
                        "other-standard",
                        "These are the weights of ITU-R BT.709, for high-definition television. The task gives others.",
                        0.2126,
                        0.7152,
                        0.0722),
                shape(
                        "no-output-axis",
                        "The axis of the output channels is missing. How many channels has the gray image?",
                        3,
                        1,
                        1),
                shape("channels-swapped", "Output channels come first, input channels second.", 3, 1, 1, 1),
                shape("one-filter-per-channel", "This layer gives three channels again.", 3, 3, 1, 1),
                outputShape(
                        "colour-kept",
                        "This is the shape of a colour image; how many channels has a gray one?",
                        3,
                        32,
                        48),
                outputShape("channels-last", "The order is channels, rows, columns.", 32, 48, 1),
                outputShape("no-channel-axis", "A gray image has a channel axis too, of length 1.", 32, 48));
    }

    private static Mistake weights(String id, String sentence, double... weights) {
        return new Mistake(id, sentence, in -> Answers.of("weights", Tensor.vector(weights)));
    }

    private static Mistake shape(String id, String sentence, double... shape) {
        return new Mistake(id, sentence, in -> Answers.of("shape", Tensor.vector(shape)));
    }

    private static Mistake outputShape(String id, String sentence, double... shape) {
        return new Mistake(id, sentence, in -> Answers.of("output-shape", Tensor.vector(shape)));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("keeps-gray", GrayFilter::changesGray);
    }

    /** A pixel that is gray already must keep its value, so the weights add up to 1, here to 1e-12. */
    private static Optional<String> changesGray(Inputs in, Answers given) {
        try {
            double[] weights = Witness.vector(given, "weights", 3);
            double sum = Sums.sum(3, i -> weights[i]);
            return Math.abs(sum - 1) <= 1e-12
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "A pixel that is gray already, R = G = B = 100, becomes %.6g: the weights add up to %.6g.",
                            100 * sum,
                            sum));
        } catch (Witness.Unusable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
