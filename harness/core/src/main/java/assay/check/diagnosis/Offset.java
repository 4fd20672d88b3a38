package assay.check.diagnosis;

import assay.check.Diagnosis;
import assay.check.Digits;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Guess that a constant term is missing or too much: the same difference at all numbers. */
final class Offset implements Hypothesis {
    private static final int LEAST_NUMBERS = 3;

    @Override
    public List<String> ids() {
        return List.of("offset");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        boolean enough = all.entries().stream()
                        .map(Comparisons.Entry::expected)
                        .distinct()
                        .count()
                >= LEAST_NUMBERS;
        double offset = new Median()
                .evaluate(all.entries().stream()
                        .mapToDouble(entry -> entry.actual() - entry.expected())
                        .toArray());
        if (!enough || !all.explainedByEach(one -> one.expected().map(right -> right + offset))) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                "offset",
                "too " + (offset > 0 ? "large" : "small") + " by the same " + Digits.few(Math.abs(offset)) + " at "
                        + Words.numbers(all) + ": a constant term is " + (offset > 0 ? "too much" : "missing")
                        + ", or has the wrong sign."));
    }
}
