package assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import assay.testkit.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Read the published files; they are found through ASSAY_DATA. */
class RealFilesTest {
    private static Path folder(String set) {
        String told = System.getenv(DataHome.VARIABLE);
        boolean there = told != null && Files.isDirectory(Path.of(told, set));
        Needs.that(there, "needs ASSAY_DATA to name a folder with " + set + "/");
        return Path.of(String.valueOf(told));
    }

    private static int[] counts(ImageSet set) {
        int[] counts = new int[set.classes()];
        for (byte label : set.labels()) {
            counts[label]++;
        }
        return counts;
    }

    @Test
    void mnist_is_what_was_published() throws Exception {
        DataSet mnist = DataSets.open("mnist", new DataHome(folder("mnist")));
        assertFalse(mnist.synthetic());
        assertEquals(60_000, mnist.train().size());
        assertEquals(10_000, mnist.test().size());
        int[] published = {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949};
        assertArrayEquals(published, counts(mnist.train()));
        double sum = 0;
        double squares = 0;
        for (byte pixel : mnist.train().pixels()) {
            double value = (pixel & 0xFF) / 255.0;
            sum += value;
            squares += value * value;
        }
        double mean = sum / mnist.train().pixels().length;
        assertEquals(0.1307, mean, 5e-5);
        assertEquals(0.3081, Math.sqrt(squares / mnist.train().pixels().length - mean * mean), 5e-5);
    }
}
