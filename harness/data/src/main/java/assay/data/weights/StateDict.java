package assay.data.weights;

import assay.data.Malformed;
import assay.data.weights.Pickled.Dict;
import assay.data.weights.Pickled.Storage;
import assay.data.weights.Pickled.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of a PyTorch file by name, and what else it says about them.
 *
 * @param notes text and numbers that stand beside the tensors
 */
record StateDict(Map<String, Tensor> tensors, Map<String, String> notes) {
    private static final String INSIDE = "state_dict";

    /** Take the tensors out of what a pickle holds: a dict of tensors, or one with such a dict as its state_dict. */
    static StateDict of(Object top) throws Malformed {
        if (!(top instanceof Dict dict)) {
            throw new Malformed("its pickle holds no dict of tensors");
        }
        Map<String, String> notes = new LinkedHashMap<>();
        if (dict.values().get(INSIDE) instanceof Dict inside) {
            dict.values().forEach((key, value) -> {
                if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                    notes.put(Text.shown(key.toString()), Text.shown(value.toString()));
                }
            });
            return new StateDict(tensors(inside), notes);
        }
        return new StateDict(tensors(dict), notes);
    }

    /** Return the storages by key, or complain if two of one key differ. */
    Map<String, Storage> storages() throws Malformed {
        Map<String, Storage> storages = new LinkedHashMap<>();
        for (Tensor tensor : tensors.values()) {
            Storage storage = tensor.storage();
            if (!storages.getOrDefault(storage.key(), storage).equals(storage)) {
                throw new Malformed("its storage '" + Text.shown(storage.key()) + "' is described in two ways");
            }
            storages.put(storage.key(), storage);
        }
        return storages;
    }

    private static Map<String, Tensor> tensors(Dict dict) throws Malformed {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<Object, Object> entry : dict.values().entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof Tensor tensor)) {
                throw new Malformed(
                        "its entry '" + Text.shown(entry.getKey().toString()) + "' is no tensor with a name");
            }
            tensors.put(name, tensor);
        }
        return tensors;
    }
}
