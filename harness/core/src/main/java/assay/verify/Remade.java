package assay.verify;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Make other values of the same kind from values. */
final class Remade {
    private Remade() {}

    /**
     * Replace the numbers; a truth value counts as 1 or 0 and is true where 1 is made of it; texts and records, which
     * hold no numbers, become empty.
     */
    static Value numbers(Value value, UnaryOperator<Tensor> made) {
        if (value instanceof Tensor tensor) {
            return made.apply(tensor);
        } else if (value instanceof Truth truth) {
            Tensor number = made.apply(Tensor.scalar(truth.holds() ? 1 : 0));
            return new Truth(number.size() == 1 && number.item() == 1);
        } else if (value instanceof Sequence list) {
            return new Sequence(
                    list.items().stream().map(item -> numbers(item, made)).toList());
        }
        return value instanceof Text ? new Text("") : Fields.none();
    }

    /** Change the sign of all numbers. */
    static Value negative(Value value) {
        return tensors(value, tensor -> tensor.map(x -> -x));
    }

    /** Apply {@code made} to all tensors, also those in lists and records; leave the rest. */
    static Value tensors(Value value, UnaryOperator<Tensor> made) {
        if (value instanceof Tensor tensor) {
            return made.apply(tensor);
        } else if (value instanceof Sequence list) {
            return new Sequence(
                    list.items().stream().map(item -> tensors(item, made)).toList());
        } else if (value instanceof Fields fields) {
            Map<String, Value> byName = new LinkedHashMap<>();
            fields.byName().forEach((name, item) -> byName.put(name, tensors(item, made)));
            return new Fields(byName);
        }
        return value;
    }

    /** Turn truth values round, also those in lists. */
    static Value negated(Value value) {
        if (value instanceof Truth truth) {
            return new Truth(!truth.holds());
        } else if (value instanceof Sequence list) {
            return new Sequence(list.items().stream().map(Remade::negated).toList());
        }
        return value;
    }

    /** Put entries, items or the values of fields into another order, the same for each number of them. */
    static Value shuffled(Value value) {
        if (value instanceof Tensor tensor) {
            List<Integer> order = order(tensor.size());
            double[] entries = new double[tensor.size()];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = tensor.at(order.get(i));
            }
            return Tensor.of(shape(tensor), entries);
        } else if (value instanceof Sequence list) {
            return new Sequence(
                    order(list.items().size()).stream().map(list.items()::get).toList());
        } else if (value instanceof Fields fields) {
            List<Value> values = List.copyOf(fields.byName().values());
            List<Integer> order = order(values.size());
            Map<String, Value> byName = new LinkedHashMap<>();
            fields.byName().keySet().forEach(name -> byName.put(name, values.get(order.get(byName.size()))));
            return new Fields(byName);
        }
        return value;
    }

    /** Return an order of 0 .. n - 1 in which none stays at its place, if there are two or more: a cycle of all. */
    private static List<Integer> order(int n) {
        List<Integer> cycle = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            cycle.add(i);
        }
        Collections.shuffle(cycle, new Random(n));
        List<Integer> order = new ArrayList<>(cycle);
        for (int i = 0; i < n; i++) {
            order.set(cycle.get(i), cycle.get((i + 1) % n));
        }
        return order;
    }

    /** Reverse the axes of matrices and tensors. */
    static Value transposed(Value value) {
        return tensors(value, Remade::transposed);
    }

    private static Tensor transposed(Tensor tensor) {
        int rank = tensor.rank();
        int[] shape = shape(tensor);
        int[] turned = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            turned[axis] = shape[rank - 1 - axis];
        }
        double[] entries = new double[tensor.size()];
        for (int i = 0; i < entries.length; i++) {
            List<Integer> index = tensor.indexOf(i);
            int position = 0;
            for (int axis = rank - 1; axis >= 0; axis--) {
                position = position * shape[axis] + index.get(axis);
            }
            entries[position] = tensor.at(i);
        }
        return Tensor.of(turned, entries);
    }

    /** Move each row (entry, block) of the first axis one place on, the last to the front; a number stays. */
    static Tensor rolled(Tensor tensor) {
        if (tensor.rank() == 0 || tensor.size() == 0) {
            return tensor;
        }
        int block = tensor.size() / tensor.extent(0);
        double[] entries = new double[tensor.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[(i + block) % entries.length] = tensor.at(i);
        }
        return Tensor.of(shape(tensor), entries);
    }

    /** Leave out the last row (entry, block) of the first axis. */
    static Tensor shortened(Tensor tensor) {
        int[] shape = shape(tensor);
        int block = tensor.size() / shape[0];
        shape[0]--;
        return Tensor.of(shape, Arrays.copyOf(tensor.toArray(), tensor.size() - block));
    }

    private static int[] shape(Tensor tensor) {
        return tensor.shape().stream().mapToInt(Integer::intValue).toArray();
    }
}
