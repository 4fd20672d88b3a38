package assay.check.diagnosis;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import assay.check.Diagnosis;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Guess that something overflows, or is divided by 0: every failing case holds NaN or an infinity. */
final class NotFinite implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("overflow", "non-finite");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        List<Comparison> failing = all.failing();
        if (failing.stream().anyMatch(Comparison::isFinite)) {
            return Optional.empty();
        }
        if (onlyLargeInputsFail(failing, all.passing())) {
            return Optional.of(new Diagnosis(
                    "overflow",
                    "the right value is an ordinary number, and only cases with large inputs fail ("
                            + Words.labels(failing)
                            + "): most likely an intermediate result overflows, as exp does above"
                            + " 709; rearrange the formula so that large numbers are never exponentiated."));
        }
        return Optional.of(new Diagnosis(
                "non-finite",
                "look for a division by 0, a logarithm or root of a number that is not positive, or an intermediate result"
                        + " that overflows."));
    }

    private static boolean onlyLargeInputsFail(List<Comparison> failing, List<Comparison> passing) {
        if (passing.isEmpty()) {
            return false;
        }
        double usual = new Median()
                .evaluate(passing.stream()
                        .mapToDouble(one -> largest(one.inputs()))
                        .toArray());
        return failing.stream().allMatch(one -> largest(one.inputs()) > 2 * usual);
    }

    private static double largest(Inputs inputs) {
        double largest = 0;
        for (Value value : inputs.fields().byName().values()) {
            if (value instanceof Tensor tensor) {
                for (int i = 0; i < tensor.size(); i++) {
                    largest = Math.max(largest, Math.abs(tensor.at(i)));
                }
            }
        }
        return largest;
    }
}
