package assay.compare.statistics;

/** Be a closed interval; both ends finite, {@code low <= high}. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("an interval must have finite ends in order, was " + low + ", " + high);
        }
    }

    /** Say whether {@code value} lies inside, ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
