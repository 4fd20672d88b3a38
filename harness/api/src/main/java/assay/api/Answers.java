package assay.api;

import java.util.Map;
import java.util.Optional;

/** Hold what a task is answered with: named numbers, arrays, texts and truth values. Immutable; build it with {@code of} and {@code and}. */
public record Answers(Fields fields) {
    /** Return the answer that answers nothing. */
    public static Answers none() {
        return new Answers(Fields.none());
    }

    /** Make answers from names and values. */
    public static Answers of(Map<String, Value> byName) {
        return new Answers(new Fields(byName));
    }

    /**
     * Make the first answer: a number, a boolean, a text, an array of numbers (any rank), a list or a {@link Value}.
     *
     * @throws IllegalArgumentException if the value is of no such kind, naming the answer
     */
    public static Answers of(String name, Object value) {
        return none().and(name, value);
    }

    /** Return these answers and one more; the kinds are those of {@link #of(String, Object)}. */
    public Answers and(String name, Object value) {
        try {
            return new Answers(fields.with(name, Values.of(value)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("answer '" + name + "': " + e.getMessage(), e);
        }
    }

    /** Find the answer called {@code name}. */
    public Optional<Value> get(String name) {
        return fields.get(name);
    }

    /** Return the numbers called {@code name}; fails when there are none. */
    public Tensor tensor(String name) {
        if (fields.get(name).orElse(null) instanceof Tensor tensor) {
            return tensor;
        }
        throw new NoAnswer(name);
    }
}
