package assay.cli;

/** Say that a command cannot be carried out as it was given, and what to write instead. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Say it. */
    public UsageException(String message) {
        super(message);
    }
}
