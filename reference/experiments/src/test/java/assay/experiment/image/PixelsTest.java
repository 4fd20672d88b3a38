package assay.experiment.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.data.ImageSet;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class PixelsTest {
    /** Two images of 2 x 4 pixels. */
    private static final ImageSet TWO = new ImageSet(
            1, 2, 4, 3, new byte[] {0, 1, 2, 3, 4, 5, 6, 0, (byte) 255, 0, 0, 0, 0, 0, 0, (byte) 200}, new byte[] {2, 0
            });

    @Test
    void averages_blocks_without_cutting_off_fractions() {
        float[] numbers = new float[4];
        new Pixels(TWO, Pixels.Range.RAW, 2).copy(0, numbers, 1);
        assertArrayEquals(new float[] {0, 2.5f, 2.75f, 0}, numbers);
    }

    @Test
    void scales_black_and_white() {
        float[] numbers = new float[8];
        new Pixels(TWO, Pixels.Range.UNIT, 1).copy(1, numbers, 0);
        assertEquals(1, numbers[0], 1e-6);
        assertEquals(0, numbers[1]);
        new Pixels(TWO, Pixels.Range.CENTRED, 1).copy(1, numbers, 0);
        assertEquals(1, numbers[0], 1e-6);
        assertEquals(-1, numbers[1]);
    }

    @Test
    void batches_follow_the_order() {
        Pixels pixels = new Pixels(TWO, Pixels.Range.RAW, 1);
        INDArray planes = pixels.planes(new int[] {1, 0, 1}, 1, 3);
        assertArrayEquals(new long[] {2, 1, 2, 4}, planes.shape());
        assertEquals(6, planes.getDouble(0, 0, 1, 2));
        assertEquals(200, planes.getDouble(1, 0, 1, 3));
        assertArrayEquals(
                new double[][] {{0, 0, 1}, {1, 0, 0}},
                pixels.oneHot(new int[] {1, 0, 1}, 1, 3).toDoubleMatrix());
    }

    @Test
    void refuses_blocks_that_do_not_fit() {
        assertThrows(IllegalArgumentException.class, () -> new Pixels(TWO, Pixels.Range.RAW, 3));
    }

    @Test
    void picks_by_label() {
        assertEquals(1, Pixels.labelled(TWO, 0, 1).size());
        assertEquals(0, Pixels.labelled(TWO, 1).size());
    }
}
