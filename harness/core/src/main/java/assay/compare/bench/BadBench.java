package assay.compare.bench;

/** Say that a file of benchmarks cannot be used, or two not be compared, and why. */
public final class BadBench extends Exception {
    private static final long serialVersionUID = 1L;

    /** Say it. */
    public BadBench(String message) {
        super(message);
    }
}
