package assay.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Write numbers for people: the same on every machine. */
public final class Digits {
    private Digits() {}

    /** Write all digits that tell this double from its neighbours. */
    public static String all(double number) {
        return Double.toString(number);
    }

    /** Write about four digits: 0.4343, 12, 1.3e-07. */
    public static String few(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        return significant(number, 4);
    }

    /** Write a share of the allowed error: 0.03, 1.2e+05. */
    public static String share(double share) {
        return share == Double.POSITIVE_INFINITY ? "infinite" : significant(share, 2);
    }

    /** Write a share as a percentage with one digit: "0.003 %". */
    public static String percent(double share) {
        return significant(100 * share, 1) + " %";
    }

    private static String significant(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number, new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent <= 6) {
            return rounded.toPlainString();
        }
        return String.format(Locale.ROOT, "%." + (rounded.precision() - 1) + "e", rounded);
    }
}
