package assay.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hold one part of the Street View House Numbers, cropped digits (Netzer et al. 2011): images [n, 3, 32, 32], labels 0 to 9.
 *
 * @param sha256 over the file
 */
record Svhn(ImageSet images, String sha256) {
    private static final int SIDE = 32;
    private static final int CHANNELS = 3;
    private static final int CLASSES = 10;

    /** Read {@code file}: X [32, 32, 3, n] of bytes, first index fastest, and y [n, 1], where 10 stands for the digit 0. */
    static Svhn read(Path file) throws BadData {
        return DataFile.read(file, Svhn::read);
    }

    private static Svhn read(InputStream in) throws IOException {
        MessageDigest digest = Digests.begin();
        Map<String, Mat.Array> arrays =
                Mat.read(new BufferedInputStream(new DigestInputStream(in, digest), 1 << 16), Set.of("X", "y"));
        Mat.Array images = arrays.get("X");
        Mat.Array labels = arrays.get("y");
        if (images == null || labels == null) {
            throw new Malformed("it must hold the arrays X and y, holds " + arrays.keySet());
        }
        List<Integer> shape = images.shape();
        boolean sized = shape.size() == 4 && shape.subList(0, 3).equals(List.of(SIDE, SIDE, CHANNELS));
        if (!sized || !images.isUnsignedBytes()) {
            throw new Malformed("its X must be bytes [32, 32, 3, n], is " + shape);
        } else if (labels.count() != shape.get(3)) {
            throw new Malformed(
                    "it must hold " + shape.get(3) + " labels y, one for each image, holds " + labels.count());
        }
        byte[] digits = digits(labels);
        transpose(images.values());
        return new Svhn(new ImageSet(CHANNELS, SIDE, SIDE, CLASSES, images.values(), digits), Digests.end(digest));
    }

    private static byte[] digits(Mat.Array labels) throws Malformed {
        byte[] digits = new byte[labels.count()];
        for (int i = 0; i < digits.length; i++) {
            double label = labels.value(i);
            if (!(label >= 1 && label <= CLASSES) || label != Math.rint(label)) {
                throw new Malformed("label " + i + " must be 1 to 10, is " + label);
            }
            digits[i] = (byte) (label % CLASSES);
        }
        return digits;
    }

    /** Turn each image from [row fastest, column, channel] into [channel, row, column], where it stands. */
    private static void transpose(byte[] pixels) {
        byte[] plane = new byte[SIDE * SIDE];
        for (int first = 0; first < pixels.length; first += plane.length) {
            System.arraycopy(pixels, first, plane, 0, plane.length);
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    pixels[first + row * SIDE + column] = plane[column * SIDE + row];
                }
            }
        }
    }
}
