package assay.run;

/** Name the languages that a child process runs. */
public enum Language {
    JAVA,
    PYTHON
}
