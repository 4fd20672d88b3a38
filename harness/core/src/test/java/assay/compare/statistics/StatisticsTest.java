package assay.compare.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against SciPy 1.17.1 on CPython, double precision, unless a test says otherwise. */
class StatisticsTest {
    private static final List<Double> A = List.of(95.1, 95.9, 95.3, 96.2, 95.7, 95.0, 95.8, 95.5, 96.0, 95.4);
    private static final List<Double> B = List.of(94.2, 94.9, 95.1, 94.6, 94.8, 94.1, 95.2, 94.9, 94.3, 94.7);
    private static final PairedDifference DIFFERENCE = PairedDifference.of(A, B);

    @Test
    void a_sample_has_the_intervals_of_student() {
        Sample sample = new Sample(A);
        assertEquals(95.59, sample.mean(), 1e-13);
        assertEquals(0.39567101935263954, sample.deviation(), 1e-13);
        assertClose(95.30695400381364, 95.87304599618636, sample.interval().orElseThrow(), 1e-9);
        assertClose(94.65124263223747, 96.52875736776254, sample.prediction().orElseThrow(), 1e-9);
        assertEquals(95.325, sample.quantile(0.25), 1e-12);
        assertEquals(95.09, sample.quantile(0.1), 1e-12);
        assertEquals(95.6, sample.median(), 1e-12);
    }

    @Test
    void one_value_has_no_interval_and_equal_ones_have_no_width() {
        assertTrue(new Sample(List.of(3.0)).interval().isEmpty());
        Sample equal = new Sample(List.of(0.1, 0.1, 0.1));
        assertEquals(0, equal.deviation());
        assertEquals(new Interval(equal.mean(), equal.mean()), equal.interval().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> new Sample(List.of(1.0, Double.NaN)));
    }

    @Test
    void the_paired_t_test_is_that_of_ttest_rel() {
        assertEquals(0.00013305833445274406, DIFFERENCE.probability().orElseThrow(), 1e-12);
        assertClose(
                0.5857574733322566,
                1.234242526667745,
                DIFFERENCE.differences().interval().orElseThrow(),
                1e-9);
        assertEquals(2.007678607502242, DIFFERENCE.effect().orElseThrow(), 1e-12);
        assertEquals(0.009383077547292527, DIFFERENCE.probabilityAtMost(0.5).orElseThrow(), 1e-12);
    }

    @Test
    void equivalence_is_two_one_sided_tests() {
        assertEquals(0.9906169224527075, DIFFERENCE.probabilityOfMattering(0.5).orElseThrow(), 1e-12);
        assertEquals(0.27283274464950424, DIFFERENCE.probabilityOfMattering(1).orElseThrow(), 1e-12);
        PairedDifference swapped = PairedDifference.of(B, A);
        assertEquals(0.27283274464950424, swapped.probabilityOfMattering(1).orElseThrow(), 1e-12);
    }

    @Test
    void equal_differences_need_no_division() {
        PairedDifference none = PairedDifference.of(List.of(1.0, 2.0), List.of(1.0, 2.0));
        assertEquals(1, none.probability().orElseThrow());
        assertEquals(0, none.probabilityOfMattering(0.5).orElseThrow());
        assertTrue(none.identical());
        assertEquals(0.5, none.superiority());
        PairedDifference two = PairedDifference.of(List.of(3.0, 4.0), List.of(1.0, 2.0));
        assertEquals(0, two.probability().orElseThrow());
        assertEquals(1, two.probabilityOfMattering(0.5).orElseThrow());
        assertTrue(two.effect().isEmpty());
        assertTrue(PairedDifference.of(List.of(3.0), List.of(1.0)).probability().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // Hollander, Wolfe and Chicken 2014, example 3.1; wilcoxon(mode='exact')
        "0.952 -0.147 1.022 0.43 0.62 0.59 0.49 -0.08 0.01, 0.0390625",
        // ties and zeros: all 2^n signs of the midranks counted one by one
        "1 1 2 -1 3 0 2 -2, 0.328125",
        "0.5 0.5 0.5 -0.5 1 1, 0.15625",
        "1 1 1 1 1 1, 0.03125",
        // five pairs can never fall below 1/16
        "1 2 3 4 5, 0.0625",
        // wilcoxon(method=PermutationMethod(n_resamples=10**6)), which is exact here
        "3 -1 2 2 5 -4 1 2, 0.203125",
        "0 0, 1"
    })
    void signed_ranks_are_exact(String differences, double expected) {
        Sample sample = new Sample(
                Arrays.stream(differences.split(" ")).map(Double::valueOf).toList());
        assertEquals(expected, SignedRank.probability(sample), 1e-12);
    }

    @Test
    void signed_ranks_against_a_margin_count_one_side() {
        Sample sample = new Sample(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertEquals(1.0 / 32, SignedRank.probabilityAtMost(sample, 0.5), 1e-15);
        // against 1.5 the only negative one has rank 1 of 5 (tied with 0.5: midrank 1.5): 3 of 32 sums are as small
        assertEquals(3.0 / 32, SignedRank.probabilityAtMost(sample, 1.5), 1e-15);
        assertEquals(1, SignedRank.probabilityAtMost(sample, 6));
        assertEquals(2.0 / 1024, SignedRank.smallest(10), 1e-15);
    }

    @Test
    void holm_multiplies_by_what_is_left_and_never_falls() {
        // R 4: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        assertEquals(List.of(0.03, 0.06, 0.06, 0.02), Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)));
        assertEquals(List.of(1.0, 1.0), Holm.adjust(List.of(0.9, 0.6)));
        assertEquals(List.of(), Holm.adjust(List.of()));
    }

    @ParameterizedTest(name = "{0} pairs, effect {1}, level {2}")
    @CsvSource({
        // nct.sf(c, n - 1, d) + nct.cdf(-c, n - 1, d)
        "2, 1, 0.05, 0.09280915505633605",
        "3, 0.5, 0.05, 0.08410705589638942",
        "10, 1, 0.05, 0.8030968566327219",
        "34, 0.5, 0.05, 0.8077775012792738",
        "20, 0.3, 0.01, 0.08898120601027106",
        "100, 0.3, 0.05, 0.8439471027374162",
        "199, 0.2, 0.05, 0.8016910240370655"
    })
    void power_is_that_of_the_noncentral_t(int n, double effect, double alpha, double expected) {
        assertEquals(expected, Power.ofPairs(n, effect, alpha), 1e-8);
    }

    @ParameterizedTest(name = "effect {0}, level {1}: {2}")
    @CsvSource({
        "0.5, 0.05, 34",
        "1, 0.05, 10",
        "2, 0.05, 5",
        "5, 0.05, 3",
        "0.2, 0.05, 199",
        "0.5, 0.016666666666666666, 45",
        "0.02, 0.05, 19625"
    })
    void seeds_needed_are_the_fewest_that_suffice(double effect, double alpha, int expected) {
        assertEquals(expected, Power.pairsFor(effect, alpha));
    }

    @Test
    void times_are_compared_by_their_logarithms() {
        TimeRatio ratio = TimeRatio.of(List.of(2.1, 2.3, 2.0, 2.6, 2.2), List.of(1.0, 1.2, 1.1, 1.2, 1.0));
        assertEquals(2.034808745748534, ratio.ratio(), 1e-12);
        assertClose(1.8365057876304178, 2.2545241401700133, ratio.interval().orElseThrow(), 1e-9);
        assertEquals(4.304454764322452e-05, ratio.probability().orElseThrow(), 1e-12);
    }

    @ParameterizedTest(name = "{0} values: from the {1}th")
    @CsvSource({"6, 1", "10, 2", "20, 6", "25, 8", "30, 10"}) // largest k with binom.cdf(k - 1, n, 0.5) <= 0.025
    void the_median_lies_between_two_of_the_values(int n, int from) {
        Sample sample =
                new Sample(IntStream.rangeClosed(1, n).mapToObj(i -> (double) i).toList());
        assertEquals(new Interval(from, n + 1 - from), TimeRatio.ofMedian(sample));
    }

    @Test
    void the_bootstrap_agrees_with_scipy_within_its_noise() {
        // bootstrap(method='percentile', n_resamples=200000); the ends of 10,000 draws scatter by about 0.005
        assertClose(95.36, 95.82, Bootstrap.ofMean(new Sample(A)), 0.02);
        assertEquals(Bootstrap.ofMean(new Sample(A)), Bootstrap.ofMean(new Sample(A)));
    }

    private static void assertClose(double low, double high, Interval found, double allowed) {
        assertEquals(low, found.low(), allowed);
        assertEquals(high, found.high(), allowed);
    }
}
