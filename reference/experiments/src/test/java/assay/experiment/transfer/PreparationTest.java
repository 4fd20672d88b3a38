package assay.experiment.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.data.ImageSet;
import assay.experiment.backbone.Colours;
import org.junit.jupiter.api.Test;

class PreparationTest {
    private static final ImageSet TWO_BY_TWO =
            new ImageSet(3, 2, 2, 10, new byte[] {0, 100, 0, 100, 10, 10, 50, 50, 7, 7, 7, 7}, new byte[] {0});

    /** What Pillow's {@code resize((4, 4), BILINEAR)} gives for these rows. */
    @Test
    void images_are_enlarged_between_the_centres_of_pixels() {
        Preparation preparation = new Preparation(4, Colours.SYMMETRIC);
        int[] across = {0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100};
        assertArrayEquals(across, preparation.enlarge(TWO_BY_TWO, 0, 0));
        int[] down = {10, 10, 10, 10, 20, 20, 20, 20, 40, 40, 40, 40, 50, 50, 50, 50};
        assertArrayEquals(down, preparation.enlarge(TWO_BY_TWO, 0, 1));
    }

    @Test
    void the_same_size_leaves_every_pixel_as_it_is() {
        assertArrayEquals(new int[] {0, 100, 0, 100}, new Preparation(2, Colours.SYMMETRIC).enlarge(TWO_BY_TWO, 0, 0));
    }

    @Test
    void planes_go_in_in_the_order_and_scale_of_the_weights() {
        float[] values = new float[12];
        new Preparation(2, Colours.CAFFE).write(TWO_BY_TWO, 0, values, 0);
        assertEquals(7 - 104, values[0], "blue comes first");
        assertEquals(100 - 123, values[9], "red comes last");
    }
}
