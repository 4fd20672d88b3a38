package assay.data;

import java.util.Objects;

/**
 * Hold labelled images.
 *
 * <p>The arrays are handed over and not copied, because they are large; whoever has the set must not write to them.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param pixels unsigned bytes [n, channels, height, width]
 * @param labels one per image, 0 to classes - 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImageSet(int channels, int height, int width, int classes, byte[] pixels, byte[] labels) {
    /** Check that there is a picture for every label, and a class for every label. */
    public ImageSet {
        Objects.requireNonNull(pixels);
        Objects.requireNonNull(labels);
        if (channels < 1 || height < 1 || width < 1 || classes < 1 || classes > 127) {
            throw new IllegalArgumentException("must have channels, height, width and 1 to 127 classes, was " + channels
                    + ", " + height + ", " + width + ", " + classes);
        }
        long wanted = (long) labels.length * channels * height * width;
        if (pixels.length != wanted) {
            throw new IllegalArgumentException("must have " + wanted + " pixels, was " + pixels.length);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("label " + i + " must be below " + classes + ", was " + labels[i]);
            }
        }
    }

    /** Return the number of images. */
    public int size() {
        return labels.length;
    }

    /** Return the bytes of one image. */
    public int imageBytes() {
        return channels * height * width;
    }

    /** Return the brightness of a pixel, 0 to 255. */
    public int pixel(int image, int channel, int row, int column) {
        Objects.checkIndex(channel, channels);
        Objects.checkIndex(row, height);
        Objects.checkIndex(column, width);
        return pixels[((image * channels + channel) * height + row) * width + column] & 0xFF;
    }

    /** Return the images at {@code indices}, in that order; an index may come twice. */
    public ImageSet subset(int... indices) {
        int each = imageBytes();
        byte[] some = new byte[Math.multiplyExact(indices.length, each)];
        byte[] theirs = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * each, some, i * each, each);
            theirs[i] = labels[indices[i]];
        }
        return new ImageSet(channels, height, width, classes, some, theirs);
    }
}
