package assay.experiment.job;

/** Say that a job cannot be run as it was ordered, and what to order instead. */
public final class BadJob extends Exception {
    private static final long serialVersionUID = 1L;

    /** Say it in {@code message}. */
    public BadJob(String message) {
        super(message);
    }
}
