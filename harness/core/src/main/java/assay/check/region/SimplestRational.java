package assay.check.region;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Find the rational with the smallest denominator, then the smallest size, in an open interval (Stern-Brocot tree). */
final class SimplestRational {
    private SimplestRational() {}

    /** Search strictly between {@code low} and {@code high}; null means unbounded. The interval must not be empty. */
    static BigFraction between(@Nullable BigFraction low, @Nullable BigFraction high) {
        if (low != null && high != null && low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("must be an interval, was " + low + " to " + high);
        }
        boolean roomBelow = low == null || ExactNumber.sign(low) < 0;
        boolean roomAbove = high == null || ExactNumber.sign(high) > 0;
        if (roomBelow && roomAbove) {
            return BigFraction.ZERO;
        }
        if (low == null || ExactNumber.sign(low) < 0) {
            return between(negated(high), negated(low)).negate();
        }
        return abovePositive(low, high);
    }

    private static @Nullable BigFraction negated(@Nullable BigFraction number) {
        return number == null ? null : number.negate();
    }

    /** Follow the continued fraction; {@code low} is 0 or more. */
    private static BigFraction abovePositive(BigFraction low, @Nullable BigFraction high) {
        BigInteger whole = low.getNumerator().divide(low.getDenominator());
        BigFraction next = new BigFraction(whole.add(BigInteger.ONE));
        if (high == null || next.compareTo(high) < 0) {
            return next;
        }
        BigFraction from = high.subtract(whole).reciprocal();
        BigFraction rest = low.subtract(whole);
        BigFraction to = ExactNumber.sign(rest) == 0 ? null : rest.reciprocal();
        return abovePositive(from, to).reciprocal().add(whole);
    }
}
