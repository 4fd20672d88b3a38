package assay.check;

/**
 * Say how far a number may be off: {@code absolute + relative * scale}, where scale is the sum of the absolute values of
 * the terms that were summed.
 *
 * <p>The forward error of a sum of n terms in any order is at most (n - 1) u sum |terms| to first order (Higham, Accuracy
 * and Stability of Numerical Algorithms, 2002, section 4.2), so a share of that sum is the measure that two right
 * formulas agree by, also where the result itself cancels.
 *
 * @param relative share of the scale, 0 or more and less than 1 (from 1 on, zeros would pass)
 * @param absolute in the unit of the answer, 0 or more
 */
public record Tolerance(double relative, double absolute) {
    public Tolerance {
        if (!(relative >= 0 && relative < 1)) {
            throw new IllegalArgumentException(
                    "relative must be 0 or more and less than 1 (else zeros would pass), was " + relative);
        }
        if (!(absolute >= 0 && Double.isFinite(absolute))) {
            throw new IllegalArgumentException("absolute must be 0 or more, was " + absolute);
        }
    }

    /** Return the largest error that is accepted at {@code scale}. */
    public double bound(double scale) {
        return absolute + relative * scale;
    }

    /** Say whether {@code actual} is within the bound; NaN and infinities never are. */
    public boolean accepts(double expected, double actual, double scale) {
        return Double.isFinite(actual) && Math.abs(actual - expected) <= bound(scale);
    }
}
