package assay.assignment;

import java.util.Locale;

/** Name a library that Java code of a task may use besides the JDK and the API. */
public enum Library {
    /** Deeplearning4j with ND4J, computing on the processor or on what the run chooses. */
    DL4J;

    /** Return the name in author files, such as dl4j. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
