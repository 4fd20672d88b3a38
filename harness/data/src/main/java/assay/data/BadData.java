package assay.data;

import java.io.IOException;
import java.nio.file.Path;

/** Say that a data file is not what it must be: which file, what was found, what to do. */
public final class BadData extends IOException {
    private static final long serialVersionUID = 1L;

    /** Say that {@code file} must be something else than what was {@code found}, and {@code advice} helps. */
    public BadData(Path file, String found, String advice) {
        super(file + ": " + found + ". " + advice);
    }
}
