package assay.reference.training;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import java.util.List;

/**
 * Be a small net that is given and stays as it is: {@value #SIDE} x {@value #SIDE} filters every {@value #STRIDE} pixels, batch
 * normalisation by running statistics, rectification, means of 2 x 2 places. Features go filter by filter, row by row.
 */
@SuppressWarnings("ArrayRecordComponent") // read within one call
record FrozenTrunk(
        double[][] filters,
        double[] gamma,
        double[] beta,
        double[] mean,
        double[] var,
        int channels,
        int height,
        int width,
        Slip slip) {
    /** Edge of a filter. */
    static final int SIDE = 5;

    /** From one place of a filter to the next. */
    static final int STRIDE = 3;

    /** What is added to a variance. */
    static final double EPSILON = 1e-5;

    private static final int FILTERS = 12;
    private static final double WHITE = 255;

    /** Name what can go wrong; one at a time. */
    enum Slip {
        NONE,
        PIXELS_0_TO_1,
        PIXELS_0_TO_255,
        BATCH_STATISTICS,
        FILTERS_FLIPPED
    }

    /** Draw filters that answer to edges and lines in all directions, with statistics near to those of house numbers. */
    static Inputs draw(Inputs drawn, int channels, Draw draw) {
        double[][] filters = new double[FILTERS][];
        for (int f = 0; f < FILTERS; f++) {
            double angle = Math.PI * (f % 6) / 6 + draw.uniform(-0.15, 0.15);
            filters[f] = wave(channels, angle, draw.uniform(4, 6), f < 6 ? 0 : Math.PI / 2);
        }
        return drawn.and("filters", Tensor.matrix(filters))
                .and("gamma", draw.vector(FILTERS, () -> draw.uniform(0.8, 1.2)))
                .and("beta", draw.vector(FILTERS, () -> draw.signed(0.05, 0.2)))
                .and("mean", draw.vector(FILTERS, () -> draw.signed(0.02, 0.1)))
                .and("var", draw.vector(FILTERS, () -> draw.uniform(0.3, 0.6)));
    }

    /** Return a wave under a bell, without mean, of norm 1 (Gabor 1946); the same for all colours. */
    private static double[] wave(int channels, double angle, double length, double phase) {
        double[] filter = new double[channels * SIDE * SIDE];
        double mean = 0;
        for (int i = 0; i < filter.length; i++) {
            double y = i / SIDE % SIDE - SIDE / 2;
            double x = i % SIDE - SIDE / 2;
            double along = x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
            filter[i] = StrictMath.exp(-(x * x + y * y) / 5) * StrictMath.cos(2 * Math.PI * along / length + phase);
            mean += filter[i] / filter.length;
        }
        double square = 0;
        for (int i = 0; i < filter.length; i++) {
            filter[i] -= mean;
            square += filter[i] * filter[i];
        }
        for (int i = 0; i < filter.length; i++) {
            filter[i] /= StrictMath.sqrt(square);
        }
        return filter;
    }

    /** Read the net from inputs; images have {@code channels}, {@code height} and {@code width}. */
    static FrozenTrunk of(Inputs in, int channels, int height, int width, Slip slip) {
        return new FrozenTrunk(
                in.matrix("filters"),
                in.vector("gamma"),
                in.vector("beta"),
                in.vector("mean"),
                in.vector("var"),
                channels,
                height,
                width,
                slip);
    }

    /** Return how many numbers the features of an image are. */
    int size() {
        return filters.length * (places(height) / 2) * (places(width) / 2);
    }

    /** Return the features of the images. */
    List<double[]> features(List<byte[]> images) {
        List<double[]> sums = images.stream().map(this::convolve).toList();
        return slip == Slip.BATCH_STATISTICS
                ? normed(sums, batchMeans(sums, false), batchMeans(sums, true))
                : normed(sums, mean, var);
    }

    private List<double[]> normed(List<double[]> sums, double[] means, double[] variances) {
        return sums.stream().map(one -> pooled(one, means, variances)).toList();
    }

    private static int places(int extent) {
        return (extent - SIDE) / STRIDE + 1;
    }

    /** Return [filters, places, places]. */
    private double[] convolve(byte[] image) {
        int rows = places(height);
        int columns = places(width);
        double[] pixels = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            pixels[i] = scaled(image[i] & 0xFF);
        }
        double[] sums = new double[filters.length * rows * columns];
        for (int at = 0; at < sums.length; at++) {
            int top = at / columns % rows * STRIDE;
            int left = at % columns * STRIDE;
            double[] filter = filters[at / (rows * columns)];
            double sum = 0;
            for (int i = 0; i < filter.length; i++) {
                int within = i % (SIDE * SIDE);
                int flipped = slip == Slip.FILTERS_FLIPPED ? i - within + SIDE * SIDE - 1 - within : i;
                int row = top + within / SIDE;
                sum += filter[flipped] * pixels[(i / (SIDE * SIDE) * height + row) * width + left + within % SIDE];
            }
            sums[at] = sum;
        }
        return sums;
    }

    private double scaled(int brightness) {
        return switch (slip) {
            case PIXELS_0_TO_1 -> brightness / WHITE;
            case PIXELS_0_TO_255 -> brightness;
            default -> (brightness / WHITE - 0.5) / 0.5;
        };
    }

    private double[] pooled(double[] sums, double[] means, double[] variances) {
        int rows = places(height);
        int columns = places(width);
        double[] pooled = new double[size()];
        int small = columns / 2;
        for (int at = 0; at < sums.length; at++) {
            int filter = at / (rows * columns);
            int row = at / columns % rows / 2;
            int column = at % columns / 2;
            double normed = gamma[filter] * (sums[at] - means[filter]) / StrictMath.sqrt(variances[filter] + EPSILON)
                    + beta[filter];
            if (row < rows / 2 && column < small) {
                pooled[(filter * (rows / 2) + row) * small + column] += Math.max(0, normed) / 4;
            }
        }
        return pooled;
    }

    /** Return the mean of every filter's answers over all images, or their variance. */
    private double[] batchMeans(List<double[]> sums, boolean variance) {
        double[] means = new double[filters.length];
        int each = sums.get(0).length / filters.length;
        for (int f = 0; f < means.length; f++) {
            double sum = 0;
            double squares = 0;
            for (double[] one : sums) {
                for (int i = f * each; i < (f + 1) * each; i++) {
                    sum += one[i];
                    squares += one[i] * one[i];
                }
            }
            double count = (double) each * sums.size();
            means[f] = variance ? squares / count - sum / count * (sum / count) : sum / count;
        }
        return means;
    }
}
