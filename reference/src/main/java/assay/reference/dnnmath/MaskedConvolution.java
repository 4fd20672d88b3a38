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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Solve the partial C3 of 1.7: a cross-correlation x [in, h, w] with weights [out, in, k, k] times mask [out, in], plus
 * bias [out], no padding, stride 1; and the gradient of the sum of g times the output by the weights.
 */
public final class MaskedConvolution implements ReferenceTask {
    @Override
    public String id() {
        return "lenet/masked";
    }

    /** Draw unlike numbers of maps, no zero among the numbers, and a mask that removes something from every output. */
    @Override
    public Inputs draw(Draw draw) {
        int k = draw.integer(2, 3);
        return draw(draw, new int[] {
            draw.integer(2, 3), draw.integer(4, 5), k, draw.integer(k + 1, k + 2), draw.integer(k + 2, k + 3)
        });
    }

    /** Draw about the size of the layer itself: 6 maps of 14 x 14 to 16 maps, filters of 5 x 5; short numbers. */
    @Override
    public Inputs drawTimed(Draw draw) {
        Inputs drawn = draw(draw, new int[] {6, draw.integer(14, 18), 5, draw.integer(13, 15), draw.integer(13, 15)});
        Inputs in = drawn;
        for (String name : List.of("x", "weights", "bias", "g")) {
            in = in.and(name, drawn.tensor(name).map(entry -> Math.rint(64 * entry) / 64));
        }
        return in;
    }

    /** Draw with {@code sizes} in, out, k, h, w. */
    private static Inputs draw(Draw draw, int[] sizes) {
        int in = sizes[0];
        int out = sizes[1];
        int k = sizes[2];
        int h = sizes[3];
        int w = sizes[4];
        int[] removed = {0};
        Tensor mask = Images.filled(new int[] {out, in}, at -> {
            removed[0] = at[1] == 0 ? draw.integer(0, in - 1) : removed[0];
            return at[1] == removed[0] ? 0 : 1;
        });
        return Inputs.none()
                .and("x", block(draw, in, h, w))
                .and("weights", block(draw, out, in, k, k))
                .and("bias", block(draw, out))
                .and("mask", mask)
                .and("g", block(draw, out, h - k + 1, w - k + 1));
    }

    private static Tensor block(Draw draw, int... shape) {
        return Images.filled(shape, at -> draw.signed(0.2, 2));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Inputs small = Inputs.none()
                .and("x", new double[][][] {{{1, 2}, {3, 4}}, {{10, 20}, {30, 40}}})
                .and("weights", new double[][][][] {{{{1, 0}, {0, 2}}, {{1, 1}, {1, 2}}}})
                .and("bias", new double[] {0.5})
                .and("g", new double[][][] {{{-2}}});
        return List.of(
                new EdgeCase("first map only", small.and("mask", new double[][] {{1, 0}})),
                new EdgeCase("nothing masked", small.and("mask", new double[][] {{1, 1}})));
    }

    @Override
    public Answers solve(Inputs in) {
        return both(in, in.tensor("mask"), in.tensor("weights"), value -> value);
    }

    @Override
    public Answers scale(Inputs in) {
        return both(in, in.tensor("mask"), in.tensor("weights"), Math::abs);
    }

    private static Answers both(Inputs in, Tensor mask, Tensor weights, DoubleUnaryOperator of) {
        return Answers.of("output", output(in, mask, weights, in.tensor("bias"), of))
                .and("gradient", gradient(in, mask, of));
    }

    private static Tensor output(Inputs in, Tensor mask, Tensor weights, Tensor bias, DoubleUnaryOperator of) {
        Tensor x = in.tensor("x");
        int k = weights.extent(2);
        int terms = x.extent(0) * k * k;
        return Images.filled(shape(in.tensor("g")), at -> {
            int o = at[0];
            int row = at[1];
            int column = at[2];
            return of.applyAsDouble(bias.at(o))
                    + Sums.sum(terms, t -> {
                        int i = t / (k * k);
                        int down = t / k % k;
                        int right = t % k;
                        return of.applyAsDouble(
                                mask.get(o, i) * weights.get(o, i, down, right) * x.get(i, row + down, column + right));
                    });
        });
    }

    private static Tensor gradient(Inputs in, Tensor mask, DoubleUnaryOperator of) {
        Tensor x = in.tensor("x");
        Tensor g = in.tensor("g");
        int width = g.extent(2);
        return Images.filled(shape(in.tensor("weights")), at -> {
            int o = at[0];
            int i = at[1];
            int down = at[2];
            int right = at[3];
            return mask.get(o, i)
                    * Sums.sum(
                            g.extent(1) * width,
                            t -> of.applyAsDouble(
                                    g.get(o, t / width, t % width) * x.get(i, t / width + down, t % width + right)));
        });
    }

    private static int[] shape(Tensor tensor) {
        return tensor.shape().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public List<Mistake> mistakes() {
        DoubleUnaryOperator same = value -> value;
        return List.of(
                new Mistake(
                        "mask-ignored",
                        "The mask has no influence: this is the layer in which every map sees all maps.",
                        in -> both(in, in.tensor("mask").map(m -> 1), in.tensor("weights"), same)),
                new Mistake(
                        "mask-inverted",
                        "The mask is taken the other way round: 1 keeps a connection, 0 removes it.",
                        in -> both(in, in.tensor("mask").map(m -> 1 - m), in.tensor("weights"), same)),
                new Mistake(
                        "flipped",
                        "The filters are turned by 180 degrees. The convolution of deep learning libraries is a"
                                + " cross-correlation.",
                        MaskedConvolution::flipped),
                new Mistake(
                        "no-bias",
                        "The bias is missing.",
                        in -> Answers.of(
                                "output",
                                output(
                                        in,
                                        in.tensor("mask"),
                                        in.tensor("weights"),
                                        in.tensor("bias").map(b -> 0),
                                        same))),
                new Mistake(
                        "outputs-not-weighted",
                        "The weights g have no influence: this is the gradient of the plain sum of the outputs.",
                        in -> Answers.of(
                                "gradient",
                                gradient(in.and("g", in.tensor("g").map(g -> 1)), in.tensor("mask"), same))));
    }

    private static Answers flipped(Inputs in) {
        Tensor mask = in.tensor("mask");
        return both(in, mask, Images.flipped(in.tensor("weights")), value -> value)
                .and("gradient", Images.flipped(gradient(in, mask, value -> value)));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("zero-on-mask", MaskedConvolution::notZero);
    }

    /** A weight that the mask removes cannot change the output: its entry of the gradient is 0 exactly. */
    private static Optional<String> notZero(Inputs in, Answers given) {
        Tensor mask = in.tensor("mask");
        if (!(given.get("gradient").orElse(null) instanceof Tensor gradient)
                || !gradient.shape().equals(in.tensor("weights").shape())) {
            return Optional.of("'gradient' must have the shape of the weights.");
        }
        boolean kept = false;
        for (int position = 0; position < gradient.size(); position++) {
            List<Integer> at = gradient.indexOf(position);
            double entry = gradient.at(position);
            boolean removed = mask.get(at.get(0), at.get(1)) == 0;
            if (removed && !(entry == 0)) {
                return Optional.of(
                        "The gradient has " + entry + " at " + at + ", but map " + at.get(0) + " does not see map "
                                + at.get(1) + ": the mask removes that weight, so nothing depends on it.");
            }
            kept |= !removed && entry != 0;
        }
        return kept ? Optional.empty() : Optional.of("The whole gradient is 0, also where the mask keeps the weights.");
    }
}
