package assay.check.diagnosis;

import assay.api.Tensor;
import assay.api.Value;
import assay.check.Diagnosis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/** Guess that the number of samples, or another length found in the inputs, is too much or missing as a factor. */
final class SizeFactor implements Hypothesis {
    /** A length that is the same in all cases is blamed from here on; 2 is more likely the constant 2. */
    private static final int LEAST_FIXED_LENGTH = 3;

    private static final List<Law> LAWS = List.of(
            new Law("times-n", n -> n, "%s times too large, %s. Is a sum taken where a mean is asked for?"),
            new Law(
                    "divided-by-n",
                    n -> 1.0 / n,
                    "%s times too small, %s. Is a mean taken where a sum is asked for, or is it divided twice?"),
            new Law(
                    "times-n-squared",
                    n -> (double) n * n,
                    "too large by the square of %s, %s. Is it multiplied where it should be divided?"),
            new Law(
                    "divided-by-n-squared",
                    n -> 1.0 / ((double) n * n),
                    "too small by the square of %s, %s. Is it divided where it should be multiplied, or twice too often?"),
            new Law(
                    "n-over-n-minus-1",
                    n -> n / (n - 1.0),
                    "too large by N/(N-1) with N = %s, %s. Is it divided by N-1 where N is meant?"),
            new Law(
                    "n-minus-1-over-n",
                    n -> (n - 1.0) / n,
                    "too small by (N-1)/N with N = %s, %s. Is it divided by N where N-1 is meant?"),
            new Law("times-root-n", Math::sqrt, "too large by the square root of %s, %s."),
            new Law("divided-by-root-n", n -> 1 / Math.sqrt(n), "too small by the square root of %s, %s."));

    private record Law(String id, IntToDoubleFunction factor, String sentence) {}

    /** Be one axis of one input. */
    private record Axis(String input, int axis) {}

    @Override
    public List<String> ids() {
        return LAWS.stream().map(Law::id).toList();
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        Map<Axis, List<Integer>> lengths = lengths(all);
        for (Law law : LAWS) {
            for (Map.Entry<Axis, List<Integer>> entry : lengths.entrySet()) {
                if (fits(all, entry.getKey(), law)) {
                    return Optional.of(new Diagnosis(law.id(), sentence(law, entry.getKey(), entry.getValue(), all)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Comparisons all, Axis axis, Law law) {
        return all.explainedByEach(one -> {
            double factor = law.factor().applyAsDouble(length(one, axis).orElseThrow());
            return one.expected().map(right -> factor * right);
        });
    }

    private static String sentence(Law law, Axis axis, List<Integer> lengths, Comparisons all) {
        long different = lengths.stream().distinct().count();
        String length = different == 1 ? Integer.toString(lengths.get(0)) : "n";
        String where = "at " + Words.numbers(all) + "; " + length + " is the length of '" + axis.input() + "'"
                + (axis.axis() == 0 ? "" : " along axis " + axis.axis());
        return String.format(Locale.ROOT, law.sentence(), length, where);
    }

    private static Map<Axis, List<Integer>> lengths(Comparisons all) {
        Map<Axis, List<Integer>> lengths = new LinkedHashMap<>();
        for (Axis axis : axes(all.cases().get(0))) {
            List<Integer> found = new ArrayList<>();
            all.cases().forEach(one -> length(one, axis).ifPresent(found::add));
            boolean fixed = found.stream().distinct().count() == 1;
            if (found.size() == all.cases().size() && !(fixed && found.get(0) < LEAST_FIXED_LENGTH)) {
                lengths.put(axis, found);
            }
        }
        return lengths;
    }

    private static List<Axis> axes(Comparison one) {
        List<Axis> axes = new ArrayList<>();
        one.inputs().fields().byName().forEach((name, value) -> {
            for (int axis = 0; value instanceof Tensor tensor && axis < tensor.rank(); axis++) {
                axes.add(new Axis(name, axis));
            }
        });
        return axes;
    }

    private static OptionalInt length(Comparison one, Axis axis) {
        Value value = one.inputs().fields().byName().get(axis.input());
        return value instanceof Tensor tensor && tensor.rank() > axis.axis()
                ? OptionalInt.of(tensor.extent(axis.axis()))
                : OptionalInt.empty();
    }
}
