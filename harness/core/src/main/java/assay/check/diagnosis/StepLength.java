package assay.check.diagnosis;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Guess that the first wrong step of an iteration goes the right way and is too long or too short, or goes uphill. */
final class StepLength {
    private static final double SAME = 1e-6;
    /** A step of 2 or 1/2 times the right one is more likely the constant 2 than two samples. */
    private static final int LEAST_LENGTH = 3;

    private StepLength() {}

    /** Be the first wrong step of one case: how many times the right one, and by how many parameters that is known. */
    private record Step(Inputs inputs, double ratio, int evidence) {}

    /** Return the diagnosis if in every failing case all parameters move by one multiple of the right step. */
    static Optional<Diagnosis> explain(List<Trajectory> failing, int logged) {
        List<Optional<Step>> found =
                failing.stream().map(one -> step(one, logged)).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Step> steps = found.stream().flatMap(Optional::stream).toList();
        return bySamples(steps, (ratio, n) -> ratio / n)
                .map(one -> new Diagnosis(
                        "step-times-n", one + "as many times too long as there are samples: is the mean forgotten?"))
                .or(() -> bySamples(steps, (ratio, n) -> ratio * n)
                        .map(one -> new Diagnosis(
                                "step-divided-by-n",
                                one
                                        + "as many times too short as there are samples: is it divided by their number once too"
                                        + " often?")))
                .or(() -> byConstant(steps));
    }

    private static Optional<Step> step(Trajectory one, int logged) {
        int row = one.departure();
        if (row == 0 || row == one.rows()) {
            return Optional.empty();
        }
        double[] ratios = IntStream.range(0, one.columns())
                .filter(column -> column != logged)
                .mapToDouble(column -> one.stepRatio(row, column))
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        boolean same = ratios.length > 0
                && Double.isFinite(ratios[0])
                && IntStream.range(0, ratios.length).allMatch(i -> isSame(ratios[i], ratios[0]));
        return same && !isSame(ratios[0], 1)
                ? Optional.of(new Step(one.comparison().inputs(), ratios[0], ratios.length))
                : Optional.empty();
    }

    private static Optional<String> bySamples(List<Step> steps, DoubleBinaryOperator rest) {
        boolean all = steps.stream()
                .allMatch(step -> step.inputs().fields().byName().values().stream()
                        .anyMatch(value -> value instanceof Tensor tensor
                                && tensor.rank() > 0
                                && tensor.extent(0) >= LEAST_LENGTH
                                && isSame(rest.applyAsDouble(step.ratio(), tensor.extent(0)), 1)));
        return all ? Optional.of("The first wrong step is ") : Optional.empty();
    }

    private static Optional<Diagnosis> byConstant(List<Step> steps) {
        double ratio = steps.get(0).ratio();
        if (!steps.stream().allMatch(step -> isSame(step.ratio(), ratio))) {
            return Optional.empty();
        } else if (isSame(ratio, -1)) {
            return Optional.of(new Diagnosis(
                    "step-uphill",
                    "The first wrong step is as long as the right one and goes the opposite way: uphill. Look at the sign of"
                            + " the gradient or of the update."));
        } else if (ratio == 0) {
            return Optional.of(new Diagnosis("no-step", "Nothing moves. Is the update applied to what is logged?"));
        }
        boolean told = steps.stream().mapToInt(Step::evidence).sum() >= 2 || isWhole(ratio) || isWhole(1 / ratio);
        return told
                ? Optional.of(new Diagnosis(
                        "step-length",
                        "The first wrong step is " + AnyFactor.name(ratio)
                                + " times the right one, in every parameter alike. Look at the constant in front of the"
                                + " gradient, and at the learning rate."))
                : Optional.empty();
    }

    private static boolean isSame(double ratio, double other) {
        return Math.abs(ratio - other) <= SAME * Math.abs(other);
    }

    private static boolean isWhole(double ratio) {
        return isSame(ratio, Math.rint(ratio));
    }
}
