package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Solve 1.2: average pooling of k x k blocks of C channels as a convolution, by its filter [C, C, k, k] and stride. */
public final class PoolingFilter implements ReferenceTask {
    @Override
    public String id() {
        return "pooling/filter";
    }

    /** Draw several channels and k of 2 or more: with one channel or k = 1 mistakes hide. */
    @Override
    public Inputs draw(Draw draw) {
        return inputs(draw.integer(2, 5), draw.integer(2, 4));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        List<EdgeCase> cases = new ArrayList<>();
        for (int k = 2; k <= 5; k++) {
            cases.add(new EdgeCase("k = " + k + ", one channel", inputs(k, 1)));
        }
        cases.add(new EdgeCase("k = 1, three channels", inputs(1, 3)));
        return List.copyOf(cases);
    }

    private static Inputs inputs(int k, int channels) {
        return Inputs.none().and("C", channels).and("k", k);
    }

    @Override
    public Answers solve(Inputs in) {
        double share = 1.0 / (in.integer("k") * in.integer("k"));
        return filter(in, at -> at[0] == at[1] ? share : 0).and("stride", in.integer("k"));
    }

    private static Answers filter(Inputs in, ToDoubleFunction<int[]> entry) {
        int k = in.integer("k");
        int channels = in.integer("C");
        return Answers.of("filter", Images.filled(new int[] {channels, channels, k, k}, entry));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "identity-over-k2",
                        "Only the diagonal of the block is added up: the filter is the identity matrix divided by k^2. Which"
                                + " pixels does a mean need?",
                        (k, at) -> at[0] == at[1] && at[2] == at[3] ? 1.0 / (k * k) : 0),
                wrong(
                        "identity-over-k",
                        "This is the mean of the diagonal of the block only; the other pixels have no influence. On pictures"
                                + " with a constant slope that happens to be right.",
                        (k, at) -> at[0] == at[1] && at[2] == at[3] ? 1.0 / k : 0),
                wrong(
                        "not-divided",
                        "This adds up the block. A mean is divided by the number of pixels.",
                        (k, at) -> at[0] == at[1] ? 1 : 0),
                wrong(
                        "divided-by-k",
                        "The sum is divided by k. How many pixels does a block have?",
                        (k, at) -> at[0] == at[1] ? 1.0 / k : 0),
                wrong(
                        "channels-summed",
                        "Every output channel adds up all input channels. Pooling treats each channel on its own: what"
                                + " belongs where the two channels differ?",
                        (k, at) -> 1.0 / (k * k)),
                new Mistake(
                        "channels-averaged",
                        "Every output channel is the mean over all input channels too. Pooling treats each channel on its own.",
                        in -> filter(in, at -> 1.0 / (in.number("k") * in.number("k") * in.number("C")))),
                new Mistake(
                        "stride-1",
                        "With stride 1 the blocks overlap and the picture hardly shrinks. How far is it from one block to the"
                                + " next?",
                        in -> Answers.of("stride", 1)));
    }

    /** Be an entry of a filter for blocks of k x k at [output channel, input channel, row, column]. */
    @FunctionalInterface
    private interface Entry {
        double at(int k, int[] index);
    }

    private static Mistake wrong(String id, String sentence, Entry entry) {
        return new Mistake(id, sentence, in -> filter(in, at -> entry.at(in.integer("k"), at)));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("pools", PoolingFilter::doesNotPool);
    }

    /** Apply the layer to an image [C, 2k, 3k] and compare with the means of the blocks, to 1e-12 of the largest pixel. */
    private static Optional<String> doesNotPool(Inputs in, Answers given) {
        int k = in.integer("k");
        int channels = in.integer("C");
        if (!(given.get("filter").orElse(null) instanceof Tensor filter)
                || !filter.shape().equals(List.of(channels, channels, k, k))) {
            return Optional.of("'filter' must be a tensor [" + channels + ", " + channels + ", " + k + ", " + k + "].");
        }
        if (!(given.get("stride").orElse(null) instanceof Tensor stride) || stride.rank() != 0) {
            return Optional.of("'stride' is missing; without it the layer cannot be applied.");
        }
        if (stride.item() != k) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "On an image of %d x %d pixels a layer with stride %s does not give one number for each of the 2 x 3"
                            + " blocks.",
                    2 * k,
                    3 * k,
                    Double.toString(stride.item())));
        }
        Tensor image = Images.filled(
                new int[] {channels, 2 * k, 3 * k}, at -> (37 * at[0] + 11 * at[1] * at[1] + 7 * at[1] * at[2]) % 16);
        return firstWrongBlock(image, filter, k);
    }

    private static Optional<String> firstWrongBlock(Tensor image, Tensor filter, int k) {
        int channels = image.extent(0);
        for (int channel = 0; channel < channels; channel++) {
            for (int block = 0; block < 6; block++) {
                int output = channel;
                int row = block / 3 * k;
                int column = block % 3 * k;
                double mean = Sums.mean(k * k, at -> image.get(output, row + at / k, column + at % k));
                double answered = Sums.sum(channels * k * k, at -> {
                    int input = at / (k * k);
                    int within = at % (k * k);
                    return filter.get(output, input, within / k, within % k)
                            * image.get(input, row + within / k, column + within % k);
                });
                if (!(Math.abs(answered - mean) <= 1e-12 * 16)) {
                    return Optional.of(String.format(
                            Locale.ROOT,
                            "Applied to an image of whole numbers, your layer gives %.6g for block [%d, %d] of channel %d;"
                                    + " its mean is %.6g.",
                            answered,
                            block / 3,
                            block % 3,
                            output,
                            mean));
                }
            }
        }
        return Optional.empty();
    }
}
