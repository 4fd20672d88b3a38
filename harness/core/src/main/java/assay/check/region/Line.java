package assay.check.region;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Be the line a x + b y + c = 0 in its only form: whole numbers without a common factor, the first of (a, b) that is not 0
 * positive. Two equal lines are equal records.
 */
public record Line(BigInteger a, BigInteger b, BigInteger c) {
    public Line {
        int lead = a.signum() != 0 ? a.signum() : b.signum();
        if (lead == 0) {
            throw new IllegalArgumentException("a line must have a direction, was 0 x + 0 y + " + c);
        }
        BigInteger divisor = a.gcd(b).gcd(c).multiply(BigInteger.valueOf(lead));
        a = a.divide(divisor);
        b = b.divide(divisor);
        c = c.divide(divisor);
    }

    /** Make the line a x + b y + c = 0; empty when a and b are 0. */
    public static Optional<Line> of(BigFraction a, BigFraction b, BigFraction c) {
        if (ExactNumber.sign(a) == 0 && ExactNumber.sign(b) == 0) {
            return Optional.empty();
        }
        BigInteger scale = lcm(lcm(a.getDenominator(), b.getDenominator()), c.getDenominator());
        return Optional.of(new Line(whole(a, scale), whole(b, scale), whole(c, scale)));
    }

    /** Make the line through two different points. */
    public static Line through(Point p, Point q) {
        BigFraction a = p.y().subtract(q.y());
        BigFraction b = q.x().subtract(p.x());
        BigFraction c = a.multiply(p.x()).add(b.multiply(p.y())).negate();
        return of(a, b, c).orElseThrow(() -> new IllegalArgumentException("must be two points, was twice " + p));
    }

    static BigInteger lcm(BigInteger p, BigInteger q) {
        return p.divide(p.gcd(q)).multiply(q);
    }

    private static BigInteger whole(BigFraction number, BigInteger scale) {
        return number.getNumerator().multiply(scale.divide(number.getDenominator()));
    }

    /** Return the sign of a x + b y + c at a point. */
    public int sideOf(Point p) {
        BigInteger right = p.x().getDenominator();
        BigInteger up = p.y().getDenominator();
        return a.multiply(p.x().getNumerator())
                .multiply(up)
                .add(b.multiply(p.y().getNumerator()).multiply(right))
                .add(c.multiply(right).multiply(up))
                .signum();
    }

    /** Return the sign of the change of a x + b y + c along the direction of {@code other}, 0 when parallel. */
    int turnAlong(Line other) {
        int sign = a.multiply(other.b).subtract(b.multiply(other.a)).signum();
        return other.isVertical() ? -sign : sign * other.b.signum();
    }

    boolean isVertical() {
        return b.signum() == 0;
    }

    /** Return where a line that is not parallel crosses this one, as a {@link #at} parameter. */
    BigFraction crossing(Line other) {
        BigInteger determinant = a.multiply(other.b).subtract(b.multiply(other.a));
        BigInteger up = isVertical()
                ? c.multiply(other.a).subtract(a.multiply(other.c))
                : b.multiply(other.c).subtract(c.multiply(other.b));
        return new BigFraction(up, determinant);
    }

    /** Return the point of this line with x = {@code parameter}, of a vertical line the one with y = {@code parameter}. */
    Point at(BigFraction parameter) {
        return isVertical()
                ? new Point(new BigFraction(c.negate(), a), parameter)
                : new Point(parameter, heightAt(parameter));
    }

    /** Return y at x; the line must not be vertical. */
    BigFraction heightAt(BigFraction x) {
        BigInteger below = x.getDenominator();
        return new BigFraction(
                a.multiply(x.getNumerator()).add(c.multiply(below)).negate(), b.multiply(below));
    }

    /** Write it for people: "x + y = 1". */
    @Override
    public String toString() {
        String left = term(a, "x", true);
        left += b.signum() == 0 ? "" : term(b, "y", left.isEmpty());
        BigInteger right = c.negate();
        String text = left + " = " + right;
        return text.length() <= 60 ? text : "a line with very long numbers";
    }

    private static String term(BigInteger factor, String name, boolean first) {
        if (factor.signum() == 0) {
            return "";
        }
        String sign = factor.signum() < 0 ? (first ? "-" : " - ") : (first ? "" : " + ");
        BigInteger size = factor.abs();
        return sign + (size.equals(BigInteger.ONE) ? "" : size + " ") + name;
    }
}
