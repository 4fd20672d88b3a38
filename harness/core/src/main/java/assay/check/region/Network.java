package assay.check.region;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Be a network with one hidden layer of hard limiters and a hard limiter as output: hardlim(n) is 1 for n &gt; 0, 0 for n &lt; 0.
 *
 * @param atZero hardlim(0), 0 or 1
 * @param outputWeights one per hidden unit
 */
public record Network(int atZero, List<Unit> hidden, List<BigFraction> outputWeights, BigFraction outputBias) {
    public Network {
        hidden = List.copyOf(hidden);
        outputWeights = List.copyOf(outputWeights);
        if (atZero != 0 && atZero != 1) {
            throw new IllegalArgumentException("hardlim(0) must be 0 or 1, was " + atZero);
        }
        if (hidden.size() != outputWeights.size()) {
            throw new IllegalArgumentException(
                    hidden.size() + " hidden units need as many output weights, got " + outputWeights.size());
        }
    }

    /** Be a hidden unit: hardlim(x-weight x + y-weight y + bias). */
    public record Unit(BigFraction xWeight, BigFraction yWeight, BigFraction bias) {
        /** Return the number before the hard limiter. */
        public BigFraction sum(Point at) {
            return xWeight.multiply(at.x()).add(yWeight.multiply(at.y())).add(bias);
        }

        /** Write its three numbers: "(1, 1, -1)". */
        @Override
        public String toString() {
            return "(" + ExactNumber.shown(xWeight) + ", " + ExactNumber.shown(yWeight) + ", " + ExactNumber.shown(bias)
                    + ")";
        }

        /** Return the unit that fires on the other side. */
        public Unit negated() {
            return new Unit(xWeight.negate(), yWeight.negate(), bias.negate());
        }
    }

    /** Be what happens at one point; {@code weighted} is the sum without the output bias. */
    public record Evaluation(List<Integer> hidden, BigFraction weighted, BigFraction bias, int output) {
        public Evaluation {
            hidden = List.copyOf(hidden);
        }

        /** Write the output's sum as it is computed: "3 - 2 = 1". */
        public String sum() {
            String sign = ExactNumber.sign(bias) < 0 ? " - " : " + ";
            return ExactNumber.shown(weighted) + sign + ExactNumber.shown(bias.abs()) + " = "
                    + ExactNumber.shown(weighted.add(bias));
        }
    }

    /** Compute the network at a point, exactly. */
    public Evaluation evaluate(Point at) {
        List<Integer> fired = new ArrayList<>();
        BigFraction weighted = BigFraction.ZERO;
        for (int i = 0; i < hidden.size(); i++) {
            int out = limit(ExactNumber.sign(hidden.get(i).sum(at)));
            fired.add(out);
            weighted = out == 1 ? weighted.add(outputWeights.get(i)) : weighted;
        }
        return new Evaluation(fired, weighted, outputBias, limit(ExactNumber.sign(weighted.add(outputBias))));
    }

    private int limit(int sign) {
        return sign == 0 ? atZero : (sign > 0 ? 1 : 0);
    }
}
