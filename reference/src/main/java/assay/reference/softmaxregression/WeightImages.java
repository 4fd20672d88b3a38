package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** Solve the picture of 3.4b: turn the weights of each class, without its bias, into an image. */
public final class WeightImages implements ReferenceTask {
    /** Return the position in a row of W that is shown at (row, column) of an image. */
    @FunctionalInterface
    private interface Place {
        int of(int row, int column, int height, int width);
    }

    @Override
    public String id() {
        return "l2/images";
    }

    /** Draw images that are not square: in square ones a transposed picture has the right shape. */
    @Override
    public Inputs draw(Draw draw) {
        int height = draw.integer(2, 5);
        int width = draw.until(() -> draw.integer(2, 5), extent -> extent != height);
        return inputs(draw, draw.integer(2, 4), height, width);
    }

    private static Inputs inputs(Draw draw, int classes, int height, int width) {
        return Inputs.none()
                .and("W", draw.matrix(classes, height * width + 1, draw::normal))
                .and("height", height)
                .and("width", width);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("square, 4 x 4", inputs(new Draw(111), 10, 4, 4)),
                new EdgeCase("square, 7 x 7", inputs(new Draw(112), 10, 7, 7)));
    }

    @Override
    public Answers solve(Inputs in) {
        return images(in, (row, column, height, width) -> row * width + column);
    }

    private static Answers images(Inputs in, Place place) {
        double[][] w = in.matrix("W");
        int height = in.integer("height");
        int width = in.integer("width");
        double[][][] images = new double[w.length][height][width];
        for (int k = 0; k < w.length; k++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    images[k][row][column] = w[k][place.of(row, column, height, width)];
                }
            }
        }
        return Answers.of("images", images);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "bias-shown",
                        "The bias is shown as the last pixel, and the first pixel is missing: the picture is shifted by"
                                + " one.",
                        in -> images(in, (row, column, height, width) -> row * width + column + 1)),
                new Mistake(
                        "bias-first",
                        "The bias is shown as the first pixel, and all others are shifted by one: it is the last entry of"
                                + " a row of W.",
                        in -> images(
                                in,
                                (row, column, height, width) ->
                                        row * width + column == 0 ? height * width : row * width + column - 1)),
                new Mistake(
                        "transposed",
                        "The image is filled column by column. Pixels are numbered row by row.",
                        in -> images(in, (row, column, height, width) -> column * height + row)),
                new Mistake(
                        "rows-and-columns-exchanged",
                        "The images lie on their side: height and width are exchanged.",
                        WeightImages::exchanged),
                new Mistake(
                        "upside-down",
                        "The images stand on their heads: pixel 0 is at the top.",
                        in -> images(in, (row, column, height, width) -> (height - 1 - row) * width + column)));
    }

    private static Answers exchanged(Inputs in) {
        Tensor right =
                images(in, (row, column, height, width) -> row * width + column).tensor("images");
        double[][][] turned = new double[right.extent(0)][right.extent(2)][right.extent(1)];
        for (int at = 0; at < right.size(); at++) {
            List<Integer> index = right.indexOf(at);
            turned[index.get(0)][index.get(2)][index.get(1)] = right.at(at);
        }
        return Answers.of("images", turned);
    }
}
