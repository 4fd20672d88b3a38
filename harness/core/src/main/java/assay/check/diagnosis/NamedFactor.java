package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guess that a well-known constant is too much or missing: -1, 2, 1/2, ln 10, 1/ln 10. */
final class NamedFactor implements Hypothesis {
    private static final double LN_10 = StrictMath.log(10);

    private static final List<Factor> FACTORS = List.of(
            new Factor(
                    "sign",
                    -1,
                    "right but for the sign, at %s. Which of the two is subtracted from which, and does the step go up or"
                            + " down?"),
            new Factor(
                    "factor-2",
                    2,
                    "twice the right value, at %s. Is something counted twice, or a factor 1/2 of the definition left out?"),
            new Factor(
                    "factor-1/2",
                    0.5,
                    "half the right value, at %s. Was the 2 lost that the derivative of a square brings, or a 1/2 put in that"
                            + " the definition does not have?"),
            new Factor(
                    "factor-ln10",
                    LN_10,
                    "too large by the factor ln 10 = 2.3026, at %s. Are logarithms of two bases mixed?"),
            new Factor(
                    "factor-1/ln10",
                    1 / LN_10,
                    "right up to the factor 1/ln 10 = 0.4343, at %s. Is a logarithm of base 10 used where the natural one is"
                            + " meant?"));

    private record Factor(String id, double value, String sentence) {}

    @Override
    public List<String> ids() {
        return FACTORS.stream().map(Factor::id).toList();
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        return FACTORS.stream()
                .filter(factor -> all.explainedByEach(one -> one.expected().map(right -> factor.value() * right)))
                .findFirst()
                .map(factor ->
                        new Diagnosis(factor.id(), String.format(Locale.ROOT, factor.sentence(), Words.numbers(all))));
    }
}
