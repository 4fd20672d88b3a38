package assay.check.detector;

import assay.api.Answers;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.assignment.Suggestion;
import assay.check.region.ExactNumber;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** Read a detector from answers, exactly; collects every objection instead of stopping at the first. */
final class DetectorReader {
    private static final int WIDTH = 3;
    /** With this the sum over 10,000 pixels stays far within 63 bits. */
    private static final BigInteger MOST_UNITS = BigInteger.ONE.shiftLeft(36);

    private static final List<String> CONVENTIONS = List.of("correlation", "convolution");

    private final Answers answers;
    private final List<String> objections = new ArrayList<>();

    DetectorReader(Answers answers) {
        this.answers = answers;
    }

    /** Return what was wrong, in the order of reading. */
    List<String> objections() {
        return List.copyOf(objections);
    }

    /** Read it; empty when there is an objection. All six answers must be there. */
    Optional<Detector> read(DetectorCheck.Spec spec) {
        List<BigFraction> numbers = filter(spec.filter());
        numbers.add(number(value(spec.bias()), spec.bias()));
        numbers.add(number(value(spec.threshold()), spec.threshold()));
        String activation = word(spec.activation(), names(Detector.Activation.values()));
        String pooling = word(spec.pooling(), names(Detector.Pooling.values()));
        String convention = word(spec.convention(), CONVENTIONS);
        if (!objections.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Long>> units = units(numbers);
        return units.map(all -> new Detector(
                all.subList(0, WIDTH * WIDTH),
                all.get(WIDTH * WIDTH),
                Detector.Activation.valueOf(activation.toUpperCase(Locale.ROOT)),
                Detector.Pooling.valueOf(pooling.toUpperCase(Locale.ROOT)),
                all.get(WIDTH * WIDTH + 1),
                convention.equals(CONVENTIONS.get(1)),
                denominator(numbers).longValueExact()));
    }

    private Optional<List<Long>> units(List<BigFraction> numbers) {
        BigFraction unit = new BigFraction(denominator(numbers));
        List<Long> units = new ArrayList<>();
        for (BigFraction number : numbers) {
            BigInteger whole = number.multiply(unit).getNumerator();
            if (whole.abs().compareTo(MOST_UNITS) > 0 || unit.getNumerator().compareTo(MOST_UNITS) > 0) {
                objections.add("The numbers need more than 36 bits over a common denominator; simpler ones do, such"
                        + " as 1, -1/2 or 0.25");
                return Optional.empty();
            }
            units.add(whole.longValueExact());
        }
        return Optional.of(units);
    }

    private static BigInteger denominator(List<BigFraction> numbers) {
        return numbers.stream()
                .map(BigFraction::getDenominator)
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    }

    private static <E extends Enum<E>> List<String> names(E[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private String word(String name, List<String> known) {
        String written = value(name) instanceof Text text ? text.text().strip().toLowerCase(Locale.ROOT) : "";
        if (!known.contains(written)) {
            objections.add("'" + name + "' must be one of " + String.join(", ", known) + ", was "
                    + (written.isEmpty()
                            ? value(name).describe()
                            : ExactNumber.quote(written) + suggestion(written, known)));
        }
        return written;
    }

    private static String suggestion(String written, List<String> known) {
        return Suggestion.nearest(written, known)
                .map(near -> " (did you mean '" + near + "'?)")
                .orElse("");
    }

    private Value value(String name) {
        return answers.get(name).orElseThrow(() -> new IllegalArgumentException("there is no answer '" + name + "'"));
    }

    private List<BigFraction> filter(String name) {
        List<BigFraction> weights = new ArrayList<>();
        List<Value> rows = items(value(name));
        boolean square = rows.size() == WIDTH;
        for (Value row : rows) {
            List<Value> entries = items(row);
            square &= entries.size() == WIDTH;
            entries.forEach(entry -> weights.add(number(entry, name)));
        }
        if (!square) {
            objections.add("'" + name + "' must be three rows of three numbers, was "
                    + value(name).describe());
        }
        return weights;
    }

    private static List<Value> items(Value value) {
        if (value instanceof Sequence sequence) {
            return sequence.items();
        } else if (value instanceof Tensor tensor && tensor.rank() == 1) {
            return Arrays.stream(tensor.toArray())
                    .mapToObj(entry -> (Value) Tensor.scalar(entry))
                    .toList();
        } else if (value instanceof Tensor tensor && tensor.rank() == 2) {
            return Arrays.stream(tensor.toRows())
                    .map(row -> (Value) Tensor.vector(row))
                    .toList();
        }
        return List.of();
    }

    private BigFraction number(Value value, String place) {
        try {
            if (value instanceof Text text) {
                return ExactNumber.parse(text.text());
            } else if (value instanceof Tensor tensor && tensor.rank() == 0) {
                return ExactNumber.of(tensor.item());
            }
            objections.add("'" + place + "' must be made of numbers, has " + value.describe());
        } catch (IllegalArgumentException e) {
            objections.add("'" + place + "' " + e.getMessage());
        }
        return BigFraction.ZERO;
    }
}
