package assay.data;

/** Hear how far a long copy or download is. */
public interface Progress {
    /** Hear that {@code done} of {@code total} bytes of {@code file} are there. */
    void at(String file, long done, long total);

    /** Hear what happened, in a sentence for people. */
    void note(String message);
}
