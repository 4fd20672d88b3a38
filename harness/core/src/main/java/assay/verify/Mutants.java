package assay.verify;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Truth;
import assay.api.Value;
import assay.assignment.Field;
import assay.verify.Variant.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Change a reference a little, as a slip of the pen would, by changing what it is given or what it returns: signs, factors,
 * shifts, transposes, arguments or answers exchanged, a term or a sample lost, single precision. In a case where a change is
 * not possible the right answer is kept.
 */
final class Mutants {
    private final TaskBench bench;
    private final List<Variant> made = new ArrayList<>();

    private Mutants(TaskBench bench) {
        this.bench = bench;
    }

    /** Make all mutants of the reference that are another answer in at least one case. */
    static List<Variant> of(TaskBench bench) {
        Mutants mutants = new Mutants(bench);
        bench.task().inputs().forEach(mutants::input);
        mutants.pairs(bench.task().inputs()).forEach(mutants::inputsSwapped);
        mutants.extents().forEach(mutants::lastDropped);
        mutants.solved(Mutants.SINGLE + " inputs", in -> Optional.of(all(in, Mutants::single)));
        bench.task().answers().forEach(mutants::answer);
        mutants.pairs(bench.task().answers()).forEach(mutants::answersSwapped);
        return List.copyOf(mutants.made);
    }

    static final String SINGLE = "single precision of";

    private void input(Field field) {
        String name = field.name();
        boolean whole = IntStream.range(0, bench.requests().size())
                .allMatch(i -> bench.inputs(i).fields().get(name).orElse(null) instanceof Tensor tensor
                        && tensor.rank() == 0
                        && tensor.item() == Math.rint(tensor.item()));
        if (!whole) {
            input("sign of input", name, tensor -> tensor.map(x -> -x));
            input("first entry lost of input", name, Mutants::firstLost);
        }
        input("shifted by one, input", name, Remade::rolled);
        input("transposed input", name, tensor -> (Tensor) Remade.transposed(tensor));
    }

    private void input(String what, String name, UnaryOperator<Tensor> change) {
        solved(
                what + " '" + name + "'",
                in -> tensor(in.fields().get(name)).map(value -> in.and(name, change.apply(value))));
    }

    private void inputsSwapped(List<String> two) {
        solved("swapped inputs '" + two.get(0) + "' and '" + two.get(1) + "'", in -> {
            Optional<Tensor> one = tensor(in.fields().get(two.get(0)));
            Optional<Tensor> other = tensor(in.fields().get(two.get(1)));
            return one.isPresent()
                            && other.isPresent()
                            && one.get().shape().equals(other.get().shape())
                    ? Optional.of(in.and(two.get(0), other.get()).and(two.get(1), one.get()))
                    : Optional.empty();
        });
    }

    /** Leave out the last of all that has the extent {@code name} first, and count one less. */
    private void lastDropped(String name) {
        solved("last of '" + name + "' dropped", in -> {
            Inputs fewer = in;
            for (Field field : bench.task().inputs()) {
                Optional<Tensor> value = tensor(in.fields().get(field.name()));
                if (value.isPresent()
                        && field.name().equals(name)
                        && value.get().rank() == 0) {
                    fewer = fewer.and(name, value.get().item() - 1);
                } else if (value.isPresent()
                        && value.get().rank() > 0
                        && value.get().extent(0) > 1
                        && field.type().extents().get(0).equals(name)) {
                    fewer = fewer.and(field.name(), Remade.shortened(value.get()));
                }
            }
            return Optional.of(fewer);
        });
    }

    private void answer(Field field) {
        String name = field.name();
        answer("sign of", name, (value, in) -> value.map(x -> -x));
        answer("factor 2 at", name, (value, in) -> value.map(x -> 2 * x));
        for (String extent : extents()) {
            answer("factor 1/" + extent + " at", name, (value, in) -> {
                double size = extent(in, extent);
                return value.map(x -> x / size);
            });
        }
        answer("first entry lost of", name, (value, in) -> firstLost(value));
        answer("shifted by one,", name, (value, in) -> Remade.rolled(value));
        answer("transposed", name, (value, in) -> (Tensor) Remade.transposed(value));
        answer(SINGLE, name, (value, in) -> single(value));
        answered(
                "negated '" + name + "'",
                (right, in) -> right.get(name)
                        .filter(Truth.class::isInstance)
                        .map(value -> right.and(name, Remade.negated(value))));
    }

    private void answer(String what, String name, BiFunction<Tensor, Inputs, Tensor> change) {
        answered(
                what + " '" + name + "'",
                (right, in) -> tensor(right.get(name)).map(value -> right.and(name, change.apply(value, in))));
    }

    private void answersSwapped(List<String> two) {
        answered("swapped '" + two.get(0) + "' and '" + two.get(1) + "'", (right, in) -> {
            Optional<Value> one = right.get(two.get(0));
            Optional<Value> other = right.get(two.get(1));
            return one.isPresent() && other.isPresent()
                    ? Optional.of(right.and(two.get(0), other.get()).and(two.get(1), one.get()))
                    : Optional.empty();
        });
    }

    /** Solve changed inputs; what the change breaks altogether keeps its right answer. */
    private void solved(String name, Function<Inputs, Optional<Inputs>> change) {
        add(name, i -> {
            try {
                return change.apply(bench.inputs(i))
                        .filter(changed -> !changed.equals(bench.inputs(i)))
                        .map(bench.reference()::solve);
            } catch (RuntimeException e) {
                // The reference refuses these inputs: this slip would not get as far as an answer.
                return Optional.empty();
            }
        });
    }

    private void answered(String name, BiFunction<Answers, Inputs, Optional<Answers>> change) {
        add(name, i -> change.apply(bench.right().get(i), bench.inputs(i)));
    }

    private void add(String name, Function<Integer, Optional<Answers>> mutated) {
        List<Answers> answers = new ArrayList<>();
        boolean differs = false;
        for (int i = 0; i < bench.right().size(); i++) {
            Answers right = bench.right().get(i);
            Answers other = mutated.apply(i).orElse(right);
            differs |= !other.equals(right);
            answers.add(other);
        }
        if (differs) {
            made.add(new Variant(name, Origin.MUTANT, answers));
        }
    }

    /** Pair the fields of equal type. */
    private List<List<String>> pairs(List<Field> fields) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            for (int j = i + 1; j < fields.size(); j++) {
                if (fields.get(i).type().equals(fields.get(j).type())) {
                    pairs.add(List.of(fields.get(i).name(), fields.get(j).name()));
                }
            }
        }
        return pairs;
    }

    /** Return the names of the free extents of all inputs. */
    private Set<String> extents() {
        Set<String> names = new LinkedHashSet<>();
        for (Field field : bench.task().inputs()) {
            field.type().extents().stream()
                    .filter(extent -> !Character.isDigit(extent.charAt(0)))
                    .forEach(names::add);
        }
        return names;
    }

    private double extent(Inputs in, String name) {
        for (Field field : bench.task().inputs()) {
            int axis = field.type().extents().indexOf(name);
            Optional<Tensor> value = tensor(in.fields().get(field.name()));
            if (axis >= 0 && value.isPresent() && value.get().rank() > axis) {
                return value.get().extent(axis);
            }
        }
        return 1;
    }

    private static Inputs all(Inputs in, UnaryOperator<Tensor> change) {
        Map<String, Value> changed = new LinkedHashMap<>();
        in.fields().byName().forEach((name, value) -> changed.put(name, Remade.tensors(value, change)));
        return Inputs.of(changed);
    }

    private static Tensor single(Tensor tensor) {
        return tensor.map(x -> (float) x);
    }

    private static Tensor firstLost(Tensor tensor) {
        double[] entries = tensor.toArray();
        if (entries.length > 0) {
            entries[0] = 0;
        }
        return Tensor.of(tensor.shape().stream().mapToInt(Integer::intValue).toArray(), entries);
    }

    private static Optional<Tensor> tensor(Optional<Value> value) {
        return value.filter(Tensor.class::isInstance).map(Tensor.class::cast);
    }
}
