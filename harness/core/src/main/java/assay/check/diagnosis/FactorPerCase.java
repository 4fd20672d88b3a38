package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Guess that the direction is right and the length is not: in each case one factor, in different cases different ones. */
final class FactorPerCase implements Hypothesis {
    @Override
    public List<String> ids() {
        return List.of("factor-per-case");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        List<String> examples = new ArrayList<>();
        for (Comparison one : all.failing()) {
            double[] ratios = new Comparisons(List.of(one))
                    .reliable().stream().mapToDouble(Comparisons.Entry::ratio).toArray();
            if (ratios.length < 2) {
                return Optional.empty();
            }
            double factor = new Median().evaluate(ratios);
            if (factor == 0 || !one.recognises(one.expected().map(right -> factor * right))) {
                return Optional.empty();
            }
            examples.add(AnyFactor.name(factor) + " in '" + one.label() + "'");
        }
        return Optional.of(new Diagnosis(
                "factor-per-case",
                "in each case all entries are wrong by one common factor that changes from case to case ("
                        + String.join(", ", examples.subList(0, Math.min(3, examples.size())))
                        + "): some scalar factor of the formula is missing or too much."));
    }
}
