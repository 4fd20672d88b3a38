package assay.check.region;

import assay.api.Answers;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** Read a network from answers, exactly; collects every objection with its place instead of stopping at the first. */
final class NetworkReader {
    /** Most hidden units. */
    static final int MOST_UNITS = 64;

    private static final List<String> PARTS = List.of("weight x", "weight y", "bias");

    private final Answers answers;
    private final List<String> objections = new ArrayList<>();

    NetworkReader(Answers answers) {
        this.answers = answers;
    }

    /** Return what was wrong, in the order of reading. */
    List<String> objections() {
        return List.copyOf(objections);
    }

    /** Read it; empty when there is an objection. All four answers must be there. */
    Optional<Network> read(RegionCheck.Spec spec) {
        int atZero = atZero(spec.hardlimAtZero());
        List<Network.Unit> hidden = units(spec.hidden());
        List<BigFraction> weights = new ArrayList<>();
        List<Value> written = items(spec.outputWeights(), "a list with one number per hidden unit");
        for (int i = 0; i < Math.min(written.size(), MOST_UNITS); i++) {
            weights.add(number(written.get(i), spec.outputWeights() + ", weight of unit " + (i + 1)));
        }
        BigFraction bias = number(value(spec.outputBias()), spec.outputBias());
        if (objections.isEmpty() && weights.size() != hidden.size()) {
            objections.add("'" + spec.outputWeights() + "' must have one number per hidden unit: there are "
                    + hidden.size() + " units and " + weights.size() + " output weights");
        }
        return objections.isEmpty() ? Optional.of(new Network(atZero, hidden, weights, bias)) : Optional.empty();
    }

    private Value value(String name) {
        return answers.get(name).orElseThrow(() -> new IllegalArgumentException("there is no answer '" + name + "'"));
    }

    private int atZero(String name) {
        int before = objections.size();
        BigFraction number = number(value(name), name);
        if (objections.size() == before && !number.equals(BigFraction.ZERO) && !number.equals(BigFraction.ONE)) {
            objections.add(
                    "'" + name + "' must say which value hardlim(0) has, 0 or 1, was " + ExactNumber.shown(number));
        }
        return number.equals(BigFraction.ONE) ? 1 : 0;
    }

    private List<Network.Unit> units(String name) {
        List<Network.Unit> units = new ArrayList<>();
        List<Value> rows = items(name, "a list of hidden units [weight x, weight y, bias]");
        for (int i = 0; i < rows.size(); i++) {
            String place = name + ", unit " + (i + 1);
            List<Value> row = items(rows.get(i)).orElse(List.of());
            if (row.size() != PARTS.size()) {
                objections.add("'" + place + "' must be [weight x, weight y, bias], was " + describe(rows.get(i)));
                continue;
            }
            List<BigFraction> numbers = new ArrayList<>();
            for (int k = 0; k < PARTS.size(); k++) {
                numbers.add(number(row.get(k), place + ", " + PARTS.get(k)));
            }
            units.add(new Network.Unit(numbers.get(0), numbers.get(1), numbers.get(2)));
        }
        return units;
    }

    /** Return 1 to 64 items; what is not such a list is an objection and gives none. */
    private List<Value> items(String name, String wanted) {
        Value written = value(name);
        Optional<List<Value>> items = items(written);
        if (items.isEmpty()) {
            objections.add("'" + name + "' must be " + wanted + ", was " + written.describe());
        } else if (items.get().isEmpty()) {
            objections.add("'" + name + "' must be " + wanted + ", was empty");
        } else if (items.get().size() > MOST_UNITS) {
            objections.add("'" + name + "' must have at most " + MOST_UNITS + " entries, has "
                    + items.get().size());
            return List.of();
        }
        return items.orElse(List.of());
    }

    private static Optional<List<Value>> items(Value value) {
        if (value instanceof Sequence sequence) {
            return Optional.of(sequence.items());
        }
        if (value instanceof Tensor tensor && tensor.rank() > 0) {
            List<Value> slices = new ArrayList<>();
            int[] shape =
                    tensor.shape().stream().skip(1).mapToInt(Integer::intValue).toArray();
            int size = tensor.extent(0) == 0 ? 0 : tensor.size() / tensor.extent(0);
            for (int i = 0; i < tensor.extent(0); i++) {
                double[] entries = new double[size];
                for (int k = 0; k < size; k++) {
                    entries[k] = tensor.at(i * size + k);
                }
                slices.add(Tensor.of(shape, entries));
            }
            return Optional.of(slices);
        }
        return Optional.empty();
    }

    private BigFraction number(Value value, String place) {
        try {
            if (value instanceof Text text) {
                return ExactNumber.parse(text.text());
            } else if (value instanceof Tensor tensor && tensor.rank() == 0) {
                return ExactNumber.of(tensor.item());
            }
            objections.add("'" + place + "' must be a number, was " + describe(value));
        } catch (IllegalArgumentException e) {
            objections.add("'" + place + "' " + e.getMessage());
        }
        return BigFraction.ZERO;
    }

    private static String describe(Value value) {
        return value instanceof Text text ? "the text " + ExactNumber.quote(text.text()) : value.describe();
    }
}
