package assay.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hold values by name, in the order in which they were given. */
public record Fields(Map<String, Value> byName) implements Value {
    private static final int MOST_NAMED = 12;
    private static final int LONGEST_NAMED = 40;
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
        if (byName.isEmpty()) {
            return "a record with no fields";
        }
        String named = byName.keySet().stream()
                .limit(MOST_NAMED)
                .map(name -> name.length() <= LONGEST_NAMED ? name : name.substring(0, LONGEST_NAMED) + "...")
                .collect(Collectors.joining(", "));
        int more = byName.size() - MOST_NAMED;
        return "a record with the fields " + named + (more > 0 ? " and " + more + " more" : "");
    }
}
