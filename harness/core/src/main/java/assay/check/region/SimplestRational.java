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
        return high == null
                ? new BigFraction(floor(low).add(BigInteger.ONE))
                : new Descent(low.getNumerator(), low.getDenominator(), high.getNumerator(), high.getDenominator())
                        .find()
                        .value();
    }

    private static @Nullable BigFraction negated(@Nullable BigFraction number) {
        return number == null ? null : number.negate();
    }

    private static BigInteger floor(BigFraction number) {
        return number.getNumerator().divide(number.getDenominator());
    }

    private record Ratio(BigInteger above, BigInteger below) {
        BigFraction value() {
            return new BigFraction(above, below);
        }
    }

    /**
     * Follow the continued fraction between a/b and c/d, 0 &lt;= a/b &lt; c/d; d = 0 stands for infinity.
     *
     * <p>In whole numbers without cancelling: they shrink as in Euclid's algorithm.
     */
    private record Descent(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
        Ratio find() {
            BigInteger whole = a.divide(b);
            BigInteger next = whole.add(BigInteger.ONE);
            if (next.multiply(d).compareTo(c) < 0) {
                return new Ratio(next, BigInteger.ONE);
            }
            Ratio rest = new Descent(d, c.subtract(whole.multiply(d)), b, a.subtract(whole.multiply(b))).find();
            return new Ratio(whole.multiply(rest.above()).add(rest.below()), rest.above());
        }
    }
}
