package assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import assay.testkit.Needs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read the published files; they are found through ASSAY_DATA. */
class RealFilesTest {
    private static DataHome home(String set) {
        return new DataHome(Needs.data(set).getParent());
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
        DataSet mnist = DataSets.open("mnist", home("mnist"));
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

    @Test
    void a_part_of_svhn_reads_as_numpy_reads_it() throws Exception {
        Path folder = Needs.data("svhn");
        Svhn svhn = Svhn.read(folder.resolve("train_32x32_first1083.mat"));
        int[] published = {66, 227, 141, 134, 110, 112, 78, 70, 78, 67};
        assertArrayEquals(published, counts(svhn.images()));
        DataSet part = DataSets.open("svhn-part", new DataHome(folder.getParent()));
        assertArrayEquals(svhn.images().pixels(), part.train().pixels());
        assertEquals(0, part.test().size());
        List<Npy> arrays = Npz.read(folder.resolve("svhn_train_first1083.npz"), List.of("x", "y"));
        byte[] expected = arrays.get(0).values();
        assertEquals(List.of(1083, 32, 32, 3), arrays.get(0).shape());
        assertArrayEquals(arrays.get(1).values(), svhn.images().labels());
        byte[] found = new byte[expected.length];
        for (int i = 0; i < found.length; i++) {
            int image = i / 3072;
            found[i] = (byte) svhn.images().pixel(image, i % 3, i / 96 % 32, i / 3 % 32);
        }
        assertArrayEquals(expected, found);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"weights/cifar10_resnet", "weights/squeezenet1_0", "weights/mobilenet_v1_025", "weights/keras_h5"
            })
    void weights_are_what_was_published(String set) {
        Path folder = Needs.data(set);
        DataStore store = new DataStore(new DataHome(folder.getParent().getParent()));
        for (DataStore.FileState file : store.verify(set)) {
            assertEquals(DataStore.State.GOOD, file.state(), file.problem());
        }
    }

    @Test
    void the_line_through_the_points_is_the_known_one() throws Exception {
        Points points = DataSets.points(home("linreg"));
        assertEquals(100, points.size());
        double meanX = Arrays.stream(points.x()).average().orElseThrow();
        double meanY = Arrays.stream(points.y()).average().orElseThrow();
        double across = 0;
        double square = 0;
        for (int i = 0; i < points.size(); i++) {
            across += (points.x()[i] - meanX) * (points.y()[i] - meanY);
            square += (points.x()[i] - meanX) * (points.x()[i] - meanX);
        }
        double slope = across / square;
        assertEquals(7.03528164368494, slope, 1e-12);
        assertEquals(49.458623084782054, meanY - slope * meanX, 1e-11);
    }
}
