package assay.run;

/** Name the languages that a child process runs. */
public enum Language {
    JAVA,
    PYTHON;

    /** Return where answers of a child in this language come from. */
    Source source() {
        return this == JAVA ? Source.JAVA : Source.PYTHON;
    }
}
