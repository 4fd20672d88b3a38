package assay.assignment;

import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Say what kind of value a field holds: {@code number}, {@code text}, {@code truth}, {@code list}, {@code record}, {@code exact}, or
 * {@code vector [n]}, {@code matrix [m, n]}, {@code tensor [a, b, c]} where an extent is a number (fixed) or a name (free).
 */
public record ValueType(Kind kind, List<String> extents) {
    private static final Pattern FORM = Pattern.compile("([a-z]+)\\s*(?:\\[([^\\]]*)\\])?");

    /** An extent is a number or begins like a name. */
    private static final Pattern EXTENT = Pattern.compile("[^0-9].*|[0-9]{1,9}");

    private static final int LONGEST_SHOWN = 40;

    private static final Pattern EXACT_NUMBER =
            Pattern.compile("[-+]?([0-9]+\\s*/\\s*0*[1-9][0-9]*|([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?)");

    /** Name the kinds. */
    public enum Kind {
        NUMBER("number", "a number; in answers.yaml also a fraction such as 1/9 or, with way 'formula', a formula"),
        VECTOR("vector [n]", "a list of n numbers; an extent is a number (fixed) or a name (free)"),
        MATRIX("matrix [m, n]", "a list of m rows of n numbers"),
        TENSOR("tensor [a, b, c]", "nested lists of numbers, of any number of extents"),
        TEXT("text", "a text"),
        TRUTH("truth", "true or false"),
        LIST("list", "a list of any values"),
        RECORD("record", "values by name"),
        EXACT(
                "exact, exact [n, 3]",
                "numbers as they were written (1/3, 0.1), alone or in lists, decided without rounding");

        private final String form;
        private final String about;

        Kind(String form, String about) {
            this.form = form;
            this.about = about;
        }

        /** Return how it is written. */
        public String form() {
            return form;
        }

        /** Return what it holds, for authors. */
        public String about() {
            return about;
        }
    }

    public ValueType {
        extents = List.copyOf(extents);
    }

    /**
     * Read the written form, for example {@code "matrix [3, d]"}.
     *
     * @throws IllegalArgumentException if it is none; the message lists the forms
     */
    public static ValueType parse(String written) {
        Matcher form = FORM.matcher(written.strip());
        if (form.matches()) {
            List<String> extents = form.group(2) == null
                    ? List.of()
                    : Arrays.stream(form.group(2).split(",")).map(String::strip).toList();
            for (Kind kind : Kind.values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(form.group(1))
                        && fits(kind, extents)
                        && extents.stream()
                                .allMatch(extent -> EXTENT.matcher(extent).matches())) {
                    return new ValueType(kind, extents);
                }
            }
        }
        throw new IllegalArgumentException("unknown type '" + written
                + "'; write number, exact, text, truth, list, record, vector [n], matrix [m, n] or tensor [a, b, c]");
    }

    private static boolean fits(Kind kind, List<String> extents) {
        return switch (kind) {
            case VECTOR -> extents.size() == 1;
            case MATRIX -> extents.size() == 2;
            case TENSOR -> !extents.isEmpty();
            case EXACT -> true;
            default -> extents.isEmpty();
        };
    }

    /** Return why {@code value} is not of this type, for example "is a vector [3], must be a matrix [m, n]". */
    public Optional<String> objection(Value value) {
        boolean right = switch (kind) {
            case NUMBER -> value instanceof Tensor tensor && tensor.rank() == 0;
            case VECTOR, MATRIX, TENSOR -> value instanceof Tensor tensor && fitsShape(tensor);
            case TEXT -> value instanceof Text;
            case TRUTH -> value instanceof Truth;
            case LIST -> value instanceof Sequence || (value instanceof Tensor tensor && tensor.rank() > 0);
            case RECORD -> value instanceof assay.api.Fields;
            case EXACT -> isExact(value, 0);
        };
        return right ? Optional.empty() : Optional.of("is " + found(value) + ", must be " + wanted());
    }

    private static String found(Value value) {
        if (value instanceof Text text && !text.text().isBlank()) {
            String visible = text.text().replaceAll("\\p{Cntrl}", "?");
            return "the text '"
                    + (visible.length() > LONGEST_SHOWN ? visible.substring(0, LONGEST_SHOWN) + "..." : visible) + "'";
        }
        return value.describe();
    }

    private String wanted() {
        return kind == Kind.TRUTH ? "true or false" : toString();
    }

    private boolean isExact(Value value, int axis) {
        int rest = extents.size() - axis;
        if (value instanceof Tensor tensor) {
            return tensor.rank() == rest
                    && IntStream.range(0, rest).allMatch(i -> fitsExtent(axis + i, tensor.extent(i)));
        } else if (value instanceof Text text) {
            return rest == 0 && EXACT_NUMBER.matcher(text.text().strip()).matches();
        }
        return rest > 0
                && value instanceof Sequence list
                && fitsExtent(axis, list.items().size())
                && list.items().stream().allMatch(item -> isExact(item, axis + 1));
    }

    private boolean fitsExtent(int axis, int found) {
        String extent = extents.get(axis);
        return !Character.isDigit(extent.charAt(0)) || Integer.parseInt(extent) == found;
    }

    private boolean fitsShape(Tensor tensor) {
        if (tensor.rank() != extents.size()) {
            return false;
        }
        for (int axis = 0; axis < extents.size(); axis++) {
            if (!fitsExtent(axis, tensor.extent(axis))) {
                return false;
            }
        }
        return true;
    }

    /** Return the written form with its article: "a matrix [m, n]". */
    @Override
    public String toString() {
        if (kind == Kind.EXACT) {
            String such = "exact number" + (extents.isEmpty() ? "" : "s") + " such as -2, 0.1 or 1/3";
            return extents.isEmpty() ? "an " + such : "a list " + extents + " of " + such;
        }
        return "a " + kind.name().toLowerCase(Locale.ROOT) + (extents.isEmpty() ? "" : " " + extents);
    }
}
