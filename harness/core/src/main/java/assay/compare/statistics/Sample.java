package assay.compare.statistics;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Summarise what one variant gave over its seeds; finite values, at least one. */
public record Sample(List<Double> values) {
    /** Name the confidence of all intervals. */
    public static final double CONFIDENCE = 0.95;

    public Sample {
        values = List.copyOf(values);
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a sample must have finite values, was " + values);
        }
    }

    /** Return the number of values. */
    public int size() {
        return values.size();
    }

    /** Return the mean. */
    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double rough = sum / size();
        double rest = 0;
        for (double value : values) {
            rest += value - rough;
        }
        return rough + rest / size();
    }

    /** Return the standard deviation with n - 1 in the denominator; 0 for one value and for equal values. */
    public double deviation() {
        if (size() < 2 || minimum() == maximum()) {
            return 0;
        }
        double mean = mean();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (size() - 1));
    }

    /** Return the smallest value. */
    public double minimum() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Return the largest value. */
    public double maximum() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Return the median. */
    public double median() {
        return quantile(0.5);
    }

    /** Return the quantile {@code share} with linear interpolation (type 7 of Hyndman and Fan 1996, Am. Stat. 50, 361). */
    public double quantile(double share) {
        return quantile(toArray(), share);
    }

    static double quantile(double[] values, double share) {
        if (share <= 0) {
            return java.util.Arrays.stream(values).min().orElseThrow();
        }
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
    }

    /** Return the t interval of the mean, mean +- t(n-1, 0.975) s / sqrt(n) (Student 1908); empty for one value. */
    public Optional<Interval> interval() {
        return interval(CONFIDENCE);
    }

    /** Return the t interval of the mean that holds it with probability {@code confidence}; empty for one value. */
    public Optional<Interval> interval(double confidence) {
        return around(1.0 / size(), confidence);
    }

    /**
     * Return where one more run is to be expected: mean +- t(n-1, 0.975) s sqrt(1 + 1/n) (Hahn and Meeker 1991, section
     * 4.7); a value that somebody published for one run belongs here, not into the interval of the mean.
     */
    public Optional<Interval> prediction() {
        return around(1 + 1.0 / size(), CONFIDENCE);
    }

    private Optional<Interval> around(double factor, double confidence) {
        if (size() < 2) {
            return Optional.empty();
        }
        double half = tQuantile(size() - 1, (1 + confidence) / 2) * deviation() * Math.sqrt(factor);
        return Optional.of(new Interval(mean() - half, mean() + half));
    }

    /** Return the quantile of Student's distribution. */
    static double tQuantile(int freedom, double probability) {
        return new TDistribution(null, freedom).inverseCumulativeProbability(probability);
    }

    /** Return the probability that Student's distribution exceeds {@code t}. */
    static double tAbove(int freedom, double t) {
        return new TDistribution(null, freedom).cumulativeProbability(-t);
    }

    double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
