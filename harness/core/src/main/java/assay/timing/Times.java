package assay.timing;

/**
 * Hold the time of one request, in milliseconds: the mean of a block.
 *
 * @param wall by the parent's clock
 * @param cpu processor time of the child and all that it started; 0 where it cannot be measured
 */
public record Times(double wall, double cpu) {
    public Times {
        if (!(wall >= 0 && cpu >= 0)) {
            throw new IllegalArgumentException("times must be 0 or more, were " + wall + " and " + cpu);
        }
    }

    double by(Clock clock) {
        return clock == Clock.WALL ? wall : cpu;
    }
}
