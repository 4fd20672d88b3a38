package assay.api;

import java.util.Objects;

/** Hold a text: a choice, a formula, an assignment, an exact number such as {@code "1/3"}. */
public record Text(String text) implements Value {
    public Text {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String describe() {
        return "a text";
    }
}
