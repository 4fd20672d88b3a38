package assay.reference.dnnmath;

import assay.api.Tensor;
import java.util.function.ToDoubleFunction;

/** Make images and filters from a rule, and look at pixels beyond their border. */
final class Images {
    private Images() {}

    /** Make a tensor of {@code shape} whose entry at each index is {@code of(index)}; the index array is only lent. */
    static Tensor filled(int[] shape, ToDoubleFunction<int[]> of) {
        int size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        double[] entries = new double[size];
        int[] index = new int[shape.length];
        for (int position = 0; position < size; position++) {
            entries[position] = of.applyAsDouble(index);
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return Tensor.of(shape, entries);
    }

    /** Return pixel [row, column] of a matrix, 0 outside (zero padding). */
    static double padded(Tensor image, int row, int column) {
        boolean inside = row >= 0 && row < image.extent(0) && column >= 0 && column < image.extent(1);
        return inside ? image.get(row, column) : 0;
    }

    /** Turn the last two axes by 180 degrees: a cross-correlation with the result is the convolution of mathematics. */
    static Tensor flipped(Tensor filter) {
        int rank = filter.rank();
        int[] shape = filter.shape().stream().mapToInt(Integer::intValue).toArray();
        return filled(shape, index -> {
            int[] from = index.clone();
            from[rank - 2] = shape[rank - 2] - 1 - index[rank - 2];
            from[rank - 1] = shape[rank - 1] - 1 - index[rank - 1];
            return filter.get(from);
        });
    }
}
