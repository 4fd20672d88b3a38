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

/** Solve 3.4a: objective C + lambda R and its gradient for R = sum w^2, and the gradient for R = 1/2 sum w^2. */
public final class PenaltyGradient implements ReferenceTask {
    /** Return what is added to the gradient of C for the weight [k, j]. */
    @FunctionalInterface
    private interface Term {
        double at(double[][] w, int k, int j);
    }

    @Override
    public String id() {
        return "l2/gradient";
    }

    /** Keep N, d, K apart and lambda well from 0 (hides the penalty) and from 1/2 and 1 (hide which R is meant). */
    @Override
    public Inputs draw(Draw draw) {
        int classes = draw.integer(3, 5);
        int d = draw.until(() -> draw.integer(2, 6), extent -> extent != classes);
        int samples = draw.until(() -> draw.integer(3, 8), extent -> extent != classes && extent != d);
        return SoftmaxData.draw(draw, samples, d, classes).and("strength", draw.uniform(0.1, 0.4));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase(
                        "lambda = 0", SoftmaxData.draw(new Draw(101), 4, 3, 5).and("strength", 0)),
                new EdgeCase(
                        "lambda = 1", SoftmaxData.draw(new Draw(102), 4, 3, 5).and("strength", 1)));
    }

    @Override
    public Answers solve(Inputs in) {
        double lambda = in.number("strength");
        double[][] w = in.matrix("W");
        return Answers.of("gradient", gradient(in, (v, k, j) -> 2 * lambda * v[k][j]))
                .and("gradient-half", gradient(in, (v, k, j) -> lambda * v[k][j]))
                .and("objective", new SoftmaxData(in).meanLoss(w) + lambda * SoftmaxData.squaredNorm(w));
    }

    private static Tensor gradient(Inputs in, Term term) {
        SoftmaxData data = new SoftmaxData(in);
        double[][] w = in.matrix("W");
        double[][] sum = data.gradientSum(w, 0, data.samples());
        for (int k = 0; k < w.length; k++) {
            for (int j = 0; j < w[k].length; j++) {
                sum[k][j] = sum[k][j] / data.samples() + term.at(w, k, j);
            }
        }
        return Tensor.matrix(sum);
    }

    @Override
    public Answers scale(Inputs in) {
        SoftmaxData data = new SoftmaxData(in);
        double lambda = in.number("strength");
        double[][] w = in.matrix("W");
        double[][] terms = data.gradientTerms(w);
        for (int k = 0; k < w.length; k++) {
            double[] row = w[k];
            double[] before = terms[k];
            terms[k] = Sums.vector(row.length, j -> before[j] + 2 * lambda * Math.abs(row[j]));
        }
        return Answers.of("gradient", Tensor.matrix(terms))
                .and("gradient-half", Tensor.matrix(terms))
                .and("objective", data.lossTerms(w) + lambda * SoftmaxData.squaredNorm(w));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "other-definition",
                        "The factor belongs to the other definition of R: with R = sum w^2 the derivative of the square"
                                + " brings a 2, with R = 1/2 sum w^2 it cancels.",
                        PenaltyGradient::otherDefinition),
                added(
                        "absolute-value",
                        "The penalty is added with the absolute value of the weight, so negative weights grow. The"
                                + " derivative of w^2 has the sign of w.",
                        Math::abs),
                added(
                        "penalty-subtracted",
                        "The derivative of the penalty is subtracted: so the weights grow instead of shrinking.",
                        weight -> -weight),
                added(
                        "sign-of-weight",
                        "The sign of the weight is added in place of the weight: that belongs to a penalty of absolute"
                                + " values.",
                        Math::signum),
                new Mistake(
                        "penalty-missing",
                        "The penalty has no part in the result.",
                        in -> plain(in).and("objective", new SoftmaxData(in).meanLoss(in.matrix("W")))),
                new Mistake(
                        "penalty-over-samples",
                        "The penalty is divided by the number of samples with the loss; lambda R stands outside the mean.",
                        PenaltyGradient::overSamples),
                new Mistake(
                        "bias-excluded",
                        "The last column, the weights of the bias, is not penalised. On this sheet R runs over all"
                                + " weights.",
                        PenaltyGradient::biasExcluded),
                new Mistake(
                        "half-in-objective",
                        "The objective holds half of the sum of squares; here R is the whole sum.",
                        in -> objective(in, 0.5)),
                new Mistake(
                        "norm-not-squared",
                        "The objective holds the norm, not its square.",
                        in -> objective(in, 1 / StrictMath.sqrt(SoftmaxData.squaredNorm(in.matrix("W"))))));
    }

    private static Answers otherDefinition(Inputs in) {
        double lambda = in.number("strength");
        return Answers.of("gradient", gradient(in, (w, k, j) -> lambda * w[k][j]))
                .and("gradient-half", gradient(in, (w, k, j) -> 2 * lambda * w[k][j]));
    }

    private static Mistake added(String id, String sentence, DoubleUnaryOperator of) {
        return new Mistake(id, sentence, in -> {
            double lambda = in.number("strength");
            return Answers.of("gradient", gradient(in, (w, k, j) -> 2 * lambda * of.applyAsDouble(w[k][j])))
                    .and("gradient-half", gradient(in, (w, k, j) -> lambda * of.applyAsDouble(w[k][j])));
        });
    }

    private static Answers plain(Inputs in) {
        Tensor gradient = gradient(in, (w, k, j) -> 0);
        return Answers.of("gradient", gradient).and("gradient-half", gradient);
    }

    private static Answers overSamples(Inputs in) {
        double share = in.number("strength") / in.matrix("x").length;
        return Answers.of("gradient", gradient(in, (w, k, j) -> 2 * share * w[k][j]))
                .and("gradient-half", gradient(in, (w, k, j) -> share * w[k][j]))
                .and(
                        "objective",
                        new SoftmaxData(in).meanLoss(in.matrix("W")) + share * SoftmaxData.squaredNorm(in.matrix("W")));
    }

    private static Answers biasExcluded(Inputs in) {
        double lambda = in.number("strength");
        return Answers.of("gradient", gradient(in, (w, k, j) -> j == w[k].length - 1 ? 0 : 2 * lambda * w[k][j]))
                .and("gradient-half", gradient(in, (w, k, j) -> j == w[k].length - 1 ? 0 : lambda * w[k][j]));
    }

    private static Answers objective(Inputs in, double share) {
        double[][] w = in.matrix("W");
        double penalty = in.number("strength") * share * SoftmaxData.squaredNorm(w);
        return Answers.of("objective", new SoftmaxData(in).meanLoss(w) + penalty);
    }
}
