package assay.check.region;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/** Read and write rational numbers without rounding: {@code 0.1} is 1/10. */
public final class ExactNumber {
    /** Most characters of a written number. */
    public static final int MAX_LENGTH = 40;

    /** Largest power of ten, up or down. */
    public static final int MAX_EXPONENT = 64;

    private static final int SHOWN_LENGTH = 24;
    private static final Pattern DECIMAL =
            Pattern.compile("([+-]?)((?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE]([+-]?\\d{1,40}))?)");
    private static final Pattern FRACTION = Pattern.compile("([+-]?\\d+)\\s*/\\s*(\\d+)");

    private ExactNumber() {}

    /**
     * Read a decimal or a fraction of whole numbers: "-2", "0.1", "1e-3", "1/3".
     *
     * @throws IllegalArgumentException if it is neither, too long or too large; the message says what is accepted
     */
    public static BigFraction parse(String written) {
        String text = written.strip().replace('\u2212', '-');
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters, has " + text.length());
        }
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            BigInteger below = new BigInteger(fraction.group(2));
            if (below.signum() == 0) {
                throw new IllegalArgumentException("must not divide by zero, was " + quote(text));
            }
            return new BigFraction(new BigInteger(fraction.group(1)), below);
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (!decimal.matches()) {
            throw new IllegalArgumentException("must be a number such as -2, 0.1, 1e-3 or 1/3, was " + quote(text));
        }
        refuseExponent(decimal.group(3), text);
        return of(new BigDecimal(text));
    }

    /**
     * Take the shortest decimal that stands for a double, so that 0.1 is 1/10.
     *
     * @throws IllegalArgumentException if it is not finite, or its power of ten is beyond +-64
     */
    public static BigFraction of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("must be a finite number, was " + number);
        }
        return of(new BigDecimal(Double.toString(number)));
    }

    private static BigFraction of(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return BigFraction.ZERO;
        }
        if (Math.abs(decimal.precision() - decimal.scale() - 1) > MAX_EXPONENT) {
            throw new IllegalArgumentException(
                    "must lie between 1e-" + MAX_EXPONENT + " and 1e" + MAX_EXPONENT + " in size, was " + decimal);
        }
        return decimal.scale() <= 0
                ? new BigFraction(decimal.toBigIntegerExact())
                : new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    private static void refuseExponent(@org.jspecify.annotations.Nullable String exponent, String text) {
        if (exponent != null && new BigInteger(exponent).abs().compareTo(BigInteger.valueOf(MAX_EXPONENT)) > 0) {
            throw new IllegalArgumentException(
                    "must have an exponent between -" + MAX_EXPONENT + " and " + MAX_EXPONENT + ", was " + quote(text));
        }
    }

    /** Write all digits: "3", "-1/2". */
    public static String text(BigFraction number) {
        return number.getDenominator().equals(BigInteger.ONE)
                ? number.getNumerator().toString()
                : number.getNumerator() + "/" + number.getDenominator();
    }

    /** Write it for people: all digits where they are few, else a rounded decimal that says so. */
    public static String shown(BigFraction number) {
        String exact = text(number);
        return exact.length() <= SHOWN_LENGTH ? exact : "about " + decimal(number, 6);
    }

    /** Return the sign: -1, 0 or 1. */
    public static int sign(BigFraction number) {
        return number.getNumerator().signum();
    }

    /** Round to {@code digits} significant digits, for drawing only; also right where both parts exceed a double. */
    public static double rounded(BigFraction number, int digits) {
        return decimal(number, digits).doubleValue();
    }

    private static BigDecimal decimal(BigFraction number, int digits) {
        return new BigDecimal(number.getNumerator())
                .divide(new BigDecimal(number.getDenominator()), new MathContext(digits))
                .stripTrailingZeros();
    }

    /** Quote what a student wrote, bounded and without control characters. */
    public static String quote(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) + "..." : plain) + "'";
    }
}
