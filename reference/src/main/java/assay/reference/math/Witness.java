package assay.reference.math;

import assay.api.Answers;
import assay.api.Tensor;
import java.util.Optional;
import java.util.function.Supplier;

/** Read parts of a witness, refusing in a sentence what cannot be one. */
public final class Witness {
    private static final int MOST = 100;

    private Witness() {}

    /** Say in a sentence for the student why something is no witness. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Refuse with {@code sentence}. */
        public Unusable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** Examine a witness; what cannot be one is objected to in the sentence that refused it. */
    public static Optional<String> examined(Supplier<Optional<String>> examination) {
        try {
            return examination.get();
        } catch (Unusable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Read a matrix [1..100, 1..100] of finite numbers. */
    public static double[][] matrix(Answers given, String name) {
        Tensor tensor = numbers(given, name, 2);
        if (tensor.extent(0) < 1 || tensor.extent(1) < 1 || tensor.extent(0) > MOST || tensor.extent(1) > MOST) {
            throw new Unusable(
                    "'" + name + "' must have 1 to " + MOST + " rows and columns, was " + tensor.describe() + ".");
        }
        return tensor.toRows();
    }

    /** Read a vector [n] of finite numbers. */
    public static double[] vector(Answers given, String name, int n) {
        Tensor tensor = numbers(given, name, 1);
        if (tensor.size() != n) {
            throw new Unusable("'" + name + "' must have " + n + (n == 1 ? " entry" : " entries")
                    + " to fit the matrix, was " + tensor.describe() + ".");
        }
        return tensor.toArray();
    }

    /** Read a vector [n] of labels 0 and 1. */
    public static double[] labels(Answers given, String name, int n) {
        double[] labels = vector(given, name, n);
        for (double label : labels) {
            if (label != 0 && label != 1) {
                throw new Unusable("'" + name + "' must hold labels 0 and 1 only, has " + label + ".");
            }
        }
        return labels;
    }

    private static Tensor numbers(Answers given, String name, int rank) {
        if (!(given.get(name).orElse(null) instanceof Tensor tensor)) {
            throw new Unusable("The witness is not complete: '" + name + "' is missing or not made of numbers.");
        }
        if (tensor.rank() != rank) {
            throw new Unusable("'" + name + "' must be a " + (rank == 2 ? "matrix" : "vector") + ", was "
                    + tensor.describe() + ".");
        }
        for (int i = 0; i < tensor.size(); i++) {
            if (!(Math.abs(tensor.at(i)) <= 1e6)) {
                throw new Unusable(
                        "'" + name + "' must hold finite numbers up to a million, has " + tensor.at(i) + ".");
            }
        }
        return tensor;
    }
}
