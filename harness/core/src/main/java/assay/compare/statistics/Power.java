package assay.compare.statistics;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/** Tell how many paired seeds a question needs before it is asked. */
public final class Power {
    /** Name the wanted chance to see a difference that is there. */
    public static final double WANTED = 0.8;

    private static final int MOST = 100_000;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private Power() {}

    /**
     * Return the chance that a two-sided paired t test of {@code n} pairs at level {@code alpha} sees a true difference of
     * {@code effect} standard deviations: 1 - F(t; d) + F(-t; d) with the noncentral t distribution, d = effect sqrt(n)
     * (Cohen 1988, chapter 2).
     */
    public static double ofPairs(int n, double effect, double alpha) {
        double limit = Sample.tQuantile(n - 1, 1 - alpha / 2);
        double shift = Math.abs(effect) * Math.sqrt(n);
        return 1 - noncentral(limit, n - 1, shift) + noncentral(-limit, n - 1, shift);
    }

    /** Return the smallest number of pairs with a power of at least 80 %, between 2 and 100,000. */
    public static int pairsFor(double effect, double alpha) {
        int low = 2;
        int high = 2;
        while (high < MOST && ofPairs(high, effect, alpha) < WANTED) {
            low = high + 1;
            high = Math.min(MOST, 2 * high);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ofPairs(middle, effect, alpha) >= WANTED) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    /**
     * Return the noncentral t distribution at {@code t}: the mean of Phi(t u - shift) over u = chi / sqrt(freedom)
     * (Johnson, Kotz and Balakrishnan 1995, chapter 31), integrated within 12 standard deviations of u.
     */
    static double noncentral(double t, int freedom, double shift) {
        double spread = 12 / Math.sqrt(2.0 * freedom);
        double from = Math.max(0, 1 - spread);
        double constant = Math.log(2) + freedom / 2.0 * Math.log(freedom / 2.0) - Gamma.logGamma(freedom / 2.0);
        return new IterativeLegendreGaussIntegrator(15, 1e-11, 1e-13)
                .integrate(
                        1_000_000,
                        u -> NORMAL.cumulativeProbability(t * u - shift) * density(u, freedom, constant),
                        from,
                        1 + spread);
    }

    private static double density(double u, int freedom, double constant) {
        return u <= 0 ? 0 : Math.exp(constant + (freedom - 1) * Math.log(u) - freedom * u * u / 2);
    }
}
