package assay.data.weights;

import assay.data.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * Say where the numbers of a tensor lie in a row of numbers.
 *
 * @param first the place of the number with all indices 0
 * @param strides how far the next one is along each index
 */
record Layout(List<Integer> shape, long first, List<Long> strides) {
    private static final int MOST_DIMENSIONS = 16;

    Layout {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
    }

    /** Return the layout without gaps, last index fastest, or complain about extents. */
    static Layout dense(List<Long> extents, long first) throws Malformed {
        List<Long> strides = new ArrayList<>();
        long stride = 1;
        for (int axis = extents.size() - 1; axis >= 0; axis--) {
            strides.add(0, stride);
            stride = times(stride, Math.max(extents.get(axis), 1));
        }
        return of(extents, first, strides);
    }

    /** Return a layout, or complain about numbers that no tensor has. */
    static Layout of(List<Long> extents, long first, List<Long> strides) throws Malformed {
        if (extents.size() > MOST_DIMENSIONS || strides.size() != extents.size() || first < 0) {
            throw new Malformed(
                    "a tensor has the shape " + extents + ", strides " + strides + ", first place " + first);
        }
        List<Integer> shape = new ArrayList<>();
        for (int axis = 0; axis < extents.size(); axis++) {
            long extent = extents.get(axis);
            if (extent < 0 || extent > Integer.MAX_VALUE || strides.get(axis) < 0) {
                throw new Malformed("a tensor has the shape " + extents + " and the strides " + strides);
            }
            shape.add((int) extent);
        }
        return new Layout(shape, first, strides);
    }

    /** Return how many numbers there are; Long.MAX_VALUE stands for more. */
    long size() {
        long size = 1;
        for (int extent : shape) {
            size = times(size, extent);
        }
        return size;
    }

    /** Return the distance from the first number to behind the last one, at least {@link #size} if none lies on another. */
    long span() {
        if (size() == 0) {
            return 0;
        }
        long span = 1;
        for (int axis = 0; axis < shape.size(); axis++) {
            long more = times(shape.get(axis) - 1L, strides.get(axis));
            span = span > Long.MAX_VALUE - more ? Long.MAX_VALUE : span + more;
        }
        return span;
    }

    /** Complain unless the tensor fits into {@code there} numbers and has none twice. */
    void demandWithin(long there) throws Malformed {
        if (size() > span() || span() > there || first > there - span()) {
            throw new Malformed("a tensor of shape " + shape + ", strides " + strides + ", from place " + first
                    + " does not fit into the " + there + " numbers that are stored");
        }
    }

    /** Put the numbers {@code stored} from the first on into order, last index fastest. */
    float[] arrange(float[] stored) {
        if (isDense()) {
            return stored;
        }
        float[] ordered = new float[(int) size()];
        int[] index = new int[shape.size()];
        for (int to = 0; to < ordered.length; to++) {
            long from = 0;
            for (int axis = 0; axis < index.length; axis++) {
                from += index[axis] * strides.get(axis);
            }
            ordered[to] = stored[(int) from];
            for (int axis = index.length - 1; axis >= 0 && ++index[axis] == shape.get(axis); axis--) {
                index[axis] = 0;
            }
        }
        return ordered;
    }

    private boolean isDense() {
        long stride = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            if (shape.get(axis) > 1 && strides.get(axis) != stride) {
                return false;
            }
            stride = times(stride, shape.get(axis));
        }
        return true;
    }

    private static long times(long a, long b) {
        return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
    }
}
