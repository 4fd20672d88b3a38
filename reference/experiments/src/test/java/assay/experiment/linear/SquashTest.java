package assay.experiment.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SquashTest {
    private static final float[] SCORES = {9, 0.5f, -1.25f, 2, 0.25f, 9};
    private static final int AT = 1;
    private static final int CLASSES = 4;

    @ParameterizedTest
    @EnumSource(Squash.class)
    void the_slope_is_the_derivative_of_the_loss(Squash squash) {
        float[] u = SCORES.clone();
        squash.forward(SCORES, u, AT, CLASSES);
        float[] slope = u.clone();
        Squash.softmax(slope, AT, CLASSES);
        slope[AT + 2] -= 1;
        squash.backward(u, slope, AT, CLASSES);
        float h = 1 / 64f;
        for (int k = 0; k < CLASSES; k++) {
            double difference = (loss(squash, k, h) - loss(squash, k, -h)) / (2 * h);
            // Single precision: 1e-7 / h, and h^2 / 6 times a third derivative below 1
            assertEquals(difference, slope[AT + k], 1e-4, "class " + k);
        }
    }

    @Test
    void values_between_0_and_1_keep_the_loss_above_its_floor() {
        float[] sure = {0, 60, -60, -60, -60, -60, -60, -60, -60, -60, -60, 0};
        double floor = Math.log(1 + 9 / Math.E);
        assertEquals(1.461150, floor, 1e-6);
        for (Squash squash : new Squash[] {Squash.SIGMOID, Squash.SOFTMAX}) {
            float[] u = sure.clone();
            squash.forward(sure, u, 1, 10);
            Squash.softmax(u, 1, 10);
            assertEquals(floor, -Math.log(u[1]), 1e-6, squash.id());
        }
        float[] right = sure.clone();
        Squash.softmax(right, 1, 10);
        assertTrue(-Math.log(right[1]) < 1e-12);
    }

    private static double loss(Squash squash, int k, float change) {
        float[] z = SCORES.clone();
        z[AT + k] += change;
        float[] u = z.clone();
        squash.forward(z, u, AT, CLASSES);
        Squash.softmax(u, AT, CLASSES);
        return -Math.log(u[AT + 2]);
    }
}
