package assay.check.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Be a network on an arrangement: what it does in a cell follows from the cell's signs alone, in whole numbers.
 *
 * @param weights output weights times {@code scale}, so that they are whole
 * @param bias output bias times {@code scale}
 */
record Wiring(int atZero, List<Placed> units, List<BigInteger> weights, BigInteger bias, BigInteger scale) {
    Wiring {
        units = List.copyOf(units);
        weights = List.copyOf(weights);
    }

    /**
     * Be a unit on a line of the arrangement.
     *
     * @param line its index, -1 for a unit whose weights are 0
     * @param direction 1 when it fires where the line's sign is '+', else -1; for a constant unit the sign of its bias
     */
    record Placed(int line, int direction) {
        int sign(Cell cell) {
            return line < 0 ? direction : direction * cell.sign(line);
        }
    }

    /** Place a network; all lines of its units must be in the arrangement. */
    static Wiring of(Network network, Arrangement arrangement) {
        Map<Line, Integer> index = new HashMap<>();
        arrangement.lines().forEach(line -> index.put(line, index.size()));
        List<Placed> units =
                network.hidden().stream().map(unit -> place(unit, index)).toList();
        BigInteger scale = network.outputBias().getDenominator();
        for (BigFraction weight : network.outputWeights()) {
            scale = Line.lcm(scale, weight.getDenominator());
        }
        List<BigInteger> weights = new ArrayList<>();
        for (BigFraction weight : network.outputWeights()) {
            weights.add(whole(weight, scale));
        }
        return new Wiring(network.atZero(), units, weights, whole(network.outputBias(), scale), scale);
    }

    private static Placed place(Network.Unit unit, Map<Line, Integer> index) {
        return Line.of(unit.xWeight(), unit.yWeight(), unit.bias())
                .map(line -> {
                    BigFraction lead = line.a().signum() != 0 ? unit.xWeight() : unit.yWeight();
                    return new Placed(Objects.requireNonNull(index.get(line), line::toString), ExactNumber.sign(lead));
                })
                .orElseGet(() -> new Placed(-1, ExactNumber.sign(unit.bias())));
    }

    private static BigInteger whole(BigFraction number, BigInteger scale) {
        return number.getNumerator().multiply(scale.divide(number.getDenominator()));
    }

    /** Say whether a hard limiter fires at a number of this sign. */
    static boolean fires(int sign, int atZero) {
        return sign > 0 || (sign == 0 && atZero == 1);
    }

    /** Return the scaled weighted sum of the units, without the bias. */
    BigInteger weighted(Cell cell, int convention) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < units.size(); i++) {
            if (weights.get(i).signum() != 0 && fires(units.get(i).sign(cell), convention)) {
                sum = sum.add(weights.get(i));
            }
        }
        return sum;
    }

    /** Return how much the scaled weighted sum grows when unit {@code i} is turned round. */
    BigInteger turned(Cell cell, int i, int convention) {
        int sign = units.get(i).sign(cell);
        boolean before = fires(sign, convention);
        boolean after = fires(-sign, convention);
        return before == after
                ? BigInteger.ZERO
                : (after ? weights.get(i) : weights.get(i).negate());
    }

    /** Return the output in a cell. */
    int output(Cell cell) {
        return fires(weighted(cell, atZero).add(bias).signum(), atZero) ? 1 : 0;
    }

    /** Return how many units fire in a cell. */
    int firing(Cell cell) {
        return (int)
                units.stream().filter(unit -> fires(unit.sign(cell), atZero)).count();
    }

    /** Undo the scale. */
    BigFraction unscaled(BigInteger number) {
        return new BigFraction(number, scale);
    }
}
