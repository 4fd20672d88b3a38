package assay.compare;

/** Say how two variants stand to each other; what is not known is said, too. */
public enum Standing {
    /** Better, and by more than the margin. */
    CLEARLY_BETTER("better by more than the margin"),
    /** Better; by how much is open, or no margin is declared. */
    BETTER("better"),
    /** As good as equal: whatever the difference is, it is below the margin. */
    EQUIVALENT("as good as equal"),
    /** The same value in every seed. */
    IDENTICAL("identical in every seed"),
    /** The seeds do not suffice to say. */
    INCONCLUSIVE("inconclusive");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** Return the standing in words. */
    public String words() {
        return words;
    }
}
