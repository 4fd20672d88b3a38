package assay.experiment.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final float[][] FEATURES = {{1, 0}, {0, 1}, {1, 1}};
    private static final int[] LABELS = {0, 1, 2};

    /** Adam's first step has the length of the rate in every parameter, whatever the gradient; the head of one class aside. */
    @Test
    void the_first_step_moves_every_score_by_the_rate_per_parameter() {
        Head head = new Head(2, 3, 0.01, 5);
        double[] before = scores(head, FEATURES[0]);
        head.step(new float[][] {FEATURES[0]}, new int[] {0});
        double[] after = scores(head, FEATURES[0]);
        // one weight and the bias move, up for the right class and down for the others
        assertEquals(0.04, after[0] - before[0], 1e-6);
        assertEquals(0, after[1] - before[1], 1e-6);
    }

    @Test
    void what_can_be_separated_is_learnt() {
        Head head = new Head(2, 3, 0.1, 5);
        double first = head.step(FEATURES, LABELS);
        double last = first;
        for (int i = 0; i < 300; i++) {
            last = head.step(FEATURES, LABELS);
        }
        assertTrue(last < 0.1 && first > 0.5, first + " to " + last);
        assertEquals(9, head.size());
    }

    @Test
    void the_same_seed_gives_the_same_head() {
        assertEquals(new Head(4, 3, 0.1, 5).digest(), new Head(4, 3, 0.1, 5).digest());
        assertNotEquals(new Head(4, 3, 0.1, 5).digest(), new Head(4, 3, 0.1, 6).digest());
    }

    /** Scores up to a constant: relative to the last class. */
    private static double[] scores(Head head, float[] features) {
        double[] p = head.probabilities(features);
        return Arrays.stream(p).map(one -> Math.log(one / p[p.length - 1])).toArray();
    }
}
