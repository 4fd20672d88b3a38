package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Examine matrices that should give the same softmax for every x: softmax(M x) = softmax(N x) for all x exactly when all rows
 * of M - N are equal, since softmax ignores a common summand and nothing else.
 */
final class EquivalenceClaims {
    private static final double ROUNDING = 1e-9;

    private EquivalenceClaims() {}

    /** A, B, C for a given W. */
    static Optional<String> factors(Inputs in, Answers given) {
        return examined(() -> {
            double[][] w = in.matrix("W");
            int k = w.length;
            double[][] a = matrix(given, "A", k, k);
            double[][] b = matrix(given, "B", k, k);
            double[][] c = matrix(given, "C", k, w[0].length);
            double[][] m = product(a, b, c);
            if (isSameModel(m, w)) {
                return Optional.empty();
            }
            return Optional.of(difference(m, w) + factorsCause(m, w));
        });
    }

    private static String factorsCause(double[][] m, double[][] w) {
        if (isSameModel(m, scaled(w, 2))) {
            return " Your (A + B) C is 2 W: do A and B both pass W on?";
        } else if (isSameModel(m, scaled(w, 0))) {
            return " Your (A + B) C is 0 up to equal rows, whatever W is.";
        } else if (w.length == w[0].length && isSameModel(m, transposed(w))) {
            return " Your (A + B) C is the transposed W.";
        }
        return "";
    }

    /** W for given A, B, C. */
    static Optional<String> product(Inputs in, Answers given) {
        return examined(() -> {
            double[][] a = in.matrix("A");
            double[][] b = in.matrix("B");
            double[][] c = in.matrix("C");
            double[][] w = matrix(given, "W", a.length, c[0].length);
            double[][] m = product(a, b, c);
            if (isSameModel(m, w)) {
                return Optional.empty();
            }
            return Optional.of(difference(m, w) + productCause(w, a, b, c));
        });
    }

    private static String productCause(double[][] w, double[][] a, double[][] b, double[][] c) {
        if (isSameModel(w, times(a, c))) {
            return " Your W is A C: the share of B is lost.";
        } else if (isSameModel(w, times(b, c))) {
            return " Your W is B C: the share of A is lost.";
        } else if (isSameModel(w, times(times(a, b), c))) {
            return " Your W is A B C: A and B are to be added, not multiplied.";
        } else if (isSameModel(w, c)) {
            return " Your W is C alone.";
        } else if (w.length == w[0].length && isSameModel(transposed(w), product(a, b, c))) {
            return " Your W is transposed.";
        }
        return "";
    }

    /** A, B, C and W that fit although A + B has no inverse. */
    static Optional<String> singular(Answers given) {
        return examined(() -> {
            double[][] w = Witness.matrix(given, "singular-W");
            int k = w.length;
            double[][] a = matrix(given, "singular-A", k, k);
            double[][] b = matrix(given, "singular-B", k, k);
            double[][] c = matrix(given, "singular-C", k, w[0].length);
            if (rank(sum(a, b)) == k) {
                return Optional.of(
                        "Your A + B has an inverse (its rank is " + k + "), so it does not contradict the statement.");
            }
            double[][] m = product(a, b, c);
            return isSameModel(m, w)
                    ? Optional.empty()
                    : Optional.of(
                            difference(m, w) + " A + B is singular, but the example has to give the same model too.");
        });
    }

    /** W [K, m] and r below K and m such that no K x r matrices and r x m matrix give the model of W. */
    static Optional<String> bottleneck(Answers given) {
        return examined(() -> {
            double[][] w = Witness.matrix(given, "bottleneck-W");
            if (!(given.get("bottleneck-r").orElse(null) instanceof Tensor number) || number.rank() != 0) {
                return Optional.of("The witness is not complete: 'bottleneck-r' is missing or no number.");
            }
            double r = number.item();
            int least = Math.min(w.length, w[0].length);
            if (!(r >= 1 && r < least && r == Math.rint(r))) {
                return Optional.of("'bottleneck-r' must be a whole number, 1 or more and less than both " + w.length
                        + " and " + w[0].length + " (the rows and columns of your W), was " + number.item() + ".");
            }
            double[][] centred = new double[w.length][];
            Arrays.setAll(centred, i -> Sums.vector(w[0].length, j -> w[i][j] - w[0][j]));
            int rank = rank(centred);
            if (rank > r) {
                return Optional.empty();
            }
            return Optional.of("Your W is within reach of r = " + (int) r + ": W has rank " + rank(w)
                    + ", and after the same row is subtracted from all its rows, which softmax does not notice, the rank is "
                    + rank + ". (A + B) C has rank r at most, and needs no more than that.");
        });
    }

    /** Return (A + B) C. */
    static double[][] product(double[][] a, double[][] b, double[][] c) {
        return times(sum(a, b), c);
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][];
        Arrays.setAll(sum, i -> Sums.vector(a[i].length, j -> a[i][j] + b[i][j]));
        return sum;
    }

    private static double[][] times(double[][] a, double[][] c) {
        double[][] product = new double[a.length][];
        Arrays.setAll(product, i -> Sums.vector(c[0].length, j -> Sums.sum(c.length, l -> a[i][l] * c[l][j])));
        return product;
    }

    private static double[][] scaled(double[][] w, double factor) {
        double[][] scaled = new double[w.length][];
        Arrays.setAll(scaled, i -> Sums.vector(w[i].length, j -> factor * w[i][j]));
        return scaled;
    }

    private static double[][] transposed(double[][] w) {
        double[][] flipped = new double[w[0].length][];
        Arrays.setAll(flipped, j -> Sums.vector(w.length, i -> w[i][j]));
        return flipped;
    }

    /** Return whether all rows of m - w are equal, to 1e-9 of 1 + max |w|. */
    static boolean isSameModel(double[][] m, double[][] w) {
        double bound = bound(w);
        for (int i = 1; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                if (!(Math.abs(m[i][j] - w[i][j] - (m[0][j] - w[0][j])) <= bound)) {
                    return false;
                }
            }
        }
        return isFinite(m) && isFinite(w);
    }

    private static boolean isFinite(double[][] m) {
        return Arrays.stream(m).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    private static double bound(double[][] w) {
        return ROUNDING * (1 + Arrays.stream(w).mapToDouble(Sums::largest).max().orElse(0));
    }

    private static String difference(double[][] m, double[][] w) {
        for (int i = 1; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                double here = m[i][j] - w[i][j];
                double first = m[0][j] - w[0][j];
                if (!(Math.abs(here - first) <= bound(w))) {
                    return String.format(
                            Locale.ROOT,
                            "The models differ: column %d of (A + B) C - W has %.6g in row 0 and %.6g in row %d, and softmax"
                                    + " ignores only a difference that is the same in all rows.",
                            j,
                            first,
                            here,
                            i);
                }
            }
        }
        return "The matrices must hold finite numbers.";
    }

    private static double[][] matrix(Answers given, String name, int rows, int columns) {
        double[][] matrix = Witness.matrix(given, name);
        if (matrix.length != rows || matrix[0].length != columns) {
            String turned = matrix.length == columns && matrix[0].length == rows ? " Is it transposed?" : "";
            String square = rows == columns ? " It has a row and a column for each class." : "";
            throw new Witness.Unusable("'" + name + "' must be a matrix [" + rows + ", " + columns + "] here, was ["
                    + matrix.length + ", " + matrix[0].length + "]." + square + turned);
        }
        return matrix;
    }

    /** Count the pivots above 1e-9 of the largest entry, by elimination with complete pivoting. */
    static int rank(double[][] matrix) {
        double[][] m = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double least =
                ROUNDING * Arrays.stream(m).mapToDouble(Sums::largest).max().orElse(0);
        int rank = 0;
        while (rank < Math.min(m.length, m[0].length)) {
            int row = rank;
            int column = rank;
            for (int i = rank; i < m.length; i++) {
                for (int j = rank; j < m[0].length; j++) {
                    if (Math.abs(m[i][j]) > Math.abs(m[row][column])) {
                        row = i;
                        column = j;
                    }
                }
            }
            if (!(Math.abs(m[row][column]) > least)) {
                return rank;
            }
            swap(m, rank, row, column);
            eliminate(m, rank);
            rank++;
        }
        return rank;
    }

    private static void swap(double[][] m, int at, int row, int column) {
        double[] kept = m[at];
        m[at] = m[row];
        m[row] = kept;
        for (double[] one : m) {
            double entry = one[at];
            one[at] = one[column];
            one[column] = entry;
        }
    }

    private static void eliminate(double[][] m, int at) {
        for (int i = at + 1; i < m.length; i++) {
            double factor = m[i][at] / m[at][at];
            for (int j = at; j < m[0].length; j++) {
                m[i][j] -= factor * m[at][j];
            }
        }
    }

    private static Optional<String> examined(Supplier<Optional<String>> examination) {
        try {
            return examination.get();
        } catch (Witness.Unusable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
