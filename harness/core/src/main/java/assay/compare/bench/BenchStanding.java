package assay.compare.bench;

/** Say how a benchmark of the second file stands to that of the first. */
public enum BenchStanding {
    /** Takes longer. */
    SLOWER("slower"),
    /** Takes less time. */
    FASTER("faster"),
    /** No difference was shown; that is not to say that there is none. */
    NOT_SHOWN("no difference shown"),
    /** One process alone does not tell how much processes differ. */
    UNKNOWN("cannot be told: one fork");

    private final String words;

    BenchStanding(String words) {
        this.words = words;
    }

    /** Return the standing in words. */
    public String words() {
        return words;
    }
}
