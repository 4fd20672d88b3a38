package assay.experiment.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BinaryLossTest {
    @ParameterizedTest
    @EnumSource(BinaryLoss.class)
    void the_slope_is_the_derivative(BinaryLoss loss) {
        double h = 1e-5;
        for (int y : new int[] {-1, 1}) {
            for (double z = -5; z <= 5; z += 0.5) {
                double difference = (loss.value(z + h, y) - loss.value(z - h, y)) / (2 * h);
                // h^2 / 6 times a third derivative below 4, and rounding of 1e-16 / h
                assertEquals(difference, loss.slope(z, y), 1e-9, "z = " + z + ", y = " + y);
            }
        }
    }

    @Test
    void the_misprint_gives_three_quarters_where_one_half_is_right() {
        assertEquals(0.5, BinaryLoss.MSE.value(0, -1), 1e-15);
        assertEquals(0.75, BinaryLoss.MISSING_SQUARE.value(0, -1), 1e-15);
        assertEquals(BinaryLoss.MSE.value(0.7, 1), BinaryLoss.MISSING_SQUARE.value(0.7, 1));
    }

    @Test
    void a_badly_wrong_score_keeps_its_gradient_with_kl_alone() {
        assertEquals(0.99995, BinaryLoss.KL.slope(10, -1), 1e-5);
        assertEquals(1.8e-4, BinaryLoss.MSE.slope(10, -1), 1e-5);
    }

    @Test
    void far_away_everything_is_finite() {
        for (BinaryLoss loss : BinaryLoss.values()) {
            assertTrue(Double.isFinite(loss.value(800, -1)) && Double.isFinite(loss.slope(-800, 1)), loss.id());
        }
        assertEquals(800, BinaryLoss.KL.value(-800, 1));
    }
}
