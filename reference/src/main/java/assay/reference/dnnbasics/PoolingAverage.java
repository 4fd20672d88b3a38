package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Solve the pooling part of 0.5: an image [28, 28] in blocks of 4 x 4, each replaced by its mean. */
public final class PoolingAverage implements ReferenceTask {
    private static final int SIDE = 28;
    private static final int BLOCK = 4;
    private static final int SMALL = SIDE / BLOCK;

    @Override
    public String id() {
        return "pooling/average";
    }

    /** Draw grey values 0 to 255; a whole image whose blocks all have whole means does not come up. */
    @Override
    public Inputs draw(Draw draw) {
        return image(at -> draw.integer(0, 255));
    }

    /** The second image has blocks that sum to 7 more than a multiple of 16, each another one. */
    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("all different", image(at -> StrictMath.pow(2, (at / SIDE) % 7) + 31 * (at % SIDE))),
                new EdgeCase("blocks with a rest of 7", image(PoolingAverage::sevenSixteenths)));
    }

    private static double sevenSixteenths(int at) {
        int row = at / SIDE;
        int column = at % SIDE;
        int within = row % BLOCK * BLOCK + column % BLOCK;
        return SMALL * (row / BLOCK) + column / BLOCK + (within == 0 ? 3 : within == 5 ? 4 : 0);
    }

    private static Inputs image(IntToDoubleFunction pixel) {
        return Inputs.none().and("image", Tensor.of(new int[] {SIDE, SIDE}, Sums.vector(SIDE * SIDE, pixel)));
    }

    @Override
    public Answers solve(Inputs in) {
        return pooled(in, block -> Arrays.stream(block).sum() / block.length);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "integer-division",
                        "The fractions are cut off: the sum of a block is divided as a whole number.",
                        in -> pooled(
                                in, block -> Math.floor(Arrays.stream(block).sum() / block.length))),
                new Mistake(
                        "maximum",
                        "This is the largest pixel of each block. The task asks for the mean.",
                        in -> pooled(in, block -> Arrays.stream(block).max().orElse(Double.NaN))),
                new Mistake(
                        "subsampling",
                        "This is the first pixel of each block: the other fifteen have no influence.",
                        in -> pooled(in, block -> block[0])),
                new Mistake(
                        "divided-by-4",
                        "Four times the right value: how many pixels has a block?",
                        in -> pooled(in, block -> Arrays.stream(block).sum() / BLOCK)),
                new Mistake(
                        "transposed",
                        "Rows and columns are swapped.",
                        in -> Answers.of("pooled", solvedPixels(in).transposed())));
    }

    private Tensor solvedPixels(Inputs in) {
        return solve(in).tensor("pooled");
    }

    private static Answers pooled(Inputs in, ToDoubleFunction<double[]> of) {
        Tensor image = in.tensor("image");
        double[] entries = Sums.vector(SMALL * SMALL, at -> of.applyAsDouble(block(image, at / SMALL, at % SMALL)));
        return Answers.of("pooled", Tensor.of(new int[] {SMALL, SMALL}, entries));
    }

    private static double[] block(Tensor image, int row, int column) {
        return Sums.vector(BLOCK * BLOCK, at -> image.get(row * BLOCK + at / BLOCK, column * BLOCK + at % BLOCK));
    }
}
