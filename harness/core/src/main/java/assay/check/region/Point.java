package assay.check.region;

import org.apache.commons.math3.fraction.BigFraction;

/** Be a point of the plane with exact coordinates. */
public record Point(BigFraction x, BigFraction y) {
    /** Make a point from whole numbers. */
    public static Point of(int x, int y) {
        return new Point(new BigFraction(x), new BigFraction(y));
    }

    /** Return how many bits the coordinates need: small for points that are easy to check by hand. */
    int bits() {
        return x.getNumerator().bitLength()
                + x.getDenominator().bitLength()
                + y.getNumerator().bitLength()
                + y.getDenominator().bitLength();
    }

    /** Write it for people: "(1/2, 3)"; coordinates with very many digits are rounded and say so. */
    @Override
    public String toString() {
        return "(" + ExactNumber.shown(x) + ", " + ExactNumber.shown(y) + ")";
    }
}
