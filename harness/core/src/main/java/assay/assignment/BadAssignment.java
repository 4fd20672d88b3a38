package assay.assignment;

/** Say what is wrong in a file that an author wrote: file, line, what was found, what to write instead. */
public final class BadAssignment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Say it; {@code line} is 1-based, 0 when the whole file is meant. */
    public BadAssignment(String file, int line, String found, String instead) {
        super(file + (line > 0 ? ":" + line : "") + ": " + found + (instead.isEmpty() ? "" : "; " + instead));
    }
}
