package assay.check.training;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Decide from paired differences whether a mean is below a margin, looking at them a few times and stopping when it is clear.
 *
 * <p>At each of the planned looks the one-sided t interval of the differences so far is taken at level alpha divided by the
 * number of looks. The chance of a wrong decision at any look is then at most the sum over the looks, alpha (Bonferroni; it
 * needs nothing about how the looks depend on each other). The price over boundaries made for correlated looks
 * (O'Brien-Fleming) is a few seeds; the gain is that the rule fits into two lines of a report.
 */
final class SequentialTest {
    private static final double POWER = 0.9;
    private static final int MOST_SEEDS = 1000;

    private final double margin;
    private final double alpha;
    private final List<Integer> looks;
    private final double resolution;

    /** Say what was found. */
    enum Decision {
        /** The mean is below the margin. */
        NOT_INFERIOR,
        /** The mean is above the margin. */
        INFERIOR,
        /** Neither is shown. */
        OPEN
    }

    /**
     * Be one look.
     *
     * @param seeds number of differences that it used
     * @param mean their mean, more than 0 where the submission is worse
     * @param half half the width of its interval on either side
     */
    record Look(int seeds, double mean, double half, Decision decision) {}

    /**
     * Prepare.
     *
     * @param looks after how many differences to look, rising
     * @param resolution the smallest standard deviation that is believed: a few equal counts prove no certainty
     */
    SequentialTest(double margin, double alpha, List<Integer> looks, double resolution) {
        this.margin = margin;
        this.alpha = alpha;
        this.looks = List.copyOf(looks);
        this.resolution = resolution;
    }

    /** Return the level of one look. */
    double alphaPerLook() {
        return alpha / looks.size();
    }

    /** Look at {@code differences} as planned, up to the first look that decides; empty before the first look. */
    List<Look> looks(List<Double> differences) {
        List<Look> done = new ArrayList<>();
        for (int seeds : looks) {
            if (seeds <= differences.size()) {
                Look look = look(differences.subList(0, seeds));
                done.add(look);
                if (look.decision() != Decision.OPEN) {
                    break;
                }
            }
        }
        return done;
    }

    private Look look(List<Double> differences) {
        int n = differences.size();
        double mean = differences.stream().mapToDouble(Double::doubleValue).sum() / n;
        double half = quantile(n) * deviation(differences, mean) / Math.sqrt(n);
        Decision decision = mean + half <= margin
                ? Decision.NOT_INFERIOR
                : mean - half >= margin ? Decision.INFERIOR : Decision.OPEN;
        return new Look(n, mean, half, decision);
    }

    private double quantile(int n) {
        return new TDistribution(null, n - 1.0).inverseCumulativeProbability(1 - alphaPerLook());
    }

    private double deviation(List<Double> differences, double mean) {
        double squares =
                differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        return Math.max(resolution, Math.sqrt(squares / (differences.size() - 1)));
    }

    /**
     * Estimate how many differences in all would decide with probability 0.9, if mean and spread stay as they are: n at least
     * ((t + z) s / distance to the margin)^2, with t for n itself.
     */
    int needed(List<Double> differences) {
        Look last = look(differences);
        double deviation = deviation(differences, last.mean());
        double power = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(POWER);
        for (int n = differences.size() + 1; n < MOST_SEEDS; n++) {
            double reach = (quantile(n) + power) * deviation / Math.sqrt(n);
            if (reach <= Math.abs(margin - last.mean())) {
                return n;
            }
        }
        return MOST_SEEDS;
    }
}
