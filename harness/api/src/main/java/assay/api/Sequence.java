package assay.api;

import java.util.List;

/** Hold values in order that are not one rectangular block of numbers (texts, ragged rows, records). */
public record Sequence(List<Value> items) implements Value {
    public Sequence {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return items.size() == 1 ? "a list of 1 item" : "a list of " + items.size() + " items";
    }
}
