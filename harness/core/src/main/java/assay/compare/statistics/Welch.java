package assay.compare.statistics;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Compare the means of two samples whose variances may differ (Welch 1947, Biometrika 34, 28).
 *
 * @param difference mean of the second less mean of the first
 * @param interval of the difference; empty where a sample has one value
 * @param probability of so large a difference where there is none, two-sided; empty where a sample has one value
 */
public record Welch(double difference, Optional<Interval> interval, Optional<Double> probability) {
    /** Compare {@code second} with {@code first}. */
    public static Welch of(Sample first, Sample second) {
        double difference = second.mean() - first.mean();
        if (first.size() < 2 || second.size() < 2) {
            return new Welch(difference, Optional.empty(), Optional.empty());
        }
        double a = first.deviation() * first.deviation() / first.size();
        double b = second.deviation() * second.deviation() / second.size();
        double error = Math.sqrt(a + b);
        if (error == 0) {
            return new Welch(
                    difference,
                    Optional.of(new Interval(difference, difference)),
                    Optional.of(difference == 0 ? 1.0 : 0.0));
        }
        // Welch and Satterthwaite; of shares, so that very small variances do not vanish when squared.
        double share = a / (a + b);
        double freedom = 1 / (share * share / (first.size() - 1) + (1 - share) * (1 - share) / (second.size() - 1));
        TDistribution student = new TDistribution(null, freedom);
        double half = student.inverseCumulativeProbability((1 + Sample.CONFIDENCE) / 2) * error;
        double probability = 2 * student.cumulativeProbability(-Math.abs(difference) / error);
        return new Welch(
                difference,
                Optional.of(new Interval(difference - half, difference + half)),
                Optional.of(Math.min(1, probability)));
    }
}
