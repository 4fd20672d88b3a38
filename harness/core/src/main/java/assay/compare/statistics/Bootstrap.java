package assay.compare.statistics;

import java.util.SplittableRandom;

/**
 * Draw again from the values that are there (Efron 1979): the percentile interval of the mean. It promises too much for
 * few values (13 to 20 % false alarms at n = 5 where 5 % are announced), so it is a picture beside the t interval and
 * decides nothing.
 */
public final class Bootstrap {
    private static final int DRAWS = 10_000;
    private static final long SEED = 19_790_101;

    private Bootstrap() {}

    /** Return the interval of the mean; the same values in the same order give the same interval. */
    public static Interval ofMean(Sample sample) {
        double[] values = sample.toArray();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        double tail = (1 - Sample.CONFIDENCE) / 2;
        return new Interval(Sample.quantile(means, tail), Sample.quantile(means, 1 - tail));
    }
}
