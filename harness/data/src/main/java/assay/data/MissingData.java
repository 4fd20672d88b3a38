package assay.data;

import java.io.IOException;

/** Say that a data set is not there, and what to run to have it. */
public final class MissingData extends IOException {
    private static final long serialVersionUID = 1L;

    /** Say it in {@code message}. */
    public MissingData(String message) {
        super(message);
    }
}
