package assay.submission;

/** Say why nothing of a submission can be graded, in a sentence for the student. */
public final class UnreadableSubmission extends Exception {
    private static final long serialVersionUID = 1L;

    /** Say why. */
    public UnreadableSubmission(String message) {
        super(message);
    }
}
