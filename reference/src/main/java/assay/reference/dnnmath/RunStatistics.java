package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.Arrays;
import java.util.List;

/** Solve the statistics of 1.5: mean of a few runs, and their standard deviation with divisor n and n - 1. */
public final class RunStatistics implements ReferenceTask {
    @Override
    public String id() {
        return "losses/runs";
    }

    /** Draw accuracies in percent, unevenly, so that mean and median differ. */
    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(4, 9);
        double[] values = draw.vector(n, () -> draw.uniform(95, 98));
        values[draw.integer(0, n - 1)] = draw.uniform(85, 92);
        return Inputs.none().and("values", values);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase("two runs", Inputs.none().and("values", new double[] {90, 96})));
    }

    @Override
    public Answers solve(Inputs in) {
        double[] values = in.vector("values");
        return Answers.of("mean", mean(values))
                .and("spread-n", spread(values, values.length))
                .and("spread-n-1", spread(values, values.length - 1));
    }

    private static double mean(double[] values) {
        return Sums.mean(values.length, i -> values[i]);
    }

    private static double spread(double[] values, double divisor) {
        return StrictMath.sqrt(squares(values) / divisor);
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return Sums.sum(values.length, i -> (values[i] - mean) * (values[i] - mean));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                spreads(
                        "divisors-exchanged",
                        "The divisors are exchanged: n divides in one, n - 1 in the other. Which of the two is larger?",
                        (values, n) -> spread(values, 2 * values.length - 1 - n)),
                spreads(
                        "variance",
                        "This is the variance: the square root is missing.",
                        (values, n) -> squares(values) / n),
                spreads(
                        "standard-error",
                        "This is the standard error of the mean: divided by the root of n once too often.",
                        (values, n) -> spread(values, n) / StrictMath.sqrt(values.length)),
                spreads(
                        "absolute-deviation",
                        "This is the mean absolute deviation, without squares and root.",
                        (values, n) -> Sums.sum(values.length, i -> Math.abs(values[i] - mean(values))) / n),
                new Mistake(
                        "median",
                        "This is the median. The task asks for the mean.",
                        in -> Answers.of("mean", median(in.vector("values")))));
    }

    /** Be a spread of values with a divisor. */
    @FunctionalInterface
    private interface Spread {
        double of(double[] values, int divisor);
    }

    private static Mistake spreads(String id, String sentence, Spread spread) {
        return new Mistake(id, sentence, in -> {
            double[] values = in.vector("values");
            return Answers.of("spread-n", spread.of(values, values.length))
                    .and("spread-n-1", spread.of(values, values.length - 1));
        });
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
