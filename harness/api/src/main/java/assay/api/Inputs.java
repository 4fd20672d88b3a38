package assay.api;

import java.util.Map;

/** Hold what a task gives: named numbers, vectors, matrices and texts. Asking for a wrong name or kind says what is there. */
public record Inputs(Fields fields) {
    /** Return the inputs of a task that gives nothing. */
    public static Inputs none() {
        return new Inputs(Fields.none());
    }

    /** Make inputs from names and values. */
    public static Inputs of(Map<String, Value> byName) {
        return new Inputs(new Fields(byName));
    }

    /** Return these inputs and one more. */
    public Inputs and(String name, Object value) {
        return new Inputs(fields.with(name, Values.of(value)));
    }

    /** Return the number called {@code name}. */
    public double number(String name) {
        Tensor tensor = tensor(name);
        if (tensor.rank() != 0) {
            throw wrongKind(name, "a number", tensor);
        }
        return tensor.item();
    }

    /** Return the whole number called {@code name}. */
    public int integer(String name) {
        double number = number(name);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("input '" + name + "' is " + number + ", not a whole number");
        }
        return (int) number;
    }

    /** Return a copy of the vector called {@code name}, shape [n]. */
    public double[] vector(String name) {
        Tensor tensor = tensor(name);
        if (tensor.rank() != 1) {
            throw wrongKind(name, "a vector", tensor);
        }
        return tensor.toArray();
    }

    /** Return a copy of the matrix called {@code name} as rows [rows][columns]. */
    public double[][] matrix(String name) {
        Tensor tensor = tensor(name);
        if (tensor.rank() != 2) {
            throw wrongKind(name, "a matrix", tensor);
        }
        return tensor.toRows();
    }

    /** Return the numbers called {@code name} with their shape. */
    public Tensor tensor(String name) {
        if (value(name) instanceof Tensor tensor) {
            return tensor;
        }
        throw wrongKind(name, "made of numbers", value(name));
    }

    /** Return the text called {@code name}. */
    public String text(String name) {
        if (value(name) instanceof Text text) {
            return text.text();
        }
        throw wrongKind(name, "a text", value(name));
    }

    /** Return the value called {@code name}, whatever its kind. */
    public Value value(String name) {
        return fields.get(name)
                .orElseThrow(() -> new IllegalArgumentException("this task has no input '" + name + "'; it gives: "
                        + String.join(", ", fields.byName().keySet())));
    }

    private static IllegalArgumentException wrongKind(String name, String wanted, Value found) {
        return new IllegalArgumentException("input '" + name + "' is " + found.describe() + ", not " + wanted);
    }
}
