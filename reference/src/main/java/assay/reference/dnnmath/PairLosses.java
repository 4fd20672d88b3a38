package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Solve 1.5a: the means over N samples with labels -1 and +1 of the Kullback-Leibler loss and of the squared distance
 * of ((1-y)/2, (1+y)/2) and (sigma(-z), sigma(z)), and the derivatives of both by the bias that all z contain.
 */
public final class PairLosses implements ReferenceTask {
    @Override
    public String id() {
        return "losses/values";
    }

    /** Draw both labels and keep away from z = 0, where wrong derivatives are right (sigma = 1/2). */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(4, 7);
        double[] y = draw.vector(n, () -> draw.choice(List.of(-1, 1)));
        y[0] = 1;
        y[1] = -1;
        return inputs(draw.vector(n, () -> draw.signed(0.3, 4)), y);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase(
                        "by hand",
                        inputs(new double[] {-2, -2, -0.5, -0.5, 1.5, 1.5}, new double[] {-1, 1, -1, 1, -1, 1})),
                new EdgeCase("z = 800", inputs(new double[] {800, 800}, new double[] {1, -1})),
                new EdgeCase("z = -800", inputs(new double[] {-800, -800}, new double[] {1, -1})));
    }

    private static Inputs inputs(double[] z, double[] y) {
        return Inputs.none().and("z", z).and("y", y).and("N", z.length);
    }

    @Override
    public Answers solve(Inputs in) {
        return answers(in, PairLoss.KL, PairLoss.MSE);
    }

    /** Add up absolute values: the derivatives of the samples have both signs. */
    @Override
    public Answers scale(Inputs in) {
        return answers(in, PairLoss.KL.absolute(), PairLoss.MSE.absolute());
    }

    private static Answers answers(Inputs in, PairLoss kl, PairLoss mse) {
        return part(in, "kl", kl.value())
                .and("dkl", part(in, "d", kl.slope()).tensor("d"))
                .and("mse", part(in, "m", mse.value()).tensor("m"))
                .and("dmse", part(in, "d", mse.slope()).tensor("d"));
    }

    private static Answers part(Inputs in, String name, PairLoss.Term term) {
        double[] z = in.vector("z");
        double[] y = in.vector("y");
        double mean = Sums.mean(z.length, i -> term.at(z[i], y[i]));
        return Answers.of(name, mean);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                mse(
                        "square-missing",
                        "For y = -1 a square is missing: the loss is sigma(z)^2 + sigma(z) there. Write out both differences"
                                + " of the pair before squaring.",
                        PairLoss.SQUARE_MISSING),
                mse(
                        "one-of-two",
                        "Half of the right value: the distance has two components, and both are squared and added.",
                        PairLoss.MSE.times(0.5)),
                mse(
                        "targets-plus-minus-1",
                        "Twice the right value, as for the distance of y and 2 sigma(z) - 1. The task compares the pairs of"
                                + " probabilities.",
                        PairLoss.MSE.times(2)),
                mse("no-sigmoid", "This is (y - z)^2: z is compared with y, without the sigmoid.", PairLoss.LINEAR),
                both(
                        "labels-0-and-1",
                        "The formula is one for labels 0 and 1; here the labels are -1 and +1.",
                        PairLoss.KL_01,
                        PairLoss.MSE_01),
                both(
                        "label-turned",
                        "The labels are exchanged: a sample that is classified well has a large loss. Check the sign of y z.",
                        PairLoss.KL.turned(),
                        PairLoss.MSE.turned()),
                slopes(
                        "descent-direction",
                        "The sign of the derivative is the other way round.",
                        (z, y) -> -PairLoss.KL.slope().at(z, y),
                        (z, y) -> -PairLoss.MSE.slope().at(z, y)),
                slopes(
                        "label-lost",
                        "The derivative has the same sign for both labels: the inner derivative of y z is missing.",
                        (z, y) -> y * PairLoss.KL.slope().at(z, y),
                        (z, y) -> y * PairLoss.MSE.slope().at(z, y)),
                slope(
                        "no-inner-derivative",
                        "This is the derivative by sigma, not by z: the inner derivative of the sigmoid is missing.",
                        (z, y) -> PairLoss.MSE.slope().at(z, y) / PairLoss.slopeOfSigmoid(z)));
    }

    private static Mistake both(String id, String sentence, PairLoss kl, PairLoss mse) {
        return new Mistake(id, sentence, in -> answers(in, kl, mse));
    }

    private static Mistake mse(String id, String sentence, PairLoss mse) {
        return new Mistake(
                id,
                sentence,
                in -> part(in, "mse", mse.value())
                        .and("dmse", part(in, "d", mse.slope()).tensor("d")));
    }

    private static Mistake slopes(String id, String sentence, PairLoss.Term kl, PairLoss.Term mse) {
        return new Mistake(
                id,
                sentence,
                in -> part(in, "dkl", kl).and("dmse", part(in, "d", mse).tensor("d")));
    }

    private static Mistake slope(String id, String sentence, PairLoss.Term mse) {
        return new Mistake(id, sentence, in -> isFlat(in) ? Answers.none() : part(in, "dmse", mse));
    }

    /** Say whether a slope of the sigmoid is too small to divide by. */
    private static boolean isFlat(Inputs in) {
        double[] z = in.vector("z");
        return IntStream.range(0, z.length).anyMatch(i -> Math.abs(z[i]) > 100);
    }
}
