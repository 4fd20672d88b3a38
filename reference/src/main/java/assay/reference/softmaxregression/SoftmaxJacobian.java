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
import java.util.List;

/** Solve the second part of 3.1b: all derivatives of the softmax outputs by the logits, entry [i, j] of output i by logit j. */
public final class SoftmaxJacobian implements ReferenceTask {
    /** Return one entry of a matrix that depends on the outputs p and the logits z. */
    @FunctionalInterface
    private interface Entry {
        double at(double[] p, double[] z, int i, int j);
    }

    @Override
    public String id() {
        return "softmax/jacobian";
    }

    /** Take three classes or more: with two, all entries are equal up to the sign. */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(3, 5);
        return Inputs.none().and("z", draw.vector(classes, draw::normal));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double[] z = {StrictMath.log(0.2), StrictMath.log(0.3), StrictMath.log(0.5)};
        return List.of(
                new EdgeCase("by hand", Inputs.none().and("z", z)),
                new EdgeCase("logits near 1000", Inputs.none().and("z", new double[] {1000, 1001, 999.5, 1000.5})));
    }

    @Override
    public Answers solve(Inputs in) {
        return matrix(in, (p, z, i, j) -> p[i] * ((i == j ? 1 : 0) - p[j]));
    }

    @Override
    public Answers scale(Inputs in) {
        return matrix(in, (p, z, i, j) -> p[i] * ((i == j ? 1 : 0) + p[j]));
    }

    private static Answers matrix(Inputs in, Entry entry) {
        double[] z = in.vector("z");
        double[] p = Softmax.probabilities(z);
        double[][] rows = new double[z.length][z.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                rows[i][j] = entry.at(p, z, i, j);
            }
        }
        return Answers.of("jacobian", Tensor.matrix(rows));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "diagonal-only",
                        "All entries beside the diagonal are 0. Every logit stands in the denominator of every output.",
                        in -> matrix(in, (p, z, i, j) -> i == j ? p[i] * (1 - p[i]) : 0)),
                new Mistake(
                        "reciprocal-products",
                        "Beside the diagonal the probabilities stand in the denominator: a quotient of e^z has been"
                                + " turned over, or the derivative of a logarithm taken.",
                        in -> matrix(in, (p, z, i, j) -> i == j ? p[i] * (1 - p[i]) : -1 / (p[i] * p[j]))),
                new Mistake(
                        "sign-of-other",
                        "The signs beside the diagonal are wrong: a larger logit of another class leaves less for this"
                                + " one.",
                        in -> matrix(in, (p, z, i, j) -> i == j ? p[i] * (1 - p[i]) : p[i] * p[j])),
                new Mistake(
                        "negative",
                        "All signs are turned round: a larger own logit makes the output larger.",
                        in -> matrix(in, (p, z, i, j) -> p[i] * (p[j] - (i == j ? 1 : 0)))),
                new Mistake(
                        "separate-sigmoids",
                        "This is the Jacobian of separate sigmoids, not of softmax.",
                        in -> matrix(in, (p, z, i, j) -> i == j ? Logistic.slope(z[i]) : 0)),
                new Mistake(
                        "no-outer-product",
                        "Only one of the two terms is there: p_i p_j is subtracted nowhere.",
                        in -> matrix(in, (p, z, i, j) -> i == j ? p[i] : 0)));
    }
}
