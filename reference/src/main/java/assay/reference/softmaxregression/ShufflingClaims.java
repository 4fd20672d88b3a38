package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Examine whether shuffled data are what they should be: permuted, jointly, anew, by the seed, in a copy. */
final class ShufflingClaims {
    private ShufflingClaims() {}

    /** Every order holds each of 0..N-1 once, and not all are the order that was given. */
    static Optional<String> permutations(Inputs in, Answers given) {
        int n = in.vector("y").length;
        Optional<String> shape = notShaped(given, "orders", List.of(3, in.integer("epochs"), n));
        if (shape.isPresent()) {
            return shape;
        }
        boolean identity = true;
        for (int run = 0; run < 3; run++) {
            for (int e = 0; e < in.integer("epochs"); e++) {
                double[] order = order(given, run, e);
                Optional<String> objection = notPermutation(order, "'orders' of run " + run + ", epoch " + e);
                if (objection.isPresent()) {
                    return objection;
                }
                identity &= isSorted(order);
            }
        }
        return identity ? Optional.of("Every order is 0, 1, 2, ...: nothing has been shuffled.") : Optional.empty();
    }

    private static Optional<String> notPermutation(double[] order, String where) {
        boolean[] seen = new boolean[order.length];
        for (double index : order) {
            if (!(index >= 0 && index <= order.length - 1) || index != Math.rint(index)) {
                return Optional.of(where + " holds " + plain(index) + "; the samples are numbered 0 to "
                        + (order.length - 1) + ".");
            }
            if (seen[(int) index]) {
                return Optional.of(where + " holds sample " + (int) index + " more than once, so others are missing."
                        + " Is it drawn with replacement? Each sample comes exactly once in an epoch.");
            }
            seen[(int) index] = true;
        }
        return Optional.empty();
    }

    private static String plain(double index) {
        return index == Math.rint(index) && Math.abs(index) <= 1e6
                ? Integer.toString((int) index)
                : Double.toString(index);
    }

    private static boolean isSorted(double[] order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return false;
            }
        }
        return true;
    }

    /** Row i of x and entry i of y of an epoch are the given ones of number orders[0][epoch][i]. */
    static Optional<String> joint(Inputs in, Answers given) {
        Optional<String> orders = permutations(in, given);
        if (orders.isPresent()) {
            return Optional.of("'x' and 'y' cannot be followed without usable orders. " + orders.get());
        }
        Tensor x = in.tensor("x");
        int epochs = in.integer("epochs");
        int n = x.extent(0);
        Optional<String> shape = notShaped(given, "x", List.of(epochs, n, x.extent(1)))
                .or(() -> notShaped(given, "y", List.of(epochs, n)));
        if (shape.isPresent()) {
            return shape;
        }
        for (int e = 0; e < epochs; e++) {
            Optional<String> objection = notJoint(in, given, e);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> notJoint(Inputs in, Answers given, int epoch) {
        double[][] x = in.matrix("x");
        double[] y = in.vector("y");
        double[] order = order(given, 0, epoch);
        double[][] rows = rows(given.tensor("x"), epoch);
        double[] labels = given.tensor("y").toRows()[epoch];
        boolean followsX = Arrays.deepEquals(rows, permuted(x, order));
        boolean followsY = Arrays.equals(labels, permuted(y, order));
        if (followsX && followsY) {
            return Optional.empty();
        }
        String where = "In epoch " + epoch + " of the first seed ";
        if (followsX && Arrays.equals(labels, y)) {
            return Optional.of(where + "'y' is in the order in which it was given: only 'x' has been shuffled, so the"
                    + " labels belong to other samples now.");
        }
        if (followsY && Arrays.deepEquals(rows, x)) {
            return Optional.of(where + "'x' is in the order in which it was given: only 'y' has been shuffled.");
        }
        if (followsX != followsY) {
            String other = followsX ? "y" : "x";
            return Optional.of(where + "'" + other + "' does not follow 'orders' but '" + (followsX ? "x" : "y")
                    + "' does. Take one order for both, not two shuffles.");
        }
        if (Arrays.deepEquals(permuted(rows, order), x)) {
            return Optional.of(
                    where + "'x' is shuffled by the inverse of 'orders': row i must be the given row of number"
                            + " order[i], not go there.");
        }
        return Optional.of(
                where + "neither 'x' nor 'y' follows 'orders'. Do the orders refer to the arrays as they were"
                        + " given, or to those of the epoch before?");
    }

    /** No two epochs of a run have the same order. */
    static Optional<String> newEachEpoch(Inputs in, Answers given) {
        return permutations(in, given).or(() -> {
            int epochs = in.integer("epochs");
            for (int run = 0; run < 3; run++) {
                for (int e = 1; e < epochs; e++) {
                    for (int before = 0; before < e; before++) {
                        if (Arrays.equals(order(given, run, e), order(given, run, before))) {
                            return Optional.of("Epochs " + before + " and " + e + " of run " + run
                                    + " have the same order: draw a new one for each epoch. Is the generator seeded again"
                                    + " in every epoch?");
                        }
                    }
                }
            }
            return Optional.empty();
        });
    }

    /** Runs 0 and 2 have one seed and the same orders, run 1 another seed and other orders. */
    static Optional<String> seeded(Inputs in, Answers given) {
        return permutations(in, given).or(() -> {
            boolean repeats = true;
            boolean differs = false;
            for (int e = 0; e < in.integer("epochs"); e++) {
                repeats &= Arrays.equals(order(given, 0, e), order(given, 2, e));
                differs |= !Arrays.equals(order(given, 0, e), order(given, 1, e));
            }
            if (!repeats) {
                return Optional.of(
                        "Runs 0 and 2 have the same seed but not the same orders: make a new generator from the"
                                + " seed at the start of each run, and draw from it alone.");
            }
            return differs
                    ? Optional.empty()
                    : Optional.of("Runs 0 and 1 have different seeds but the same orders: the seed is not used.");
        });
    }

    /** The caller's x is what it was, although shuffled data have been made from it. */
    static Optional<String> callerUntouched(Inputs in, Answers given) {
        Optional<String> shape = permutations(in, given)
                .or(() -> notShaped(given, "given", in.tensor("x").shape()));
        if (shape.isPresent()) {
            return shape;
        }
        if (given.tensor("given").equals(in.tensor("x"))) {
            return Optional.empty();
        }
        return Optional.of(
                "The array that was passed in has changed: it is shuffled in place. The caller still needs it;"
                        + " shuffle a copy, or index with the order.");
    }

    private static Optional<String> notShaped(Answers given, String name, List<Integer> shape) {
        if (given.get(name).orElse(null) instanceof Tensor tensor
                && tensor.shape().equals(shape)) {
            return Optional.empty();
        }
        String found = given.get(name).map(value -> "was " + value.describe()).orElse("is missing");
        return Optional.of("'" + name + "' must have the shape " + shape + ", " + found + ".");
    }

    private static double[] order(Answers given, int run, int epoch) {
        Tensor orders = given.tensor("orders");
        int n = orders.extent(2);
        int from = (run * orders.extent(1) + epoch) * n;
        return Arrays.copyOfRange(orders.toArray(), from, from + n);
    }

    private static double[][] rows(Tensor x, int epoch) {
        double[][] rows = new double[x.extent(1)][x.extent(2)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = x.get(epoch, i, j);
            }
        }
        return rows;
    }

    private static double[][] permuted(double[][] rows, double[] order) {
        double[][] permuted = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            permuted[i] = rows[(int) order[i]];
        }
        return permuted;
    }

    private static double[] permuted(double[] entries, double[] order) {
        double[] permuted = new double[entries.length];
        for (int i = 0; i < entries.length; i++) {
            permuted[i] = entries[(int) order[i]];
        }
        return permuted;
    }
}
