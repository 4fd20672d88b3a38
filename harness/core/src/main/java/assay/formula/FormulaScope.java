package assay.formula;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Say which names a formula may use.
 *
 * @param numbers names of numbers
 * @param vectors names of vectors, each with its length: digits, or a free name such as {@code "n"}
 * @param others names of inputs that cannot stand in a formula, each with what it is: "a matrix [2, 3]"
 */
public record FormulaScope(Set<String> numbers, Map<String, String> vectors, Map<String, String> others) {
    public FormulaScope {
        numbers = Collections.unmodifiableSet(new LinkedHashSet<>(numbers));
        vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Return the scope of a task that gives nothing. */
    public static FormulaScope none() {
        return new FormulaScope(Set.of(), Map.of(), Map.of());
    }

    /** Return the scope of a task that gives these inputs. */
    public static FormulaScope of(Inputs inputs) {
        FormulaScope scope = none();
        for (Map.Entry<String, Value> input : inputs.fields().byName().entrySet()) {
            String name = input.getKey();
            if (input.getValue() instanceof Tensor tensor && tensor.rank() == 0) {
                scope = scope.andNumber(name);
            } else if (input.getValue() instanceof Tensor tensor && tensor.rank() == 1) {
                scope = scope.andVector(name, String.valueOf(tensor.extent(0)));
            } else {
                scope = scope.andOther(name, input.getValue().describe());
            }
        }
        return scope;
    }

    /** Return this scope and the number {@code name}. */
    public FormulaScope andNumber(String name) {
        Set<String> more = new LinkedHashSet<>(numbers);
        more.add(name);
        return new FormulaScope(more, vectors, others);
    }

    /** Return this scope and the vector {@code name}; {@code length} is digits, or a name when it is free. */
    public FormulaScope andVector(String name, String length) {
        return new FormulaScope(numbers, with(vectors, name, length), others);
    }

    /** Return this scope and an input that cannot stand in a formula, for its error message. */
    public FormulaScope andOther(String name, String description) {
        return new FormulaScope(numbers, vectors, with(others, name, description));
    }

    /** Return all names that a formula may use, numbers first. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(numbers);
        names.addAll(vectors.keySet());
        return names;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
