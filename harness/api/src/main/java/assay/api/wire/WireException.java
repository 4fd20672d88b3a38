package assay.api.wire;

/** Say why a line is not a message. The text of the line is not repeated. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Say why, in a few words. */
    public WireException(String message) {
        super(message);
    }
}
