package assay.compare.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compare two variants by their differences seed by seed. Where all differences are the same the tests have nothing to
 * divide by: then the probability is 1 if the difference is what was asked, else 0.
 */
public record PairedDifference(Sample differences) {
    /** Subtract {@code second} from {@code first}, pair by pair. */
    public static PairedDifference of(List<Double> first, List<Double> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("pairs must be complete, was " + first.size() + ", " + second.size());
        }
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            differences.add(first.get(i) - second.get(i));
        }
        return new PairedDifference(new Sample(differences));
    }

    /** Return the two-sided probability of the paired t test (Student 1908); empty for one pair. */
    public Optional<Double> probability() {
        return statistic(0)
                .map(t -> Double.isInfinite(t) ? 0 : Double.isNaN(t) ? 1 : Math.min(1, 2 * tail(Math.abs(t))));
    }

    /** Return the one-sided probability that the mean difference is {@code margin} or less, by the paired t test. */
    public Optional<Double> probabilityAtMost(double margin) {
        return statistic(margin).map(this::tail);
    }

    /**
     * Return the probability of the two one-sided tests (Schuirmann 1987, J. Pharmacokinet. Biopharm. 15, 657) that the
     * mean difference lies outside (-margin, margin); small means that the variants are as good as equal.
     */
    public Optional<Double> probabilityOfMattering(double margin) {
        Optional<Double> above = statistic(margin).map(t -> tail(-t));
        return above.flatMap(upper -> probabilityAtMost(-margin).map(lower -> Math.max(lower, upper)));
    }

    /** Return the effect size d_z, mean by standard deviation of the differences (Cohen 1988, 2.3.5); empty without spread. */
    public Optional<Double> effect() {
        double deviation = differences.deviation();
        return deviation > 0 ? Optional.of(differences.mean() / deviation) : Optional.empty();
    }

    /** Return the probability of superiority for pairs: the share above zero and half of the ties (Grissom and Kim 2012, 7). */
    public double superiority() {
        double above = 0;
        for (double difference : differences.values()) {
            above += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
        }
        return above / differences.size();
    }

    /** Say whether there is no difference at all. */
    public boolean identical() {
        return differences.minimum() == 0 && differences.maximum() == 0;
    }

    private Optional<Double> statistic(double asked) {
        int n = differences.size();
        return n < 2
                ? Optional.empty()
                : Optional.of((differences.mean() - asked) / (differences.deviation() / Math.sqrt(n)));
    }

    private double tail(double t) {
        if (Double.isNaN(t)) {
            return 1;
        }
        return Double.isInfinite(t) ? (t > 0 ? 0 : 1) : Sample.tAbove(differences.size() - 1, t);
    }
}
