package assay.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Hold values by name, in the order in which they were given. */
public record Fields(Map<String, Value> byName) implements Value {
    private static final Fields NONE = new Fields(Map.of());

    public Fields {
        Map<String, Value> copy = new LinkedHashMap<>();
        byName.forEach(
                (name, value) -> copy.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name)));
        byName = Collections.unmodifiableMap(copy);
    }

    /** Return the fields without any field. */
    public static Fields none() {
        return NONE;
    }

    /** Find the value called {@code name}. */
    public Optional<Value> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Return these fields and one more; a field of the same name is replaced. */
    public Fields with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(byName);
        more.put(name, value);
        return new Fields(more);
    }

    @Override
    public String describe() {
        return "a record with " + (byName.isEmpty() ? "no fields" : "the fields " + String.join(", ", byName.keySet()));
    }
}
