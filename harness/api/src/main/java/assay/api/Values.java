package assay.api;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turn plain Java numbers, arrays, texts and collections into {@link Value}s. */
public final class Values {
    private Values() {}

    /**
     * Turn {@code object} into a value: Number, Boolean, CharSequence, arrays and Iterables of these, Map with text keys, Value.
     *
     * @throws IllegalArgumentException if it is something else; the message says what it was and what is accepted
     */
    public static Value of(Object object) {
        if (object instanceof Value value) {
            return value;
        } else if (object instanceof Number number) {
            return Tensor.scalar(number.doubleValue());
        } else if (object instanceof Boolean truth) {
            return new Truth(truth);
        } else if (object instanceof CharSequence text) {
            return new Text(text.toString());
        } else if (object instanceof Map<?, ?> map) {
            return ofMap(map);
        } else if (object instanceof double[] vector) {
            return Tensor.vector(vector);
        } else if (object instanceof Iterable<?> items) {
            List<Value> values = new ArrayList<>();
            items.forEach(item -> values.add(of(notNull(item))));
            return stack(values);
        } else if (object != null && object.getClass().isArray()) {
            List<Value> values = new ArrayList<>();
            for (int i = 0; i < Array.getLength(object); i++) {
                values.add(of(notNull(Array.get(object, i))));
            }
            return stack(values);
        }
        throw new IllegalArgumentException("must be a number, boolean, text, array, list or map, was "
                + (object == null ? "null" : object.getClass().getName()));
    }

    /** Join values to one tensor where all are numbers of one shape, else to a {@link Sequence}; nothing gives a vector [0]. */
    public static Value stack(List<Value> values) {
        if (values.isEmpty()) {
            return Tensor.vector();
        }
        if (!(values.get(0) instanceof Tensor first)) {
            return new Sequence(values);
        }
        double[] entries = new double[Math.multiplyExact(values.size(), first.size())];
        int filled = 0;
        for (Value value : values) {
            if (!(value instanceof Tensor tensor) || !tensor.shape().equals(first.shape())) {
                return new Sequence(values);
            }
            for (int i = 0; i < tensor.size(); i++) {
                entries[filled++] = tensor.at(i);
            }
        }
        int[] shape = new int[first.rank() + 1];
        shape[0] = values.size();
        for (int axis = 0; axis < first.rank(); axis++) {
            shape[axis + 1] = first.extent(axis);
        }
        return Tensor.of(shape, entries);
    }

    private static Fields ofMap(Map<?, ?> map) {
        Map<String, Value> byName = new LinkedHashMap<>();
        map.forEach((key, value) -> byName.put(String.valueOf(key), of(notNull(value))));
        return new Fields(byName);
    }

    private static Object notNull(@org.jspecify.annotations.Nullable Object item) {
        if (item == null) {
            throw new IllegalArgumentException("must not contain null");
        }
        return item;
    }
}
