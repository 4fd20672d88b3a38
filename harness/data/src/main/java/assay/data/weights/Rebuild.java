package assay.data.weights;

import assay.data.Malformed;
import assay.data.weights.Pickled.Dict;
import assay.data.weights.Pickled.Global;
import assay.data.weights.Pickled.Storage;
import assay.data.weights.Pickled.Tensor;
import assay.data.weights.Pickled.Tuple;
import assay.data.weights.Pickled.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Know the few names that a state dict may mention, and what calling them means; nothing of Python is called. */
final class Rebuild {
    private static final String ORDERED = "collections.OrderedDict";
    private static final String TENSOR = "torch._utils._rebuild_tensor";
    private static final String TENSOR_2 = "torch._utils._rebuild_tensor_v2";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final Map<String, ElementType> STORAGES = Map.of(
            "torch.FloatStorage", ElementType.FLOAT32,
            "torch.HalfStorage", ElementType.FLOAT16,
            "torch.BFloat16Storage", ElementType.BFLOAT16,
            "torch.DoubleStorage", ElementType.FLOAT64,
            "torch.LongStorage", ElementType.INT64,
            "torch.IntStorage", ElementType.INT32,
            "torch.ShortStorage", ElementType.INT16,
            "torch.CharStorage", ElementType.INT8,
            "torch.ByteStorage", ElementType.UINT8,
            "torch.BoolStorage", ElementType.BOOL);

    private Rebuild() {}

    /** Return the name {@code module.name} if a state dict may mention it, or refuse it. */
    static Global global(String module, String name) throws Forbidden {
        String full = module + "." + name;
        if (STORAGES.containsKey(full)
                || List.of(ORDERED, TENSOR, TENSOR_2, PARAMETER).contains(full)) {
            return new Global(full);
        }
        throw new Forbidden("its pickle asks for '" + Text.shown(full) + "'");
    }

    /** Return what calling {@code called} with {@code given} makes. */
    static Object call(Object called, Object given) throws IOException {
        if (!(called instanceof Global global) || !(given instanceof Tuple arguments)) {
            throw new Malformed("its pickle calls something that is no function");
        }
        List<Object> values = arguments.values();
        return switch (global.name()) {
            case ORDERED -> ordered(values);
            case TENSOR -> tensor(values, 4, 4);
            case TENSOR_2 -> tensor(values, 6, 7);
            case PARAMETER -> {
                if (values.isEmpty() || !(values.get(0) instanceof Tensor tensor)) {
                    throw new Malformed("its pickle makes a parameter of something that is no tensor");
                }
                yield tensor;
            }
            default -> throw new Forbidden("its pickle calls '" + global.name() + "'");
        };
    }

    /** Return the storage that a persistent id names: ("storage", type, key, device, size), in old files with a view. */
    static Storage storage(Object id) throws Malformed {
        if (id instanceof Tuple tuple
                && tuple.values().size() >= 5
                && tuple.values().get(0).equals("storage")
                && tuple.values().get(1) instanceof Global global
                && STORAGES.containsKey(global.name())
                && tuple.values().get(2) instanceof String key
                && tuple.values().get(4) instanceof Long size
                && size >= 0) {
            if (tuple.values().size() > 5 && tuple.values().get(5) != Pickled.None.NONE) {
                throw new Malformed(
                        "its storage '" + Text.shown(key) + "' is a view of another, which is not read here");
            }
            ElementType type = STORAGES.getOrDefault(global.name(), ElementType.FLOAT32);
            return new Storage(key, type, size);
        }
        throw new Malformed("its pickle refers to something that is no storage of a known type");
    }

    private static Dict ordered(List<Object> arguments) throws Malformed {
        Dict dict = new Dict(new LinkedHashMap<>());
        List<Object> pairs = arguments.isEmpty() ? List.of() : items(arguments.get(0));
        if (arguments.size() > 1) {
            throw new Malformed("its pickle makes an OrderedDict of more than one list");
        }
        for (Object pair : pairs) {
            List<Object> both = items(pair);
            if (both.size() != 2) {
                throw new Malformed("its pickle makes an OrderedDict of something that is no list of pairs");
            }
            dict.put(both.get(0), both.get(1));
        }
        return dict;
    }

    private static List<Object> items(Object value) throws Malformed {
        if (value instanceof Tuple tuple) {
            return tuple.values();
        } else if (value instanceof Values list) {
            return list.values();
        }
        throw new Malformed("its pickle makes an OrderedDict of something that is no list of pairs");
    }

    private static Tensor tensor(List<Object> arguments, int least, int most) throws Malformed {
        if (arguments.size() < least
                || arguments.size() > most
                || !(arguments.get(0) instanceof Storage storage)
                || !(arguments.get(1) instanceof Long first)) {
            throw new Malformed("its pickle makes a tensor of other things than storage, place, shape and strides");
        }
        Layout layout = Layout.of(numbers(arguments.get(2)), first, numbers(arguments.get(3)));
        layout.demandWithin(storage.size());
        return new Tensor(storage, layout);
    }

    private static List<Long> numbers(Object value) throws Malformed {
        List<Long> numbers = new ArrayList<>();
        if (value instanceof Tuple tuple) {
            for (Object one : tuple.values()) {
                if (one instanceof Long number) {
                    numbers.add(number);
                }
            }
            if (numbers.size() == tuple.values().size()) {
                return numbers;
            }
        }
        throw new Malformed("its pickle has a shape or strides that are not whole numbers");
    }
}
