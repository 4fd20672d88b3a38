package assay.formula;

import java.util.OptionalDouble;

/** Know the constants; an input of the same name hides them. */
public final class Constants {
    private Constants() {}

    /** Return the value of {@code e} or {@code pi}; nothing for other names. */
    public static OptionalDouble find(String name) {
        return switch (name) {
            case "e" -> OptionalDouble.of(Math.E);
            case "pi" -> OptionalDouble.of(Math.PI);
            default -> OptionalDouble.empty();
        };
    }
}
