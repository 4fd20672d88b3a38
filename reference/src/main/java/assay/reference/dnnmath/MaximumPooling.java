package assay.reference.dnnmath;

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
import java.util.function.ToDoubleFunction;

/** Solve the windows of 1.4: an image [m, n] to [k, l], each entry the maximum of a block of m/k x n/l pixels. */
public final class MaximumPooling implements ReferenceTask {
    @Override
    public String id() {
        return "pooling/maximum";
    }

    /** Draw blocks that are not square, and one block of negative pixels only: a maximum started at 0 shows there. */
    @Override
    public Inputs draw(Draw draw) {
        int k = draw.integer(2, 4);
        int l = draw.integer(2, 4);
        int height = draw.integer(2, 4);
        int width = draw.until(() -> draw.integer(2, 4), w -> w != height);
        int dark = draw.integer(0, k * l - 1);
        Tensor image = Images.filled(new int[] {k * height, l * width}, at -> {
            int block = at[0] / height * l + at[1] / width;
            return block == dark ? -draw.integer(1, 99) : draw.integer(-99, 99);
        });
        return inputs(image, k, l);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Tensor image = Tensor.matrix(
                new double[] {0, 1, 2, 3}, new double[] {4, 5, 6, 0}, new double[] {1, 2, 3, 4}, new double[] {
                    5, 6, 0, 1
                });
        Tensor wide = Tensor.matrix(new double[] {2, -7, 4}, new double[] {9, 1, -3});
        return List.of(
                new EdgeCase("by hand", inputs(image, 2, 2)),
                new EdgeCase("one block", inputs(wide, 1, 1)),
                new EdgeCase("blocks of one pixel", inputs(wide, 2, 3)));
    }

    private static Inputs inputs(Tensor image, int k, int l) {
        return Inputs.none().and("image", image).and("k", k).and("l", l);
    }

    @Override
    public Answers solve(Inputs in) {
        return pooled(in, false, MaximumPooling::maximum);
    }

    private static double maximum(double[] block) {
        return Arrays.stream(block).max().orElseThrow();
    }

    private static Answers pooled(Inputs in, boolean slides, ToDoubleFunction<double[]> of) {
        Tensor image = in.tensor("image");
        int k = in.integer("k");
        int l = in.integer("l");
        int height = image.extent(0) / k;
        int width = image.extent(1) / l;
        return Answers.of("pooled", Images.filled(new int[] {k, l}, at -> {
            int top = slides ? at[0] : at[0] * height;
            int left = slides ? at[1] : at[1] * width;
            return of.applyAsDouble(Sums.vector(height * width, i -> image.get(top + i / width, left + i % width)));
        }));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "slides-by-one",
                        "The window moves by one pixel from entry to entry. Where does the block of entry [i, j] start?",
                        in -> pooled(in, true, MaximumPooling::maximum)),
                new Mistake(
                        "started-at-zero",
                        "A block of negative pixels gets 0: the maximum is started at 0 instead of at a pixel.",
                        in -> pooled(in, false, block -> Math.max(0, maximum(block)))),
                new Mistake(
                        "mean",
                        "This is the mean of each block. The task asks for the maximum.",
                        in -> pooled(in, false, block -> Sums.mean(block.length, i -> block[i]))),
                new Mistake(
                        "minimum",
                        "This is the smallest pixel of each block. The task asks for the largest.",
                        in -> pooled(
                                in, false, block -> Arrays.stream(block).min().orElseThrow())),
                new Mistake(
                        "first-pixel",
                        "This is the first pixel of each block: the others have no influence.",
                        in -> pooled(in, false, block -> block[0])));
    }
}
