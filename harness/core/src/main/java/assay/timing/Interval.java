package assay.timing;

/** Hold an estimate with the ends of its interval; all three are ratios. */
public record Interval(double estimate, double low, double high) {
    /** Return the same with both ends {@code factor} times further away from each other on either side. */
    Interval widened(double factor) {
        return new Interval(estimate, low / factor, high * factor);
    }
}
