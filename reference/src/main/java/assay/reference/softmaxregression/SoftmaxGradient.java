package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.List;

/** Solve the third part of 3.1b: the gradient of the cross-entropy of one sample by the weights, for hard and soft labels. */
public final class SoftmaxGradient implements ReferenceTask {
    /** Return the factor of the features in row k. */
    @FunctionalInterface
    private interface Factor {
        double at(double[] z, double[] p, double[] y, int k);
    }

    @Override
    public String id() {
        return "softmax/gradient";
    }

    /** Take K from 3 (K = 1 hides all) and unlike d (hides a transposed answer), and a label that is one-hot. */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(3, 5);
        double[] y = new double[classes];
        y[draw.integer(0, classes - 1)] = 1;
        return sample(draw, y);
    }

    private static Inputs sample(Draw draw, double[] y) {
        int d = draw.until(() -> draw.integer(2, 6), extent -> extent != y.length);
        double[] x = draw.vector(d, () -> draw.signed(0.2, 2));
        x[d - 1] = 1;
        return Inputs.none()
                .and("W", draw.matrix(y.length, d, () -> draw.signed(0.1, 1)))
                .and("x", x)
                .and("y", y);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Tensor weights =
                Tensor.matrix(new double[] {0.5, -1, 0}, new double[] {1, 0.25, -0.5}, new double[] {-0.5, 0.75, 0.25});
        return List.of(
                new EdgeCase(
                        "by hand",
                        Inputs.none()
                                .and("W", weights)
                                .and("x", new double[] {1, -0.5, 1})
                                .and("y", new double[] {0, 1, 0})),
                new EdgeCase("soft label, 3 classes", sample(new Draw(41), new double[] {0.7, 0.25, 0.05})),
                new EdgeCase("soft label, 4 classes", sample(new Draw(42), new double[] {0.1, 0.2, 0.3, 0.4})),
                new EdgeCase("label of two classes", sample(new Draw(43), new double[] {0, 0.5, 0, 0.5, 0})));
    }

    @Override
    public Answers solve(Inputs in) {
        return answers(in, (z, p, y, k) -> p[k] - y[k]);
    }

    @Override
    public Answers scale(Inputs in) {
        Tensor terms = answers(in, (z, p, y, k) -> p[k] + y[k]).tensor("gradient");
        return Answers.of("gradient", terms.map(Math::abs));
    }

    private static Answers answers(Inputs in, Factor factor) {
        double[][] w = in.matrix("W");
        double[] x = in.vector("x");
        double[] y = in.vector("y");
        double[] z = Sums.vector(w.length, k -> Sums.dot(w[k], x));
        double[] p = Softmax.probabilities(z);
        double[][] rows = new double[w.length][];
        for (int k = 0; k < w.length; k++) {
            double value = factor.at(z, p, y, k);
            rows[k] = Sums.vector(x.length, j -> value * x[j]);
        }
        return Answers.of("gradient", Tensor.matrix(rows));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "sign",
                        "Every entry has the opposite sign: look at the order of label and prediction.",
                        in -> answers(in, (z, p, y, k) -> y[k] - p[k])),
                new Mistake(
                        "true-class-only",
                        "Only the row of the true class is not 0. Every class has a share in the denominator of softmax,"
                                + " so the terms beside the diagonal of its Jacobian belong into every row.",
                        in -> answers(in, (z, p, y, k) -> y[k] * (p[k] - 1))),
                new Mistake(
                        "sigmoid-for-softmax",
                        "The predictions are separate sigmoids: they do not add up to 1.",
                        in -> answers(in, (z, p, y, k) -> Logistic.sigmoid(z[k]) - y[k])),
                new Mistake(
                        "transposed",
                        "Rows and columns are exchanged: row k belongs to class k, as in W.",
                        in -> Answers.of(
                                "gradient",
                                answers(in, (z, p, y, k) -> p[k] - y[k])
                                        .tensor("gradient")
                                        .transposed())),
                new Mistake(
                        "fixed-indices",
                        "All entries are the same number: feature and class have fixed indices where running ones belong,"
                                + " j for the feature and k for the class.",
                        SoftmaxGradient::fixedIndices),
                new Mistake(
                        "extra-slope",
                        "A factor p (1 - p) is left over in each row: that is the gradient of another loss.",
                        in -> answers(in, (z, p, y, k) -> (p[k] - y[k]) * p[k] * (1 - p[k]))),
                new Mistake(
                        "without-label",
                        "The label is missing in the residual.",
                        in -> answers(in, (z, p, y, k) -> p[k])));
    }

    /** Return -x_0 (y_1 - p_1) in every entry, counting features from 0 and classes from 1 as on paper. */
    private static Answers fixedIndices(Inputs in) {
        double[][] right =
                answers(in, (z, p, y, k) -> p[k] - y[k]).tensor("gradient").toRows();
        return Answers.of("gradient", in.tensor("W").map(entry -> right[0][0]));
    }
}
