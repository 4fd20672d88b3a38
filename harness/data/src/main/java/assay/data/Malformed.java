package assay.data;

import java.io.IOException;

/** Say what a reader found in a stream, before the name of the file is known. */
final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    private final String found;

    Malformed(String found) {
        super(found);
        this.found = found;
    }

    /** Return what was found. */
    String found() {
        return found;
    }
}
