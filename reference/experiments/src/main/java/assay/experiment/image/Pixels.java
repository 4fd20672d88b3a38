package assay.experiment.image;

import assay.data.ImageSet;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turn images into numbers: each block of pixels averaged, then scaled. Batches are made when they are needed, so that
 * 60,000 images take their bytes and no more.
 */
public final class Pixels {
    /** Say which numbers black and white become. */
    public enum Range {
        /** 0 to 255, as in the file. */
        RAW(1f, 0f),
        /** 0 to 1. */
        UNIT(1 / 255f, 0f),
        /** -1 to 1. */
        CENTRED(2 / 255f, -1f),
        /** Mean 0 and deviation 1 over the training images of MNIST, whose mean is 0.1307 and deviation 0.3081 of white. */
        STANDARD(1 / (255f * 0.3081f), -0.1307f / 0.3081f);

        private final float scale;
        private final float shift;

        Range(float scale, float shift) {
            this.scale = scale;
            this.shift = shift;
        }
    }

    private final ImageSet images;
    private final Range range;
    private final int block;

    /**
     * Read {@code images}, {@code block} by {@code block} pixels averaged to one.
     *
     * @throws IllegalArgumentException if the blocks do not fill the images
     */
    public Pixels(ImageSet images, Range range, int block) {
        if (block < 1 || images.height() % block != 0 || images.width() % block != 0) {
            throw new IllegalArgumentException(
                    "blocks of " + block + " pixels must fill images of " + images.height() + " x " + images.width());
        }
        this.images = images;
        this.range = range;
        this.block = block;
    }

    /** Return the first {@code most} images of {@code set}, all if there are no more. */
    public static ImageSet first(ImageSet set, int most) {
        return most >= set.size() ? set : set.subset(Shuffle.ordered(most));
    }

    /** Return the images whose label is one of {@code labels}, in their order. */
    public static ImageSet labelled(ImageSet set, int... labels) {
        return set.subset(IntStream.range(0, set.size())
                .filter(i -> Arrays.stream(labels).anyMatch(label -> label == set.labels()[i]))
                .toArray());
    }

    /** Return the images. */
    public ImageSet images() {
        return images;
    }

    /** Return the number of images. */
    public int size() {
        return images.size();
    }

    /** Return the label of an image. */
    public int label(int image) {
        return images.labels()[image];
    }

    /** Return the numbers per row of an image. */
    public int width() {
        return images.width() / block;
    }

    /** Return the rows of an image. */
    public int height() {
        return images.height() / block;
    }

    /** Return the numbers per image. */
    public int features() {
        return images.channels() * height() * width();
    }

    /** Write the numbers of an image, channel by channel and row by row, into {@code into} from {@code at} on. */
    public void copy(int image, float[] into, int at) {
        byte[] pixels = images.pixels();
        int from = image * images.imageBytes();
        if (block == 1) {
            for (int i = 0; i < images.imageBytes(); i++) {
                into[at + i] = (pixels[from + i] & 0xFF) * range.scale + range.shift;
            }
            return;
        }
        int next = at;
        for (int row = 0; row < images.channels() * height(); row++) {
            for (int column = 0; column < width(); column++) {
                int sum = 0;
                for (int i = 0; i < block; i++) {
                    int start = from + (row * block + i) * images.width() + column * block;
                    for (int j = 0; j < block; j++) {
                        sum += pixels[start + j] & 0xFF;
                    }
                }
                into[next++] = sum / (float) (block * block) * range.scale + range.shift;
            }
        }
    }

    /** Return the images {@code order[from]} to {@code order[to - 1]} as rows [n, features]. */
    public INDArray rows(int[] order, int from, int to) {
        return Nd4j.create(gathered(order, from, to), new long[] {to - from, features()}, 'c');
    }

    /** Return the images {@code order[from]} to {@code order[to - 1]} as [n, channels, height, width]. */
    public INDArray planes(int[] order, int from, int to) {
        return Nd4j.create(
                gathered(order, from, to), new long[] {to - from, images.channels(), height(), width()}, 'c');
    }

    /** Return their labels as [n, classes], 1 at the right class and 0 elsewhere. */
    public INDArray oneHot(int[] order, int from, int to) {
        float[] hot = new float[(to - from) * images.classes()];
        for (int i = from; i < to; i++) {
            hot[(i - from) * images.classes() + label(order[i])] = 1f;
        }
        return Nd4j.create(hot, new long[] {to - from, images.classes()}, 'c');
    }

    private float[] gathered(int[] order, int from, int to) {
        float[] numbers = new float[(to - from) * features()];
        for (int i = from; i < to; i++) {
            copy(order[i], numbers, (i - from) * features());
        }
        return numbers;
    }
}
