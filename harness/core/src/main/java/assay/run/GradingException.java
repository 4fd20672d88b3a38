package assay.run;

/** Say that the harness or the machine cannot do its part; never about a submission. The message is for people. */
public final class GradingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Say what failed and what to do. */
    public GradingException(String message) {
        super(message);
    }

    /** Say what failed and what to do, and keep the reason. */
    public GradingException(String message, Throwable cause) {
        super(message, cause);
    }
}
