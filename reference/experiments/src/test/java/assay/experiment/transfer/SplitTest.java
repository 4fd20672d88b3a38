package assay.experiment.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import assay.data.ImageSet;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    /** The classes of the first images of SVHN. */
    private static final int[] COUNTS = {66, 227, 141, 134, 110, 112, 78, 70, 78, 67};

    private static final ImageSet IMAGES = images();

    @Test
    void every_class_has_its_share_up_to_one_image() {
        Split split = Split.of(IMAGES, 0.75, 3);
        assertEquals(812, split.train().length); // floor(0.75 * 1083)
        assertEquals(271, split.heldOut().length);
        for (int k = 0; k < 10; k++) {
            int label = k;
            long taken = Arrays.stream(split.train())
                    .filter(i -> IMAGES.labels()[i] == label)
                    .count();
            assertEquals(0.75 * COUNTS[k], taken, 1.0, "class " + k);
        }
    }

    @Test
    void no_image_is_in_both_parts_and_none_is_lost() {
        Split split = Split.of(IMAGES, 0.75, 3);
        int[] all = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.heldOut()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 1083).toArray(), all);
    }

    @Test
    void the_seed_decides_the_split() {
        assertArrayEquals(
                Split.of(IMAGES, 0.75, 3).train(), Split.of(IMAGES, 0.75, 3).train());
        assertFalse(Arrays.equals(
                Split.of(IMAGES, 0.75, 3).train(), Split.of(IMAGES, 0.75, 4).train()));
    }

    @Test
    void a_subset_is_stratified_and_the_whole_is_not_copied() {
        ImageSet some = Split.subset(IMAGES, 270);
        assertEquals(270, some.size());
        long ones = IntStream.range(0, 270).filter(i -> some.labels()[i] == 1).count();
        assertEquals(227 * 270 / 1083.0, ones, 1.0);
        assertSame(IMAGES, Split.subset(IMAGES, 1083));
    }

    private static ImageSet images() {
        byte[] labels = new byte[1083];
        int at = 0;
        for (int k = 0; k < COUNTS.length; k++) {
            Arrays.fill(labels, at, at += COUNTS[k], (byte) k);
        }
        return new ImageSet(3, 1, 1, 10, new byte[3 * 1083], labels);
    }
}
