package assay.check.diagnosis;

import assay.api.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Read a comparison of matrices [steps + 1, columns] step by step: row 0 is the start.
 *
 * @param comparison expected, actual and scale are matrices
 */
public record Trajectory(Comparison comparison) {
    /** Return the comparison with every scale replaced by the largest one of its column up to that step: a state is built
     * by adding to the states before it, and has their round-off. */
    public static Comparison accumulated(Comparison one) {
        int columns = one.expected().extent(1);
        double[] scale = one.scale().toArray();
        for (int i = columns; i < scale.length; i++) {
            scale[i] = Math.max(scale[i], scale[i - columns]);
        }
        Tensor largest = Tensor.of(new int[] {one.expected().extent(0), columns}, scale);
        return new Comparison(one.trial(), one.expected(), one.actual(), largest, one.tolerance());
    }

    /** Return the number of rows. */
    public int rows() {
        return comparison.expected().extent(0);
    }

    /** Return the number of columns. */
    public int columns() {
        return comparison.expected().extent(1);
    }

    /** Return the row-major position of an entry. */
    public int position(int row, int column) {
        return row * columns() + column;
    }

    /** Return the first row with an entry that is not accepted; the number of rows when there is none. */
    public int departure() {
        return IntStream.range(0, rows())
                .filter(row -> !departing(row).isEmpty())
                .findFirst()
                .orElse(rows());
    }

    /** Return the columns that are not accepted in a row. */
    public List<Integer> departing(int row) {
        return IntStream.range(0, columns())
                .filter(column -> !comparison.passes(position(row, column)))
                .boxed()
                .toList();
    }

    /** Return one column as a comparison of vectors. */
    Comparison column(int column) {
        return new Comparison(
                comparison.trial(),
                column(comparison.expected(), column),
                column(comparison.actual(), column),
                column(comparison.scale(), column),
                comparison.tolerance());
    }

    private Tensor column(Tensor matrix, int column) {
        return Tensor.vector(IntStream.range(0, rows())
                .mapToDouble(row -> matrix.at(position(row, column)))
                .toArray());
    }

    /** Return the answered step into a row as a share of the right step; NaN where the right one is too short to say. */
    double stepRatio(int row, int column) {
        int to = position(row, column);
        int from = position(row - 1, column);
        double right = comparison.expected().at(to) - comparison.expected().at(from);
        double taken = comparison.actual().at(to) - comparison.actual().at(from);
        return Math.abs(right) > 100 * comparison.bound(to) ? taken / right : Double.NaN;
    }
}
