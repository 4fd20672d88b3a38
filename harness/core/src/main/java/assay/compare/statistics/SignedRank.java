package assay.compare.statistics;

import java.util.Arrays;

/**
 * Test by signed ranks whether paired differences lie around zero (Wilcoxon 1945), exactly: the distribution over all 2^n
 * signs of the ranks that are there, so ties are right too. Differences of zero are left out, as Wilcoxon did.
 */
public final class SignedRank {
    private SignedRank() {}

    /** Return the two-sided probability, twice the smaller tail and at most 1; 1 when all differences are zero. */
    public static double probability(Sample differences) {
        return Math.min(1, 2 * Math.min(below(differences, 0, 1), below(differences, 0, -1)));
    }

    /** Return the one-sided probability that the differences lie around {@code margin} or below. */
    public static double probabilityAtMost(Sample differences, double margin) {
        return below(differences, margin, 1);
    }

    /** Return the smallest two-sided probability that {@code n} pairs can give, 2 / 2^n: what they can never fall below. */
    public static double smallest(int n) {
        return Math.scalb(2.0, -n);
    }

    /** Return the chance that the ranks against {@code sign} sum up to as little as they do. */
    private static double below(Sample differences, double centre, int sign) {
        double[] left = Arrays.stream(differences.toArray())
                .map(d -> sign * (d - centre))
                .filter(d -> d != 0)
                .toArray();
        int[] ranks = doubledRanks(left);
        int against = 0;
        for (int i = 0; i < left.length; i++) {
            against += left[i] < 0 ? ranks[i] : 0;
        }
        double[] chances = chances(ranks, Arrays.stream(ranks).sum());
        double sum = 0;
        for (int i = 0; i <= against; i++) {
            sum += chances[i];
        }
        return Math.min(1, sum);
    }

    /** Return the chance of every sum of ranks when each sign is a fair coin, by adding rank after rank. */
    private static double[] chances(int[] ranks, int all) {
        double[] chances = new double[all + 1];
        chances[0] = 1;
        for (int rank : ranks) {
            for (int sum = all; sum >= 0; sum--) {
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
            }
        }
        return chances;
    }

    /** Return twice the rank of each size, the mean of the ranks where sizes are equal; doubled, so that all are whole. */
    private static int[] doubledRanks(double[] values) {
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int smaller = 0;
            int same = 0;
            for (double other : values) {
                smaller += Math.abs(other) < Math.abs(values[i]) ? 1 : 0;
                same += Math.abs(other) == Math.abs(values[i]) ? 1 : 0;
            }
            ranks[i] = 2 * smaller + same + 1;
        }
        return ranks;
    }
}
