package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.Function;

/** Solve the training part of 1.5: stochastic gradient descent, one sample per step, in order, with either loss. */
public final class LossSteps implements ReferenceTask {
    @Override
    public String id() {
        return "losses/step";
    }

    /** Draw both labels and a rate that shows which weights a gradient was taken at. */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(3, 5);
        int d = draw.integer(2, 4);
        double[] y = draw.vector(n, () -> draw.choice(List.of(-1, 1)));
        y[0] = -1;
        y[1] = 1;
        return Inputs.none()
                .and("w", draw.vector(d, () -> draw.signed(0.2, 1)))
                .and("x", draw.matrix(n, d, () -> draw.signed(0.3, 1.5)))
                .and("y", y)
                .and("rate", draw.uniform(0.2, 1));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Inputs one = Inputs.none()
                .and("w", new double[] {0, 0})
                .and("x", new double[][] {{1, -2}})
                .and("rate", 0.5);
        return List.of(
                new EdgeCase("one sample, y = 1", one.and("y", new double[] {1})),
                new EdgeCase("one sample, y = -1", one.and("y", new double[] {-1})));
    }

    @Override
    public Answers solve(Inputs in) {
        return passes(in, PairLoss.KL, PairLoss.MSE, Step.PLAIN);
    }

    /** Add up the absolute values of the start and of all updates. */
    @Override
    public Answers scale(Inputs in) {
        return Answers.of("kl", size(in, PairLoss.KL)).and("mse", size(in, PairLoss.MSE));
    }

    private static double[] size(Inputs in, PairLoss loss) {
        double[] w = in.vector("w");
        double[] size = Sums.vector(w.length, j -> Math.abs(w[j]));
        double[] before = w;
        double[][] x = in.matrix("x");
        for (int i = 0; i < x.length; i++) {
            double[] next = Step.PLAIN.next(in, loss, i, before);
            for (int j = 0; j < size.length; j++) {
                size[j] += Math.abs(next[j] - before[j]);
            }
            before = next;
        }
        return size;
    }

    /** Be one update for sample i. */
    @FunctionalInterface
    private interface Step {
        Step PLAIN = (in, loss, i, w) -> moved(in, i, w, -in.number("rate") * slope(in, loss, i, w));

        double[] next(Inputs in, PairLoss loss, int i, double[] w);
    }

    private static double slope(Inputs in, PairLoss loss, int i, double[] w) {
        return loss.slope().at(Sums.dot(w, in.matrix("x")[i]), in.vector("y")[i]);
    }

    private static double[] moved(Inputs in, int i, double[] w, double by) {
        double[] x = in.matrix("x")[i];
        return Sums.vector(w.length, j -> w[j] + by * x[j]);
    }

    private static Answers passes(Inputs in, PairLoss kl, PairLoss mse, Step step) {
        return Answers.of("kl", pass(in, kl, step)).and("mse", pass(in, mse, step));
    }

    private static double[] pass(Inputs in, PairLoss loss, Step step) {
        double[] w = in.vector("w");
        int n = in.tensor("x").extent(0);
        for (int i = 0; i < n; i++) {
            w = step.next(in, loss, i, w);
        }
        return w;
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "square-missing",
                        "For y = -1 the loss has lost a square: its derivative belongs to sigma(z)^2 + sigma(z).",
                        in -> Answers.of("mse", pass(in, PairLoss.SQUARE_MISSING, Step.PLAIN))),
                wrong(
                        "losses-exchanged",
                        "This is the result for the other loss: are kl and mse exchanged?",
                        in -> passes(in, PairLoss.MSE, PairLoss.KL, Step.PLAIN)),
                wrong(
                        "ascent",
                        "The weights run up the hill: the gradient is to be subtracted.",
                        in -> passes(
                                in,
                                PairLoss.KL,
                                PairLoss.MSE,
                                (at, loss, i, w) -> Step.PLAIN.next(at.and("rate", -at.number("rate")), loss, i, w))),
                wrong(
                        "one-batch",
                        "All gradients are taken at the first weights, as in a step on the whole batch. Here each sample"
                                + " meets the weights that the one before has left.",
                        in -> passes(
                                in,
                                PairLoss.KL,
                                PairLoss.MSE,
                                (at, loss, i, w) ->
                                        moved(at, i, w, -at.number("rate") * slope(at, loss, i, at.vector("w"))))),
                wrong(
                        "divided-by-n",
                        "Each step is divided by the number of samples: a step on one sample has nothing to divide by.",
                        in -> passes(
                                in,
                                PairLoss.KL,
                                PairLoss.MSE,
                                (at, loss, i, w) -> moved(
                                        at,
                                        i,
                                        w,
                                        -at.number("rate")
                                                * slope(at, loss, i, w)
                                                / at.tensor("x").extent(0)))),
                wrong(
                        "features-lost",
                        "All weights move by the same amount: the derivative by z is there, that of z by w is missing.",
                        in -> passes(in, PairLoss.KL, PairLoss.MSE, LossSteps::withoutFeatures)),
                wrong(
                        "labels-0-and-1",
                        "The gradient is one for labels 0 and 1; here the labels are -1 and +1.",
                        in -> passes(in, PairLoss.KL_01, PairLoss.MSE_01, Step.PLAIN)),
                wrong(
                        "last-step-missing",
                        "The last sample is not used: is the result taken before the last update?",
                        in -> passes(
                                in,
                                PairLoss.KL,
                                PairLoss.MSE,
                                (at, loss, i, w) ->
                                        i + 1 == at.tensor("x").extent(0) ? w : Step.PLAIN.next(at, loss, i, w))));
    }

    private static double[] withoutFeatures(Inputs in, PairLoss loss, int i, double[] w) {
        double by = -in.number("rate") * slope(in, loss, i, w);
        return Sums.vector(w.length, j -> w[j] + by);
    }

    private static Mistake wrong(String id, String sentence, Function<Inputs, Answers> answer) {
        return new Mistake(id, sentence, answer);
    }
}
