package assay.run;

/** Name where an answer came from. */
public enum Source {
    ANSWERS_FILE,
    FORMULA,
    JAVA,
    PYTHON,
    PREDICTIONS_FILE,
    NOWHERE
}
