package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Guess that the right numbers were rounded when they were written down. */
final class Rounded implements Hypothesis {
    /** Fewer digits prove nothing, more are no rounding by hand. */
    private static final int LEAST_DIGITS = 3;

    private static final int MOST_DIGITS = 10;

    @Override
    public List<String> ids() {
        return List.of("rounded");
    }

    @Override
    public Optional<Diagnosis> explain(Comparisons all) {
        if (all.cases().stream().anyMatch(one -> !one.isFinite())) {
            return Optional.empty();
        }
        int decimals = all.entries().stream()
                .mapToInt(entry -> written(entry).scale())
                .max()
                .orElse(0);
        int digits = all.entries().stream()
                .mapToInt(entry -> written(entry).precision())
                .max()
                .orElse(0);
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            return Optional.empty();
        }
        if (all.everywhere((one, i) -> isWithinHalf(one, i, decimals))) {
            return Optional.of(rounded(decimals + (decimals == 1 ? " decimal" : " decimals")));
        }
        boolean significant = all.entries().stream().allMatch(entry -> {
            int exponent = written(entry).precision() - written(entry).scale();
            return isWithinHalf(entry.in(), entry.position(), digits - exponent);
        });
        return significant ? Optional.of(rounded(digits + " digits")) : Optional.empty();
    }

    private static Diagnosis rounded(String to) {
        return new Diagnosis(
                "rounded",
                "these are the right numbers rounded to " + to
                        + ". Hand in all digits, or an exact value such as 1/3.");
    }

    private static boolean isWithinHalf(Comparison one, int position, int decimals) {
        double error = Math.abs(one.actual().at(position) - one.expected().at(position));
        return error <= 0.5000001 * Math.pow(10, -decimals);
    }

    private static BigDecimal written(Comparisons.Entry entry) {
        BigDecimal written = BigDecimal.valueOf(entry.actual()).stripTrailingZeros();
        return written.signum() == 0 || written.scale() < 0 ? written.setScale(0) : written;
    }
}
