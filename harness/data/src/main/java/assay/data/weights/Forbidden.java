package assay.data.weights;

import java.io.IOException;

/** Say that a file asks for what no file of weights may do; it is not damaged, and copying it again does not help. */
final class Forbidden extends IOException {
    private static final long serialVersionUID = 1L;

    private final String found;

    Forbidden(String found) {
        super(found);
        this.found = found;
    }

    /** Return what it asks for. */
    String found() {
        return found;
    }
}
