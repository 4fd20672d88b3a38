package assay.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bind what an author wrote to a record, strictly: the keys are the components in kebab-case ({@link JsonProperty}
 * renames one), a key that no component has is refused, so is a value of another kind, and every mistake names file and line.
 *
 * <p>A component may be missing when it has a {@link Default} or is an Optional, a List or a Map (then it is empty).
 * Lists, maps with text keys and optionals of records are bound by the same rules; other types are left to Jackson, without
 * turning texts into numbers or numbers into texts. What a constructor or creator refuses with an
 * {@link IllegalArgumentException} is reported at the line of its block.
 */
public final class RecordBinder {
    private static final JsonMapper LEAVES = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** The components of a record by key, in their order; the virtual machine makes them anew whenever it is asked. */
    private static final ClassValue<Map<String, RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
            Map<String, RecordComponent> components = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.put(key(component), component);
            }
            return Collections.unmodifiableMap(components);
        }
    };

    private final YamlPlace place;

    private RecordBinder(YamlPlace place) {
        this.place = place;
    }

    /**
     * Make a {@code type} from {@code node}, which stands at {@code place}.
     *
     * @throws BadAssignment if it does not fit
     */
    public static <T extends Record> T bind(JsonNode node, Class<T> type, YamlPlace place) {
        return new RecordBinder(place).record(node, type, "");
    }

    /** Return the key of a component: its {@link JsonProperty} name, else its own in kebab-case. */
    public static String key(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed != null && !renamed.value().isEmpty() ? renamed.value() : kebab(component.getName());
    }

    /** Write a Java name in kebab-case; a unit such as MiB is one word: heapMiB becomes heap-mib. */
    private static String kebab(String name) {
        return name.replace("iB", "ib").replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private <T extends Record> T record(JsonNode node, Class<T> type, String at) {
        if (!(node instanceof ObjectNode)) {
            throw bad(
                    at,
                    "must be a mapping with the keys "
                            + String.join(", ", COMPONENTS.get(type).keySet()) + ", was " + describe(node));
        }
        refuseUnknown(node, type, at);
        Map<String, RecordComponent> components = COMPONENTS.get(type);
        Object[] arguments = components.entrySet().stream()
                .map(one -> component(node, one.getKey(), one.getValue(), at))
                .toArray();
        try {
            Class<?>[] types =
                    components.values().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw bad(at, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    private void refuseUnknown(JsonNode node, Class<? extends Record> type, String at) {
        Set<String> known = COMPONENTS.get(type).keySet();
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                String below = at + "/" + escape(key);
                throw new BadAssignment(
                        place.file(), place.line(below), "unknown key '" + key + "'", Suggestion.of(key, known));
            }
        }
    }

    private Object component(JsonNode node, String key, RecordComponent component, String at) {
        JsonNode value = node.path(key);
        String below = at + "/" + escape(key);
        Default byDefault = component.getAnnotation(Default.class);
        if (value.isMissingNode() && byDefault != null) {
            return value(byDefault(component, byDefault.value()), component.getGenericType(), below);
        }
        boolean mayMiss = List.of(Optional.class, List.class, Map.class).contains(component.getType());
        if (value.isMissingNode() && !mayMiss) {
            throw bad(at, "the key '" + key + "' is missing");
        }
        return value(value, component.getGenericType(), below);
    }

    private Object value(JsonNode node, Type type, String at) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == Optional.class) {
            return node.isMissingNode() || node.isNull()
                    ? Optional.empty()
                    : Optional.of(value(node, argument(type, 0), at));
        } else if (raw == List.class) {
            return list(node, argument(type, 0), at);
        } else if (raw == Map.class) {
            return map(node, argument(type, 1), at);
        } else if (raw.isRecord() && !hasCreator(raw)) {
            return record(node, raw.asSubclass(Record.class), at);
        }
        return leaf(node, raw, at);
    }

    private List<Object> list(JsonNode node, Type item, String at) {
        if (!node.isArray() && !node.isMissingNode()) {
            throw bad(at, "must be a list, was " + describe(node));
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(value(node.path(i), item, at + "/" + i));
        }
        return items;
    }

    private Map<String, Object> map(JsonNode node, Type item, String at) {
        if (!node.isObject() && !node.isMissingNode()) {
            throw bad(at, "must be a mapping, was " + describe(node));
        }
        Map<String, Object> items = new LinkedHashMap<>();
        node.properties()
                .forEach(entry ->
                        items.put(entry.getKey(), value(entry.getValue(), item, at + "/" + escape(entry.getKey()))));
        return items;
    }

    private Object leaf(JsonNode node, Class<?> type, String at) {
        if (JsonNode.class.isAssignableFrom(type) && type.isInstance(node)) {
            return node;
        }
        if (!node.isNull() && isPlausible(node, type)) {
            try {
                return LEAVES.treeToValue(node, type);
            } catch (ValueInstantiationException e) {
                if (e.getCause() instanceof IllegalArgumentException refused) {
                    throw bad(at, String.valueOf(refused.getMessage()));
                }
            } catch (JacksonException e) {
                // Jackson's own sentence names Java types; the one below names what an author knows.
            }
        }
        String found = (at.isEmpty() ? "" : key(at) + ": ") + "must be " + wanted(type) + ", was " + describe(node);
        throw new BadAssignment(place.file(), place.line(at), found, meant(node, type));
    }

    private BadAssignment bad(String at, String found) {
        return new BadAssignment(place.file(), place.line(at), (at.isEmpty() ? "" : key(at) + ": ") + found, "");
    }

    /** Return the last key of a pointer, with the place in its list: "'ways'[0]". */
    private static String key(String at) {
        int cut = at.lastIndexOf('/');
        String last = unescape(at.substring(cut + 1));
        boolean item = cut > 0 && last.chars().allMatch(Character::isDigit);
        return item ? key(at.substring(0, cut)) + "[" + last + "]" : "'" + last + "'";
    }

    private static JsonNode byDefault(RecordComponent component, String written) {
        if (component.getType() != String.class) {
            try {
                return LEAVES.readTree(written);
            } catch (JacksonException e) {
                // What is not JSON is a text.
            }
        }
        return LEAVES.getNodeFactory().stringNode(written);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static boolean hasCreator(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(com.fasterxml.jackson.annotation.JsonCreator.class));
    }

    private static boolean isPlausible(JsonNode node, Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return node.isString();
        } else if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean();
        } else if (type == double.class || type == Double.class) {
            return node.isNumber();
        } else if (isWhole(type)) {
            return node.isIntegralNumber();
        }
        return true;
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class || type == long.class || type == Integer.class || type == Long.class;
    }

    /** Ask whether one of the words that may stand here was meant. */
    private static String meant(JsonNode node, Class<?> type) {
        return type.isEnum() && node.isString()
                ? Suggestion.nearest(node.stringValue(), words(type))
                        .map(word -> "did you mean '" + word + "'?")
                        .orElse("")
                : "";
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return (words(type).size() == 1 ? "" : "one of ") + String.join(", ", words(type));
        } else if (type == String.class) {
            return "a text";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (isWhole(type)) {
            return "a whole number";
        } else if (type == double.class || type == Double.class) {
            return "a number";
        }
        return "a value for " + type.getSimpleName();
    }

    private static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case STRING -> "the text '" + node.stringValue() + "'";
            case NUMBER -> "the number " + node;
            case BOOLEAN -> node.toString();
            case NULL -> "empty";
            default -> "nothing";
        };
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String unescape(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }
}
