package assay.check.diagnosis;

import assay.check.Diagnosis;
import assay.check.Digits;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.Fraction;
import org.apache.commons.math3.fraction.FractionConversionException;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Guess that some constant factor is too much, with its value; needs several numbers to say so. */
final class AnyFactor implements Hypothesis {
    private static final int LEAST_NUMBERS = 3;
    /** Nearer to 1 than this it is round-off, not a factor. */
    private static final double LEAST_DEVIATION = 1e-5;

    private static final int LARGEST_DENOMINATOR = 64;

    @Override
    public List<String> ids() {
        return List.of("factor");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        List<Comparisons.Entry> reliable = all.reliable();
        if (reliable.stream().map(Comparisons.Entry::expected).distinct().count() < LEAST_NUMBERS) {
            return Optional.empty();
        }
        double factor = new Median()
                .evaluate(
                        reliable.stream().mapToDouble(Comparisons.Entry::ratio).toArray());
        if (!(Math.abs(factor - 1) >= LEAST_DEVIATION && factor != 0)
                || !all.explainedByEach(one -> one.expected().map(right -> factor * right))) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                "factor",
                "right up to the factor " + name(factor) + ", the same at " + Words.numbers(all)
                        + ": only a constant in front is wrong. Where could it come from?"));
    }

    /** Write a factor as a fraction if it is one with a small denominator: "1/3", "0.4343". */
    static String name(double factor) {
        try {
            Fraction fraction = new Fraction(factor, LARGEST_DENOMINATOR);
            boolean exact = Math.abs(fraction.doubleValue() - factor) <= 1e-9 * Math.abs(factor);
            return exact ? fraction.toString().replace(" ", "") : Digits.few(factor);
        } catch (FractionConversionException e) {
            return Digits.few(factor);
        }
    }
}
