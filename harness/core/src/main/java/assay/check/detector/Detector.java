package assay.check.detector;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Be a network of one 3 x 3 filter with a bias, an activation, a pooling over the whole image and a threshold.
 *
 * <p>All numbers are whole multiples of 1/{@code unit}, so that every result is exact. Pixels outside the image are 0, and
 * there is a response for every pixel of the image.
 *
 * @param filter nine weights, row by row
 * @param flipped the filter is turned by 180 degrees before it is laid on the image (convolution in the sense of
 *     mathematics), else laid on it as it is written (cross-correlation)
 */
record Detector(
        List<Long> filter,
        long bias,
        Activation activation,
        Pooling pooling,
        long threshold,
        boolean flipped,
        long unit) {
    private static final int WIDTH = 3;

    Detector {
        filter = List.copyOf(filter);
    }

    /** Name what is done to a response after the bias. */
    enum Activation {
        IDENTITY,
        RELU,
        /** 1 above 0, else 0. */
        STEP
    }

    /** Name how the responses of an image become one number. */
    enum Pooling {
        SUM,
        MAX,
        MEAN
    }

    /** Be a response that is not 0, at a pixel. */
    record Response(int row, int column, long value) {}

    /** Return the pooled responses, in units; the mean before it is divided by the number of pixels. */
    long pooled(Picture picture) {
        long[] responses = responses(picture);
        long pooled = pooling == Pooling.MAX ? Long.MIN_VALUE : 0;
        for (long response : responses) {
            pooled = pooling == Pooling.MAX ? Math.max(pooled, response) : pooled + response;
        }
        return pooled;
    }

    /** Return the number of lines that it sees, 1 or 2: two where the pooled value is above the threshold. */
    int answer(Picture picture) {
        return pooled(picture) > threshold * parts(picture.side()) ? 2 : 1;
    }

    /** Return what a pooled value has to be divided by: the number of pixels for a mean, else 1. */
    long parts(int side) {
        return pooling == Pooling.MEAN ? (long) side * side : 1;
    }

    /** List where it responds, row by row. */
    List<Response> places(Picture picture) {
        long[] responses = responses(picture);
        List<Response> places = new ArrayList<>();
        for (int i = 0; i < responses.length; i++) {
            if (responses[i] != 0) {
                places.add(new Response(i / picture.side(), i % picture.side(), responses[i]));
            }
        }
        return places;
    }

    /** Return a number of units as it is. */
    BigFraction number(long units) {
        return new BigFraction(units).divide(new BigFraction(unit));
    }

    /** Return what remains of a pooled value after the division by {@link #parts}. */
    BigFraction reading(Picture picture) {
        return number(pooled(picture)).divide(new BigFraction(parts(picture.side())));
    }

    Detector withFilter(List<Long> other) {
        return new Detector(other, bias, activation, pooling, threshold, flipped, unit);
    }

    Detector withPooling(Pooling other) {
        return new Detector(filter, bias, activation, other, threshold, flipped, unit);
    }

    Detector withBias(long other) {
        return new Detector(filter, other, activation, pooling, threshold, flipped, unit);
    }

    /** Turn left and right round. */
    Detector mirrored() {
        List<Long> other = new ArrayList<>();
        for (int i = 0; i < filter.size(); i++) {
            other.add(filter.get(i / WIDTH * WIDTH + WIDTH - 1 - i % WIDTH));
        }
        return withFilter(other);
    }

    private long[] responses(Picture picture) {
        int side = picture.side();
        long[] responses = new long[side * side];
        java.util.Arrays.fill(responses, bias);
        for (Line line : picture.lines()) {
            for (int i = 0; i < line.length(); i++) {
                spread(line.row() - i, line.column() + i, side, responses);
            }
        }
        for (int i = 0; i < responses.length; i++) {
            responses[i] = activated(responses[i]);
        }
        return responses;
    }

    /** Add what a lit pixel contributes to the responses around it. */
    private void spread(int row, int column, int side, long[] responses) {
        for (int a = 0; a < WIDTH; a++) {
            for (int b = 0; b < WIDTH; b++) {
                int atRow = flipped ? row + a - 1 : row - a + 1;
                int atColumn = flipped ? column + b - 1 : column - b + 1;
                if (atRow >= 0 && atRow < side && atColumn >= 0 && atColumn < side) {
                    responses[atRow * side + atColumn] += filter.get(a * WIDTH + b);
                }
            }
        }
    }

    private long activated(long response) {
        return switch (activation) {
            case IDENTITY -> response;
            case RELU -> Math.max(response, 0);
            case STEP -> response > 0 ? unit : 0;
        };
    }
}
