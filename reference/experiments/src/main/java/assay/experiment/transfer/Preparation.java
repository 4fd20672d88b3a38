package assay.experiment.transfer;

import assay.data.ImageSet;
import assay.experiment.backbone.Colours;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Say how images go into a backbone: enlarged to {@code side} x {@code side}, then normalised by {@code colours}.
 *
 * <p>Enlarging is bilinear between the centres of pixels and rounds to whole brightnesses, as torchvision's {@code Resize} does
 * with images of 8 bits.
 */
record Preparation(int side, Colours colours) {
    /** Name the way of enlarging; it decides features and so belongs to what a cache is asked for. */
    static final String ENLARGED = "bilinear, centres, rounded";

    /** Return the numbers of an image. */
    int size() {
        return 3 * side * side;
    }

    /** Return {@code images[order[from]]} to {@code images[order[to - 1]]} as [n, 3, side, side]. */
    INDArray batch(ImageSet images, int[] order, int from, int to) {
        float[] values = new float[(to - from) * size()];
        for (int i = from; i < to; i++) {
            write(images, order[i], values, (i - from) * size());
        }
        return Nd4j.create(values, new long[] {to - from, 3, side, side}, 'c');
    }

    /** Write one image into {@code values} from {@code at} on. */
    void write(ImageSet images, int image, float[] values, int at) {
        int[][] enlarged = new int[3][];
        for (int channel = 0; channel < 3; channel++) {
            enlarged[channel] = enlarge(images, image, channel);
        }
        int area = side * side;
        for (int plane = 0; plane < 3; plane++) {
            for (int i = 0; i < area; i++) {
                values[at + plane * area + i] = colours.in(plane, enlarged[0][i], enlarged[1][i], enlarged[2][i]);
            }
        }
    }

    /** Return one channel, [side, side]. */
    int[] enlarge(ImageSet images, int image, int channel) {
        int[] enlarged = new int[side * side];
        double rows = (double) images.height() / side;
        double columns = (double) images.width() / side;
        for (int row = 0; row < side; row++) {
            double y = within((row + 0.5) * rows - 0.5, images.height());
            int top = (int) y;
            int bottom = Math.min(top + 1, images.height() - 1);
            for (int column = 0; column < side; column++) {
                double x = within((column + 0.5) * columns - 0.5, images.width());
                int left = (int) x;
                int right = Math.min(left + 1, images.width() - 1);
                double upper = mix(
                        images.pixel(image, channel, top, left), images.pixel(image, channel, top, right), x - left);
                double lower = mix(
                        images.pixel(image, channel, bottom, left),
                        images.pixel(image, channel, bottom, right),
                        x - left);
                enlarged[row * side + column] = (int) Math.round(mix(upper, lower, y - top));
            }
        }
        return enlarged;
    }

    private static double within(double place, int extent) {
        return Math.min(Math.max(place, 0), extent - 1.0);
    }

    private static double mix(double first, double second, double share) {
        return first + share * (second - first);
    }
}
