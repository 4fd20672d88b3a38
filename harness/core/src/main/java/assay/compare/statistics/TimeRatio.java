package assay.compare.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Compare times by their ratio, pair by pair, because the machine's mood is the same for both of a pair.
 *
 * @param ratio of the first to the second: the geometric mean of the pairs below 20 pairs, their median from there on
 * @param interval exp(mean +- t s / sqrt(n)) of the log ratios below 20 pairs; from there on between two of the sorted
 *     ratios (Conover 1999, 3.2), which a few disturbed runs cannot widen; empty for one pair
 * @param probability of the paired t test of the log ratios
 */
public record TimeRatio(double ratio, Optional<Interval> interval, Optional<Double> probability) {
    private static final int MANY = 20;

    /** Compare times in pairs, all greater than 0. */
    public static TimeRatio of(List<Double> first, List<Double> second) {
        List<Double> logs = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            logs.add(Math.log(first.get(i) / second.get(i)));
        }
        Sample sample = new Sample(logs);
        Optional<Double> probability = new PairedDifference(sample).probability();
        boolean many = sample.size() >= MANY;
        Optional<Interval> interval = many ? Optional.of(ofMedian(sample)) : sample.interval();
        return new TimeRatio(
                Math.exp(many ? sample.median() : sample.mean()),
                interval.map(logged -> new Interval(Math.exp(logged.low()), Math.exp(logged.high()))),
                probability);
    }

    /** Return x_(k) to x_(n+1-k) with the largest k for which P(Binomial(n, 1/2) < k) is at most 2.5 %. */
    static Interval ofMedian(Sample sample) {
        List<Double> sorted = sample.values().stream().sorted().toList();
        BinomialDistribution signs = new BinomialDistribution(null, sorted.size(), 0.5);
        int k = 1;
        while (signs.cumulativeProbability(k) <= (1 - Sample.CONFIDENCE) / 2) {
            k++;
        }
        return new Interval(sorted.get(k - 1), sorted.get(sorted.size() - k));
    }
}
