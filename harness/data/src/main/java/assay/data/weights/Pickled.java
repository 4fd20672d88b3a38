package assay.data.weights;

import assay.data.Malformed;
import java.util.List;
import java.util.Map;

/** What a pickle of a state dict is made of, beside text and numbers. */
interface Pickled {
    /** The value None. */
    enum None implements Pickled {
        NONE
    }

    /** A name of something in a Python module; what it names does not exist here. */
    record Global(String name) implements Pickled {}

    /** Values that stay as they are. */
    record Tuple(List<Object> values) implements Pickled {
        /** Copy the values. */
        public Tuple {
            values = List.copyOf(values);
        }
    }

    /** Values that more are added to. */
    record Values(List<Object> values) implements Pickled {}

    /** Values by keys; keys are text or whole numbers. */
    record Dict(Map<Object, Object> values) implements Pickled {
        /** Set a value. */
        void put(Object key, Object value) throws Malformed {
            if (!(key instanceof String) && !(key instanceof Long)) {
                throw new Malformed("its pickle has a key that is neither text nor a whole number");
            }
            values.put(key, value);
        }
    }

    /** A row of numbers that lies elsewhere in the file under {@code key}. */
    record Storage(String key, ElementType type, long size) implements Pickled {}

    /** A tensor in a storage. */
    record Tensor(Storage storage, Layout layout) implements Pickled {}
}
