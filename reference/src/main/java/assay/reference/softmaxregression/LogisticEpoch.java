package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Solve 3.2b: one epoch of mini-batch descent for logistic regression, in the given order, with the loss of each batch
 * before its update. A last batch that is smaller is used, with the mean over the samples that it has.
 */
public final class LogisticEpoch implements ReferenceTask {
    @Override
    public String id() {
        return "logistic/epoch";
    }

    /** Draw two or three full batches; epochs with a smaller last batch are edge cases. */
    @Override
    public Inputs draw(Draw draw) {
        int batch = draw.integer(3, 4);
        return inputs(draw, batch * draw.integer(2, 3), batch);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("last batch of 1", inputs(new Draw(71), 9, 4)),
                new EdgeCase("last batch of 3", inputs(new Draw(72), 8, 5)),
                new EdgeCase("fewer samples than a batch", inputs(new Draw(73), 3, 8)));
    }

    private static Inputs inputs(Draw draw, int samples, int batch) {
        int d = draw.integer(2, 4);
        return LogisticData.draw(draw, samples, d)
                .and("rate", draw.uniform(0.3, 0.9))
                .and("batch", batch);
    }

    /** Hold where batches begin, how many samples they take, and what the sum of their gradients is divided by. */
    private record Policy(int begin, int stride, int end, ToDoubleBiFunction<Integer, Integer> divisor) {
        static Policy right(Inputs in) {
            return new Policy(0, in.integer("batch"), in.matrix("x").length, (size, full) -> size);
        }

        Policy dividingBy(ToDoubleBiFunction<Integer, Integer> other) {
            return new Policy(begin, stride, end, other);
        }
    }

    @Override
    public Answers solve(Inputs in) {
        return epoch(in, Policy.right(in), 1);
    }

    private static Answers epoch(Inputs in, Policy policy, double sign) {
        LogisticData data = new LogisticData(in);
        int full = in.integer("batch");
        double rate = sign * in.number("rate");
        List<Double> losses = new ArrayList<>();
        for (int from = policy.begin; from < policy.end; from += policy.stride) {
            int to = Math.min(from + full, policy.end);
            losses.add(data.lossSum(from, to) / (to - from));
            double[] sum = data.gradientSum(from, to);
            double step = rate / policy.divisor.applyAsDouble(to - from, full);
            double[] before = data.w;
            data = data.at(Sums.vector(before.length, j -> before[j] - step * sum[j]));
        }
        return Answers.of("weights", data.w).and("losses", losses);
    }

    /** Give |w| plus all updates, each at most the rate times twice the largest feature 1; and ln 2 plus twice |w x|. */
    @Override
    public Answers scale(Inputs in) {
        Answers right = solve(in);
        int updates = right.tensor("losses").size();
        double[] w = in.vector("w");
        double moved = 2 * in.number("rate") * updates;
        double size = StrictMath.log(2) + 2 * Sums.sum(w.length, j -> Math.abs(w[j]) + moved);
        return Answers.of("weights", Sums.vector(w.length, j -> Math.abs(w[j]) + moved))
                .and("losses", right.tensor("losses").map(loss -> size));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "one-step-for-all",
                        "There is one update for all samples together. Update after each batch.",
                        in -> epoch(
                                in.and("batch", in.matrix("x").length),
                                Policy.right(in.and("batch", in.matrix("x").length)),
                                1)),
                new Mistake(
                        "ascent",
                        "The step goes up the hill: the gradient is to be subtracted.",
                        in -> epoch(in, Policy.right(in), -1)),
                new Mistake(
                        "overlapping",
                        "The batches overlap: the first sample of a batch has been in the one before. Each sample belongs"
                                + " to exactly one batch.",
                        in -> epoch(in, overlapping(in), 1)),
                new Mistake(
                        "sum-for-mean",
                        "The step is the sum over the batch; the loss of a batch is a mean.",
                        in -> epoch(in, Policy.right(in).dividingBy((size, full) -> 1), 1)),
                new Mistake(
                        "last-batch-divided-by-full",
                        "The smaller last batch is divided by the full batch size. Divide by the number of samples"
                                + " that it really has.",
                        in -> epoch(in, Policy.right(in).dividingBy((size, full) -> full), 1)),
                new Mistake(
                        "last-batch-dropped",
                        "The last samples have had no influence: the batch that is not full has been left out.",
                        LogisticEpoch::dropping),
                new Mistake(
                        "loss-after-update",
                        "The logged loss of a batch belongs to the weights after its update; log it before.",
                        LogisticEpoch::lossesAfter),
                new Mistake(
                        "loss-of-all",
                        "The logged losses are means over all samples; log the loss of the batch alone.",
                        LogisticEpoch::lossesOfAll));
    }

    private static Policy overlapping(Inputs in) {
        Policy right = Policy.right(in);
        int stride = Math.max(1, right.stride - 1);
        return new Policy(0, stride, right.end, right.divisor);
    }

    private static Answers dropping(Inputs in) {
        Policy right = Policy.right(in);
        int end = right.end / right.stride * right.stride;
        return epoch(in, new Policy(0, right.stride, end, right.divisor), 1);
    }

    private static Answers lossesAfter(Inputs in) {
        return Answers.of("losses", losses(in, true));
    }

    private static Answers lossesOfAll(Inputs in) {
        return Answers.of("losses", losses(in, false));
    }

    private static double[] losses(Inputs in, boolean after) {
        int batch = in.integer("batch");
        LogisticData all = new LogisticData(in);
        int n = all.samples();
        int updates = (n + batch - 1) / batch;
        return Sums.vector(updates, b -> {
            int to = Math.min((b + 1) * batch, n);
            Policy policy = Policy.right(in);
            Policy until = new Policy(0, policy.stride, after ? to : b * batch, policy.divisor);
            LogisticData here = all.at(epoch(in, until, 1).tensor("weights").toArray());
            return after ? here.lossSum(b * batch, to) / (to - b * batch) : here.meanLoss();
        });
    }
}
