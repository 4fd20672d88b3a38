package assay.check.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.check.training.SequentialTest.Decision;
import assay.check.training.SequentialTest.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequentialTestTest {
    private static final List<Integer> LOOKS = List.of(3, 6);

    private static SequentialTest test(double margin) {
        return new SequentialTest(margin, 0.05, LOOKS, 0.1);
    }

    @Test
    void the_half_width_is_that_of_the_t_table() {
        Look look = test(3).looks(List.of(1.0, 2.0, 3.0)).get(0);
        // t with 2 degrees of freedom at 0.975 is 4.302653 (scipy.stats.t.ppf 1.10); the deviation is 1
        assertEquals(4.302652729911275 / Math.sqrt(3), look.half(), 1e-9);
        assertEquals(2, look.mean(), 1e-12);
    }

    @Test
    void what_is_clear_stops_at_the_first_look() {
        assertEquals(List.of(Decision.NOT_INFERIOR), decisions(3, 0.1, -0.2, 0.1, 9.0, 9.0, 9.0));
        assertEquals(List.of(Decision.INFERIOR), decisions(3, 10.1, 10.2, 9.9, 0.0, 0.0, 0.0));
    }

    @Test
    void what_is_not_clear_is_looked_at_again_and_may_stay_open() {
        assertEquals(List.of(Decision.OPEN, Decision.NOT_INFERIOR), decisions(3, 2.0, -1.5, 1.0, 0.5, 0.2, 0.1));
        assertEquals(List.of(Decision.OPEN, Decision.OPEN), decisions(3, 2.0, 4.0, 3.0, 2.5, 3.5, 3.0));
    }

    @Test
    void nothing_is_said_before_the_first_look() {
        assertEquals(List.of(), decisions(3, 0.0, 0.0));
    }

    @Test
    void three_equal_counts_prove_no_certainty() {
        Look look = new SequentialTest(3, 0.05, LOOKS, 1)
                .looks(List.of(2.0, 2.0, 2.0))
                .get(0);
        assertEquals(Decision.OPEN, look.decision());
    }

    @Test
    void more_seeds_are_needed_the_nearer_the_mean_is_to_the_margin() {
        SequentialTest test = test(3);
        int far = test.needed(List.of(1.0, 3.0, 2.0, 1.5, 2.5, 2.0));
        int near = test.needed(List.of(1.7, 3.7, 2.7, 2.2, 3.2, 2.7));
        assertTrue(6 < far && far < near, far + " and " + near);
    }

    /** At the margin itself every decision is a wrong one; at most alpha of all runs may decide for "not inferior". */
    @Test
    void a_mean_at_the_margin_passes_no_more_often_than_alpha() {
        Random random = new Random(7);
        int passed = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            List<Double> differences = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                differences.add(3 + random.nextGaussian());
            }
            List<Look> looks = test(3).looks(differences);
            passed += looks.get(looks.size() - 1).decision() == Decision.NOT_INFERIOR ? 1 : 0;
        }
        // three standard deviations of a share of 0.05 in 4000 runs are 0.0103
        assertTrue(passed <= (0.05 + 0.0103) * runs, passed + " of " + runs);
    }

    private static List<Decision> decisions(double margin, Double... differences) {
        return test(margin).looks(List.of(differences)).stream()
                .map(Look::decision)
                .toList();
    }
}
