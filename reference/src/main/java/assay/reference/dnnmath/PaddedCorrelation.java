package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Solve 1.1, the operation: cross-correlate an image [m, n] with a filter [3, 3], stride 1, zero padding 1 (no flip;
 * Goodfellow et al. 2016, eq. 9.6).
 */
public final class PaddedCorrelation implements ReferenceTask {
    private static final int SIDE = 3;

    /** Be the pixel at a place that may lie outside of the image. */
    @FunctionalInterface
    private interface Pixel {
        double at(Tensor image, int row, int column);
    }

    @Override
    public String id() {
        return "conv/apply";
    }

    /** Draw whole numbers without 0, unequal sides, and a filter that shows when it is turned or transposed. */
    @Override
    public Inputs draw(Draw draw) {
        int rows = draw.integer(SIDE, 8);
        int columns = draw.until(() -> draw.integer(SIDE, 8), n -> n != rows);
        Tensor filter = draw.until(
                () -> draw.matrix(SIDE, SIDE, () -> wholeNumber(draw, 3)),
                one -> !one.equals(Images.flipped(one)) && !one.equals(one.transposed()));
        return inputs(draw.matrix(rows, columns, () -> wholeNumber(draw, 9)), filter);
    }

    private static double wholeNumber(Draw draw, int largest) {
        return draw.choice(List.of(-1, 1)) * draw.integer(1, largest);
    }

    private static Inputs inputs(Tensor image, Tensor filter) {
        return Inputs.none().and("image", image).and("filter", filter);
    }

    /** Images without an inside: every pixel lies on the border. */
    @Override
    public List<EdgeCase> edgeCases() {
        Tensor filter = Tensor.matrix(new double[] {1, -2, 3}, new double[] {-4, 5, -6}, new double[] {7, -8, 9});
        return List.of(
                new EdgeCase("one row", inputs(Tensor.matrix(new double[] {1, 10, 100, 1000}), filter)),
                new EdgeCase(
                        "one column",
                        inputs(Tensor.matrix(new double[] {1}, new double[] {10}, new double[] {100}), filter)),
                new EdgeCase("one pixel", inputs(Tensor.matrix(new double[] {7}), filter)));
    }

    @Override
    public Answers solve(Inputs in) {
        return correlated(in, in.tensor("filter"), Images::padded);
    }

    @Override
    public Answers scale(Inputs in) {
        Inputs positive =
                inputs(in.tensor("image").map(Math::abs), in.tensor("filter").map(Math::abs));
        return solve(positive);
    }

    private static Answers correlated(Inputs in, Tensor filter, Pixel pixel) {
        Tensor image = in.tensor("image");
        int[] shape = {image.extent(0), image.extent(1)};
        return Answers.of("output", Images.filled(shape, at -> response(image, filter, pixel, at)));
    }

    private static double response(Tensor image, Tensor filter, Pixel pixel, int[] at) {
        return Sums.sum(SIDE * SIDE, k -> filter.at(k) * pixel.at(image, at[0] + k / SIDE - 1, at[1] + k % SIDE - 1));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "flipped",
                        "The filter is turned by 180 degrees before it is applied. The convolution of deep learning libraries"
                                + " is a cross-correlation: nothing is turned.",
                        in -> correlated(in, Images.flipped(in.tensor("filter")), Images::padded)),
                wrong(
                        "filter-transposed",
                        "Rows and columns of the filter are swapped: its first index goes down, with the rows.",
                        in -> correlated(in, in.tensor("filter").transposed(), Images::padded)),
                wrong(
                        "no-padding",
                        "Only the places are computed where the whole filter lies inside. With zero padding 1 the output is"
                                + " as large as the image.",
                        PaddedCorrelation::valid),
                wrong(
                        "border-repeated",
                        "Outside of the image the nearest pixel is used; zero padding puts 0 there.",
                        in -> correlated(in, in.tensor("filter"), PaddedCorrelation::nearest)),
                wrong(
                        "wrapped-around",
                        "Outside of the image the opposite border is used; zero padding puts 0 there. In Python, an index of"
                                + " -1 does that silently.",
                        in -> correlated(in, in.tensor("filter"), PaddedCorrelation::opposite)));
    }

    private static Mistake wrong(String id, String sentence, java.util.function.Function<Inputs, Answers> answer) {
        return new Mistake(id, sentence, answer);
    }

    private static Answers valid(Inputs in) {
        Tensor image = in.tensor("image");
        Tensor filter = in.tensor("filter");
        int[] shape = {Math.max(0, image.extent(0) - SIDE + 1), Math.max(0, image.extent(1) - SIDE + 1)};
        ToDoubleFunction<int[]> inside =
                at -> response(image, filter, Images::padded, new int[] {at[0] + 1, at[1] + 1});
        return Answers.of("output", Images.filled(shape, inside));
    }

    private static double nearest(Tensor image, int row, int column) {
        return image.get(
                Math.min(Math.max(row, 0), image.extent(0) - 1), Math.min(Math.max(column, 0), image.extent(1) - 1));
    }

    private static double opposite(Tensor image, int row, int column) {
        return image.get(Math.floorMod(row, image.extent(0)), Math.floorMod(column, image.extent(1)));
    }
}
