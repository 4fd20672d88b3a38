package assay.reference.training;

import assay.api.TrainingSet;
import java.util.Random;

/** Draw images of two classes that anybody can tell apart: a bright square on the left or on the right, with noise. */
public final class Blobs {
    private Blobs() {}

    /** Draw {@code count} images of 28 by 28 pixels. */
    public static TrainingSet draw(long seed, int count) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * 784];
        byte[] labels = new byte[count];
        for (int n = 0; n < count; n++) {
            labels[n] = (byte) (n % 2);
            for (int i = 0; i < 784; i++) {
                int row = i / 28;
                int column = i % 28;
                boolean bright = row >= 8 && row < 20 && column / 14 == labels[n];
                pixels[n * 784 + i] = (byte) (bright ? 128 + random.nextInt(128) : random.nextInt(40));
            }
        }
        return TrainingSet.of(1, 28, 28, pixels, labels);
    }
}
