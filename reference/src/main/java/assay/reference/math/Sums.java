package assay.reference.math;

import java.util.function.IntToDoubleFunction;

/** Add up. */
public final class Sums {
    private Sums() {}

    /** Return term(0) + ... + term(n - 1). */
    public static double sum(int n, IntToDoubleFunction term) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += term.applyAsDouble(i);
        }
        return total;
    }

    /** Return the mean of term(0), ..., term(n - 1). */
    public static double mean(int n, IntToDoubleFunction term) {
        return sum(n, term) / n;
    }

    /** Return the scalar product. */
    public static double dot(double[] a, double[] b) {
        return sum(a.length, i -> a[i] * b[i]);
    }

    /** Return the largest absolute value, 0 for an empty vector. */
    public static double largest(double[] a) {
        double largest = 0;
        for (double entry : a) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** Return term(0), ..., term(n - 1) as a vector. */
    public static double[] vector(int n, IntToDoubleFunction term) {
        double[] entries = new double[n];
        for (int i = 0; i < n; i++) {
            entries[i] = term.applyAsDouble(i);
        }
        return entries;
    }
}
