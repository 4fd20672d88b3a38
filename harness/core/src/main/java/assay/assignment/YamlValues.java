package assay.assignment;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import assay.api.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Turn what stands in a YAML file into {@link Value}s. Nulls must have been taken out before. */
public final class YamlValues {
    private static final Pattern FRACTION = Pattern.compile("([-+]?[0-9]{1,40})\\s*/\\s*([0-9]{1,40})");

    /** Answers are stored as the answers of code are sent, so they have the same bounds. */
    private static final int MOST_LEVELS = 6;

    private static final int LONGEST_NAME = 256;

    private YamlValues() {}

    /**
     * Turn {@code node} into a value without knowing its type: numbers that a double holds exactly as written become
     * numbers, others (1/3, 30 digits) stay texts, so that exact checks see what was written.
     *
     * @throws IllegalArgumentException if it holds a null, or more levels or longer names than answers of code may have
     */
    public static Value generic(JsonNode node) {
        return generic(node, 1);
    }

    private static Value generic(JsonNode node, int level) {
        if (level > MOST_LEVELS && node.isContainer()) {
            throw new IllegalArgumentException("is nested deeper than " + MOST_LEVELS + " levels");
        } else if (node.isNumber()) {
            BigDecimal written = node.decimalValue();
            double nearest = written.doubleValue();
            boolean exact =
                    Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(written) == 0;
            return exact ? Tensor.scalar(nearest) : new Text(node.asString());
        } else if (node.isBoolean()) {
            return new Truth(node.booleanValue());
        } else if (node.isString()) {
            return new Text(node.stringValue());
        } else if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(generic(item, level + 1)));
            return Values.stack(items);
        } else if (node.isObject()) {
            Map<String, Value> byName = new LinkedHashMap<>();
            node.properties().forEach(entry -> byName.put(name(entry.getKey()), generic(entry.getValue(), level + 1)));
            return new Fields(byName);
        }
        throw new IllegalArgumentException("holds an empty place (null)");
    }

    /**
     * Turn {@code node} into a value of {@code type}; numbers may be written as fractions ({@code 1/9}) and as .nan, .inf.
     *
     * @throws IllegalArgumentException if it cannot be one; the message says what was found and what is wanted
     */
    public static Value of(JsonNode node, ValueType type) {
        Value value = switch (type.kind()) {
            case NUMBER, VECTOR, MATRIX, TENSOR -> numbers(node);
            case TEXT -> node.isValueNode() && !node.isNull() ? new Text(node.asString()) : generic(node);
            default -> generic(node);
        };
        if (type.kind() == ValueType.Kind.EXACT) {
            refuseZeroDenominators(node);
        }
        Optional<String> objection = type.objection(value);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
        return value;
    }

    private static void refuseZeroDenominators(JsonNode node) {
        if (node.isString()) {
            Matcher fraction = FRACTION.matcher(node.stringValue().strip());
            if (fraction.matches()) {
                refuseZero(new BigInteger(fraction.group(2)), node.stringValue());
            }
        }
        node.forEach(YamlValues::refuseZeroDenominators);
    }

    private static void refuseZero(BigInteger denominator, String written) {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("holds the fraction " + written + ", which divides by zero");
        }
    }

    private static String name(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("has a name of more than " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static Value numbers(JsonNode node) {
        return numbers(node, 1);
    }

    private static Value numbers(JsonNode node, int level) {
        if (level > MOST_LEVELS && node.isContainer()) {
            throw new IllegalArgumentException("is nested deeper than " + MOST_LEVELS + " levels");
        } else if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(numbers(item, level + 1)));
            return Values.stack(items);
        } else if (node.isNumber()) {
            return Tensor.scalar(node.decimalValue().doubleValue());
        } else if (node.isString()) {
            return Tensor.scalar(number(node.stringValue()));
        }
        return generic(node);
    }

    private static double number(String written) {
        switch (written) {
            case ".nan", ".NaN", "nan", "NaN" -> {
                return Double.NaN;
            }
            case ".inf", "+.inf", "inf", "Infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-.inf", "-inf", "-Infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {}
        }
        Optional<Double> fraction = fraction(written);
        if (fraction.isPresent()) {
            return fraction.get();
        }
        throw new IllegalArgumentException(
                "is the text '" + brief(written) + "', must be a number such as -2, 0.25, 1e-3 or 1/9");
    }

    /**
     * Read {@code 1/9} as a number; empty when {@code written} is no fraction.
     *
     * @throws IllegalArgumentException if it divides by zero
     */
    public static Optional<Double> fraction(String written) {
        Matcher fraction = FRACTION.matcher(written.strip());
        if (!fraction.matches()) {
            return Optional.empty();
        }
        BigInteger denominator = new BigInteger(fraction.group(2));
        refuseZero(denominator, written);
        return Optional.of(new BigInteger(fraction.group(1)).doubleValue() / denominator.doubleValue());
    }

    private static String brief(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return visible.length() > 40 ? visible.substring(0, 40) + "..." : visible;
    }
}
