package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;

/** Solve the third part of 3.3a: mean cross-entropy and its gradient over a batch; neither is divided by the classes. */
public final class SoftmaxBatch implements ReferenceTask {
    @Override
    public String id() {
        return "softmax/batch";
    }

    /** Keep N, d and K apart from each other, so that a mean over the wrong one shows. */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(3, 5);
        int d = draw.until(() -> draw.integer(2, 6), extent -> extent != classes);
        int samples = draw.until(() -> draw.integer(3, 8), extent -> extent != classes && extent != d);
        return SoftmaxData.draw(draw, samples, d, classes);
    }

    /** Draw many classes, so that each number of x is used often; short numbers, which are read quickly. */
    @Override
    public Inputs drawTimed(Draw draw) {
        int classes = draw.integer(28, 32);
        int d = draw.integer(44, 52);
        Inputs in = SoftmaxData.draw(draw, draw.integer(60, 68), d, classes);
        double[][] x = in.tensor("x").map(entry -> Math.rint(8 * entry) / 8).toRows();
        for (double[] row : x) {
            row[d - 1] = 1;
        }
        return in.and("x", Tensor.matrix(x)).and("W", in.tensor("W").map(entry -> Math.rint(64 * entry) / 64));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Inputs zero = SoftmaxData.draw(new Draw(91), 6, 4, 10);
        Inputs soft = SoftmaxData.draw(new Draw(92), 2, 4, 3);
        return List.of(
                new EdgeCase(
                        "W = 0, ten classes", zero.and("W", zero.tensor("W").map(entry -> 0))),
                new EdgeCase("soft targets", soft.and("y", Tensor.matrix(new double[] {0.5, 0.25, 0.25}, new double[] {
                    0.1, 0, 0.9
                }))),
                new EdgeCase("large weights", large()));
    }

    private static Inputs large() {
        Inputs in = SoftmaxData.draw(new Draw(93), 5, 2, 3);
        return in.and("W", in.tensor("W").map(entry -> 1000 * entry));
    }

    @Override
    public Answers solve(Inputs in) {
        return scaled(in, 1.0 / in.matrix("x").length);
    }

    private static Answers scaled(Inputs in, double factor) {
        SoftmaxData data = new SoftmaxData(in);
        double[][] w = in.matrix("W");
        double[][] sum = data.gradientSum(w, 0, data.samples());
        return Answers.of("loss", factor * Sums.sum(data.samples(), i -> data.loss(w, i)))
                .and("gradient", Tensor.matrix(sum).map(entry -> factor * entry));
    }

    @Override
    public Answers scale(Inputs in) {
        SoftmaxData data = new SoftmaxData(in);
        double[][] w = in.matrix("W");
        return Answers.of("loss", data.lossTerms(w)).and("gradient", Tensor.matrix(data.gradientTerms(w)));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "sum-for-mean",
                        "This is the sum over the batch; loss and gradient of a batch are means over the samples.",
                        in -> scaled(in, 1)),
                new Mistake(
                        "divided-by-classes",
                        "The result is divided by the number of classes as well. The mean runs over the samples only; is"
                                + " a mean taken over all entries of a matrix [N, K]?",
                        in -> scaled(in, 1.0 / in.tensor("y").size())),
                new Mistake(
                        "sign",
                        "The gradient has the opposite sign: look at the order of target and prediction.",
                        in -> Answers.of(
                                "gradient", solve(in).tensor("gradient").map(entry -> -entry))),
                new Mistake(
                        "binary-losses",
                        "The loss treats each class as a question of its own, with a sigmoid: for W = 0 it is K ln 2, not"
                                + " ln K.",
                        SoftmaxBatch::binaryLosses),
                new Mistake(
                        "transposed",
                        "Rows and columns are exchanged: row k belongs to class k, as in W.",
                        in -> Answers.of(
                                "gradient", solve(in).tensor("gradient").transposed())));
    }

    private static Answers binaryLosses(Inputs in) {
        SoftmaxData data = new SoftmaxData(in);
        double[][] w = in.matrix("W");
        return Answers.of("loss", Sums.mean(data.samples(), i -> {
            double[] z = data.logits(w, i);
            return Sums.sum(z.length, k -> Logistic.softplus(z[k]) - data.y[i][k] * z[k]);
        }));
    }
}
