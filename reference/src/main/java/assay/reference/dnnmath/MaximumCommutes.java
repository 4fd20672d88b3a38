package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Solve 1.4: sigma(max x) = max sigma(x) for all windows exactly when sigma is nondecreasing. Each refusal comes with a
 * window for which the two sides differ.
 */
public final class MaximumCommutes implements ReferenceTask {
    private static final int MOST = 100;
    private static final double APART = 1e-9;

    @Override
    public String id() {
        return "pooling/commutes";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("relu", true)
                .and("tanh", true)
                .and("logistic", true)
                .and("step", true)
                .and("floor", true)
                .and("negation", false)
                .and("negation-window", new double[] {1, 2})
                .and("square", false)
                .and("square-window", new double[] {-2, 1})
                .and("absolute", false)
                .and("absolute-window", new double[] {-2, 1})
                .and("cosine", false)
                .and("cosine-window", new double[] {0, 3})
                .and("average-relu", false)
                .and("average-relu-window", new double[] {-1, 1, 0, 2})
                .and("average-affine", true)
                .and("strictly-needed", false)
                .and("continuity-needed", false)
                .and("converse", true);
    }

    @Override
    public Map<String, Claim> claims() {
        ToDoubleFunction<double[]> maximum = x -> Arrays.stream(x).max().orElseThrow();
        ToDoubleFunction<double[]> mean = x -> Sums.mean(x.length, i -> x[i]);
        return Map.of(
                "negation", differing("negation-window", "maximum", maximum, x -> -x),
                "square", differing("square-window", "maximum", maximum, x -> x * x),
                "absolute", differing("absolute-window", "maximum", maximum, Math::abs),
                "cosine", differing("cosine-window", "maximum", maximum, StrictMath::cos),
                "average-relu", differing("average-relu-window", "mean", mean, x -> Math.max(0, x)));
    }

    /** Accept a window on which both orders differ by more than 1e-9 of the larger result, so that no rounding decides. */
    private static Claim differing(
            String answer, String pooling, ToDoubleFunction<double[]> pool, DoubleUnaryOperator sigma) {
        return (in, given) -> {
            try {
                double[] window = window(given, answer);
                double first = sigma.applyAsDouble(pool.applyAsDouble(window));
                double second =
                        pool.applyAsDouble(Arrays.stream(window).map(sigma).toArray());
                double size = Math.max(Math.abs(first), Math.abs(second));
                return Math.abs(first - second) > APART * size
                        ? Optional.empty()
                        : Optional.of(String.format(
                                Locale.ROOT,
                                "For your window the function of the %s is %.6g and the %s of the function values is %.6g:"
                                        + " the two orders agree, so this contradicts nothing.",
                                pooling,
                                first,
                                pooling,
                                second));
            } catch (Witness.Unusable e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        };
    }

    private static double[] window(Answers given, String answer) {
        if (given.get(answer).orElse(null) instanceof Tensor window
                && window.rank() == 1
                && (window.size() < 2 || window.size() > MOST)) {
            throw new Witness.Unusable(
                    "'" + answer + "' must hold 2 to " + MOST + " numbers, was " + window.describe() + ".");
        }
        int size = given.get(answer).orElse(null) instanceof Tensor window ? window.size() : 0;
        return Witness.vector(given, answer, size);
    }
}
