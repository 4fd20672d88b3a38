package assay.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Write numbers for people; machine formats print all digits instead. */
final class People {
    /** What an answer that is not finite is stored as. */
    private static final double NOT_FINITE = 1e300;

    private People() {}

    /** Write points with at most two decimals: "3", "2.5". */
    static String points(double points) {
        return plain(BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_EVEN));
    }

    /** Write a number of things: "1 case", "3 cases". */
    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** Write a number of points: "1 point", "2.5 points". */
    static String pointsOf(double points) {
        String number = points(points);
        return number + (number.equals("1") ? " point" : " points");
    }

    /** Write {@code share} of an allowed error: "3 %", "110 %", "12 times", "1.2·10⁵ times". */
    static String share(double share) {
        if (!(share < NOT_FINITE)) {
            return "not finite";
        }
        if (share == 0) {
            return "0 %";
        }
        if (share < 0.001) {
            return "< 0.1 %";
        }
        if (share <= 1) {
            return significant(100 * share, 2, RoundingMode.HALF_EVEN) + " %";
        }
        // Rounded up, so that what is over the limit never reads as 100 %.
        return share < 2
                ? significant(100 * share, 3, RoundingMode.CEILING) + " %"
                : significant(share, 2, RoundingMode.HALF_EVEN) + " times";
    }

    /** Write {@code share} within a sentence: "3 % of the allowed error", "12 times the allowed error". */
    static String ofAllowed(double share) {
        String words = share(share);
        return words + (words.endsWith("%") ? " of" : "") + " the allowed error";
    }

    /** Write {@code share} as {@link #share(double)} does, or as it stands where it is no number. */
    static String share(String share) {
        try {
            return share(Double.parseDouble(share));
        } catch (NumberFormatException e) {
            return share;
        }
    }

    /** Write a number with {@code digits} significant digits, in powers of ten where it is very large or small. */
    static String number(double value, int digits) {
        return significant(value, digits, RoundingMode.HALF_EVEN);
    }

    /** Write all digits that {@code value} has, without ".0". */
    static String exact(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? plain(new BigDecimal(value))
                : Double.toString(value);
    }

    /** Write 10 to the power {@code exponent}, as "0.1", "1", "100" or "10⁻³". */
    static String powerOfTen(int exponent) {
        return exponent >= -1 && exponent <= 2
                ? plain(BigDecimal.ONE.scaleByPowerOfTen(exponent))
                : "10" + superscript(exponent);
    }

    private static String significant(double value, int digits, RoundingMode rounding) {
        if (!Double.isFinite(value)) {
            return "not finite";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, rounding));
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < Math.max(digits, 4)) {
            return plain(rounded);
        }
        return plain(rounded.scaleByPowerOfTen(-exponent)) + "·10" + superscript(exponent);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String superscript(int exponent) {
        StringBuilder raised = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            raised.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return raised.toString();
    }
}
