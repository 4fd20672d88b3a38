package assay.reference.training;

import assay.api.TrainingSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hold images as brightness 0 to 1, by the pixels that are not black alone: most of a digit's are.
 *
 * @param size number of features of an image
 * @param places the features that are not 0, per image
 * @param values their values, per image
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read by trainers that live within one call
record Pictures(int size, int[][] places, double[][] values) {
    private static final double WHITE = 255;

    /** Read the images of a training set. */
    static Pictures of(TrainingSet set) {
        return of(IntStream.range(0, set.size()).mapToObj(set::image).toList());
    }

    /** Read images that are given as bytes. */
    static Pictures of(List<byte[]> images) {
        return of(
                images.get(0).length, images.stream().map(Pictures::brightness).toList());
    }

    /** Average squares of {@code side} by {@code side} pixels of square grey images. */
    static Pictures pooled(List<byte[]> images, int width, int side) {
        int small = width / side;
        return of(
                small * small,
                images.stream()
                        .map(image -> pool(brightness(image), width, side))
                        .toList());
    }

    /** Hold features that were computed already, {@code size} of each image. */
    static Pictures of(int size, List<double[]> dense) {
        int[][] places = new int[dense.size()][];
        double[][] values = new double[dense.size()][];
        for (int n = 0; n < dense.size(); n++) {
            double[] image = dense.get(n);
            places[n] = IntStream.range(0, size).filter(i -> image[i] != 0).toArray();
            values[n] = IntStream.of(places[n]).mapToDouble(i -> image[i]).toArray();
        }
        return new Pictures(size, places, values);
    }

    private static double[] brightness(byte[] image) {
        double[] bright = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            bright[i] = (image[i] & 0xFF) / WHITE;
        }
        return bright;
    }

    private static double[] pool(double[] image, int width, int side) {
        int small = width / side;
        double[] pooled = new double[small * small];
        for (int row = 0; row < small * side; row++) {
            for (int column = 0; column < small * side; column++) {
                pooled[row / side * small + column / side] += image[row * width + column] / (side * side);
            }
        }
        return pooled;
    }

    /** Return the number of images. */
    int count() {
        return places.length;
    }
}
