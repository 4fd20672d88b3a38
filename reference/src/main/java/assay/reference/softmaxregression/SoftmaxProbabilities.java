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
import java.util.function.UnaryOperator;

/** Solve the first part of 3.3a: softmax of each row of a batch of logits, without overflow. */
public final class SoftmaxProbabilities implements ReferenceTask {
    @Override
    public String id() {
        return "softmax/probabilities";
    }

    /** Take N unlike K and both above 1: one row hides sums over the whole batch. */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(3, 6);
        int samples = draw.until(() -> draw.integer(2, 6), extent -> extent != classes);
        return Inputs.none().and("z", draw.matrix(samples, classes, () -> 2 * draw.normal()));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                named("logits near 1000", new double[] {1000, 1001, 1002}, new double[] {0, 1, 2}),
                named("logits near -1000", new double[] {-1000, -1001, -1002}, new double[] {-800, -799, -801}),
                named("rows of different size", new double[] {800, 799, 801}, new double[] {-800, -799, -801}));
    }

    private static EdgeCase named(String name, double[]... rows) {
        return new EdgeCase(name, Inputs.none().and("z", Tensor.matrix(rows)));
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("p", byRow(in.tensor("z"), Softmax::probabilities));
    }

    private static Tensor byRow(Tensor z, UnaryOperator<double[]> function) {
        double[][] rows = z.toRows();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = function.apply(rows[i]);
        }
        return Tensor.matrix(rows);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "wrong-axis",
                        "The columns add up to 1, not the rows: softmax runs over the samples. It runs over the classes of"
                                + " one sample.",
                        in -> Answers.of(
                                "p",
                                byRow(in.tensor("z").transposed(), Softmax::probabilities)
                                        .transposed())),
                new Mistake(
                        "whole-batch",
                        "All entries together add up to 1. Each row has its own denominator.",
                        in -> Answers.of("p", wholeBatch(in.tensor("z")))),
                new Mistake(
                        "not-divided",
                        "These are the powers of e (perhaps with the largest logit subtracted): they are not divided by"
                                + " their sum.",
                        in -> Answers.of("p", byRow(in.tensor("z"), SoftmaxProbabilities::powers))),
                new Mistake(
                        "plain-powers",
                        "These are the powers of e: they are not divided by their sum.",
                        in -> Answers.of("p", in.tensor("z").map(StrictMath::exp))),
                new Mistake(
                        "separate-sigmoids",
                        "Each logit has gone through a sigmoid of its own: the rows do not add up to 1.",
                        in -> Answers.of("p", in.tensor("z").map(Logistic::sigmoid))));
    }

    private static double[] powers(double[] z) {
        double[] p = Softmax.probabilities(z);
        double largest = Sums.largest(p);
        return Sums.vector(z.length, k -> p[k] / largest);
    }

    private static Tensor wholeBatch(Tensor z) {
        return Tensor.of(new int[] {z.extent(0), z.extent(1)}, Softmax.probabilities(z.toArray()));
    }
}
