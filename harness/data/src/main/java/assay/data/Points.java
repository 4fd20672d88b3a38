package assay.data;

import java.util.Objects;

/** Hold points (x[i], y[i]) for a regression; the arrays are handed over and not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record Points(double[] x, double[] y) {
    /** Check that every x has its y. */
    public Points {
        Objects.requireNonNull(x);
        Objects.requireNonNull(y);
        if (x.length != y.length) {
            throw new IllegalArgumentException("must have as many y as x, was " + y.length + " for " + x.length);
        }
    }

    /** Return the number of points. */
    public int size() {
        return x.length;
    }
}
