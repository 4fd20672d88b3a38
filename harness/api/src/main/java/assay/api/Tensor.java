package assay.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * Hold a rectangular block of doubles in row-major order; rank 0 is a number, rank 1 a vector, rank 2 a matrix.
 *
 * <p>NaN and infinities are allowed: a student may answer them, and a check must see them. Two tensors are equal when
 * their shapes and the bits of all entries are.
 */
public final class Tensor implements Value {
    private final int[] shape;
    private final double[] entries;

    private Tensor(int[] shape, double[] entries) {
        this.shape = shape;
        this.entries = entries;
    }

    /** Make a number (rank 0). */
    public static Tensor scalar(double value) {
        return new Tensor(new int[0], new double[] {value});
    }

    /** Make a vector [n]; the array is copied. */
    public static Tensor vector(double... values) {
        return new Tensor(new int[] {values.length}, values.clone());
    }

    /**
     * Make a matrix [rows, columns]; the arrays are copied.
     *
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Tensor matrix(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] flat = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "all rows must have " + columns + " columns like row 0, row " + i + " has " + rows[i].length);
            }
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return new Tensor(new int[] {rows.length, columns}, flat);
    }

    /**
     * Make a tensor of any rank from its entries in row-major order; both arrays are copied.
     *
     * @throws IllegalArgumentException if the number of entries is not the product of the shape
     */
    public static Tensor of(int[] shape, double[] entries) {
        long size = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("extents must not be negative, was " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, extent);
        }
        if (size != entries.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + size + " entries, was given " + entries.length);
        }
        return new Tensor(shape.clone(), entries.clone());
    }

    /** Return the number of axes. */
    public int rank() {
        return shape.length;
    }

    /** Return the number of entries. */
    public int size() {
        return entries.length;
    }

    /** Return the extents, outermost first. */
    public List<Integer> shape() {
        return Arrays.stream(shape).boxed().toList();
    }

    /** Return the extent of one axis. */
    public int extent(int axis) {
        return shape[axis];
    }

    /** Return the entry at a row-major position, 0 to size() - 1. */
    public double at(int position) {
        return entries[position];
    }

    /** Return the entry at an index with one number per axis. */
    public double get(int... index) {
        if (index.length != shape.length) {
            throw new IllegalArgumentException(
                    describe() + " needs " + shape.length + " indices, was given " + Arrays.toString(index));
        }
        int position = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            Objects.checkIndex(index[axis], shape[axis]);
            position = position * shape[axis] + index[axis];
        }
        return entries[position];
    }

    /** Return the index (one number per axis) of a row-major position. */
    public List<Integer> indexOf(int position) {
        Integer[] index = new Integer[shape.length];
        int rest = Objects.checkIndex(position, entries.length);
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return List.of(index);
    }

    /** Return the only entry; fails when there is not exactly one. */
    public double item() {
        if (entries.length != 1) {
            throw new IllegalStateException("must hold exactly one number, was " + describe());
        }
        return entries[0];
    }

    /** Return a copy of all entries in row-major order. */
    public double[] toArray() {
        return entries.clone();
    }

    /** Return a copy as rows [rows][columns]; fails unless the rank is 2. */
    public double[][] toRows() {
        if (rank() != 2) {
            throw new IllegalStateException("must be a matrix, was " + describe());
        }
        double[][] rows = new double[shape[0]][];
        for (int i = 0; i < shape[0]; i++) {
            rows[i] = Arrays.copyOfRange(entries, i * shape[1], (i + 1) * shape[1]);
        }
        return rows;
    }

    /** Return a tensor of the same shape with {@code function} applied to every entry. */
    public Tensor map(DoubleUnaryOperator function) {
        return new Tensor(shape, Arrays.stream(entries).map(function).toArray());
    }

    /** Return the transposed matrix; fails unless the rank is 2. */
    public Tensor transposed() {
        if (rank() != 2) {
            throw new IllegalStateException("must be a matrix, was " + describe());
        }
        double[] flipped = new double[entries.length];
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[1]; j++) {
                flipped[j * shape[0] + i] = entries[i * shape[1] + j];
            }
        }
        return new Tensor(new int[] {shape[1], shape[0]}, flipped);
    }

    @Override
    public String describe() {
        return switch (rank()) {
            case 0 -> "a number";
            case 1 -> "a vector [" + shape[0] + "]";
            case 2 -> "a matrix " + Arrays.toString(shape);
            default -> "a tensor " + Arrays.toString(shape);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && Arrays.equals(shape, that.shape) && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(entries.length, 8); i++) {
            shown.add(Double.toString(entries[i]));
        }
        return describe() + " " + shown + (entries.length > 8 ? "..." : "");
    }
}
