package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Solve the first part of 3.2a: bring pixels 0..255 to [-1, 1] and append a feature that is 1. */
public final class ImagePreprocessing implements ReferenceTask {
    private static final double HALF = 127.5;

    @Override
    public String id() {
        return "images/preprocess";
    }

    @Override
    public Inputs draw(Draw draw) {
        int images = draw.integer(2, 4);
        int pixels = draw.integer(4, 9);
        return Inputs.none().and("images", draw.matrix(images, pixels, () -> draw.integer(1, 254)));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase(
                "black and white",
                Inputs.none()
                        .and("images", Tensor.matrix(new double[] {0, 255, 0, 128}, new double[] {255, 127, 1, 254}))));
    }

    @Override
    public Answers solve(Inputs in) {
        return rows(in, row -> appended(mapped(row, pixel -> pixel / HALF - 1), 1));
    }

    @Override
    public Answers scale(Inputs in) {
        return rows(in, row -> appended(mapped(row, pixel -> pixel / HALF + 1), 1));
    }

    private static Answers rows(Inputs in, UnaryOperator<double[]> change) {
        double[][] rows = in.matrix("images");
        for (int i = 0; i < rows.length; i++) {
            rows[i] = change.apply(rows[i]);
        }
        return Answers.of("x", Tensor.matrix(rows));
    }

    private static double[] mapped(double[] row, DoubleUnaryOperator change) {
        return Sums.vector(row.length, i -> change.applyAsDouble(row[i]));
    }

    private static double[] appended(double[] row, double last) {
        return Sums.vector(row.length + 1, i -> i < row.length ? row[i] : last);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "bias-normalised",
                        "The last feature is 1/127.5 - 1 = -0.992: the 1 has been appended before the pixels were scaled,"
                                + " and scaled with them.",
                        in -> rows(in, row -> mapped(appended(row, 1), pixel -> pixel / HALF - 1))),
                new Mistake(
                        "to-zero-one",
                        "The pixels lie in [0, 1]: they are divided by 255. Asked for is [-1, 1].",
                        in -> rows(in, row -> appended(mapped(row, pixel -> pixel / 255), 1))),
                new Mistake(
                        "integer-division",
                        "Only -1, 0 and 1 occur: the division cuts off the fraction. Are the pixels whole numbers of a"
                                + " type that divides in whole numbers?",
                        in -> rows(in, row -> appended(mapped(row, pixel -> Math.floor(pixel / HALF) - 1), 1))),
                new Mistake(
                        "bias-missing",
                        "The feature for the bias is missing: append a 1 to each image.",
                        in -> rows(in, row -> mapped(row, pixel -> pixel / HALF - 1))),
                new Mistake(
                        "bias-in-front",
                        "The 1 stands in front of the pixels; this sheet appends it.",
                        in -> rows(in, row -> inFront(mapped(row, pixel -> pixel / HALF - 1)))),
                new Mistake(
                        "not-shifted",
                        "The pixels lie in [0, 2]: the middle grey is not moved to 0.",
                        in -> rows(in, row -> appended(mapped(row, pixel -> pixel / HALF), 1))));
    }

    private static double[] inFront(double[] row) {
        return Sums.vector(row.length + 1, i -> i == 0 ? 1 : row[i - 1]);
    }
}
