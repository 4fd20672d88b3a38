package assay.data;

import java.io.IOException;

/** Say what a reader found in a stream, before the name of the file is known. */
public final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    private final String found;

    /** Say what was {@code found}, as the end of a sentence about the file. */
    public Malformed(String found) {
        super(found);
        this.found = found;
    }

    /** Return what was found. */
    public String found() {
        return found;
    }
}
