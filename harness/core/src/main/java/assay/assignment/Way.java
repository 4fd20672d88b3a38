package assay.assignment;

/** Name a way in which a task may be answered. */
public enum Way {
    /** Values in {@code answers.yaml}. */
    ANSWERS,
    /** Formulas in the inputs, in {@code answers.yaml}. */
    FORMULA,
    /** A Java method or Python function. */
    CODE,
    /** A file of labels that a model trained at home gives the test images. */
    PREDICTIONS
}
