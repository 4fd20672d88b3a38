package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** Solve the second part of 3.3a: one-hot rows for labels 0..K-1, and the refusal of other labels. */
public final class OneHot implements ReferenceTask {
    private static final int DIGITS = 10;

    @Override
    public String id() {
        return "softmax/one-hot";
    }

    /** Draw labels of which at least one is not its own mirror image K-1-label. */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(4, DIGITS);
        int samples = draw.until(() -> draw.integer(3, 8), extent -> extent != classes);
        double[] labels = draw.vector(samples, () -> draw.integer(0, classes - 1));
        labels[1] = classes - 1;
        return inputs(classes, labels);
    }

    private static Inputs inputs(int classes, double... labels) {
        return Inputs.none().and("labels", labels).and("classes", classes);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("all ten digits", inputs(DIGITS, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0)),
                new EdgeCase("label 10 of 10", inputs(DIGITS, 3, 10, 0)),
                new EdgeCase("label -1", inputs(DIGITS, 3, -1, 0)),
                new EdgeCase("label 4 of 4", inputs(4, 4)));
    }

    @Override
    public Answers solve(Inputs in) {
        int classes = in.integer("classes");
        boolean invalid = Arrays.stream(in.vector("labels")).anyMatch(label -> !(label >= 0 && label < classes));
        return invalid
                ? Answers.of("invalid", true)
                : rows(in, (label, k) -> label).and("invalid", false);
    }

    /** Put the 1 of a label at the place that {@code place} gives for the label and the number of classes. */
    private static Answers rows(Inputs in, IntBinaryOperator place) {
        double[] labels = in.vector("labels");
        int classes = in.integer("classes");
        double[][] rows = new double[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            rows[i][Math.floorMod(place.applyAsInt((int) labels[i], classes), classes)] = 1;
        }
        return Answers.of("one-hot", Tensor.matrix(rows));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "shifted-left",
                        "The 1 stands one place too far to the left: the classes count from 0, not from 1.",
                        in -> rows(in, (label, k) -> label - 1)),
                new Mistake(
                        "shifted-right",
                        "The 1 stands one place too far to the right: the classes count from 0.",
                        in -> rows(in, (label, k) -> label + 1)),
                new Mistake(
                        "reversed",
                        "The classes are counted from the right.",
                        in -> rows(in, (label, k) -> k - 1 - label)),
                new Mistake(
                        "transposed",
                        "Rows and columns are exchanged: one row for each label is asked for.",
                        in -> Answers.of(
                                "one-hot",
                                rows(in, (label, k) -> label).tensor("one-hot").transposed())));
    }
}
