package assay.api;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold images with their labels: what a task gives to train on.
 *
 * <p>A solution opens the set that the input {@code training} names, and reads the images to be classified, which come
 * without labels, from the input {@code images}:
 * <pre>{@code
 * TrainingSet training = TrainingSet.open(in);
 * List<byte[]> images = training.images(in);
 * }</pre>
 */
public final class TrainingSet {
    /** Name the system property that says where the child finds its data sets. */
    public static final String FOLDER = "assay.training";

    /** Name the input that names the data set. */
    public static final String NAME = "training";

    /** Name the input that holds the images to be classified: texts, each some whole images in base64. */
    public static final String IMAGES = "images";

    /** Name the file of the images, bytes [n, channels, height, width]. */
    public static final String IMAGES_FILE = "images.npy";

    /** Name the file of the labels, bytes [n]. */
    public static final String LABELS_FILE = "labels.npy";

    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '\\|u1', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), }\\s*");
    private static final int MAGIC_BYTES = 8;
    private static final int ALIGNED = 64;

    private final int channels;
    private final int height;
    private final int width;
    private final byte[] pixels;
    private final byte[] labels;

    private TrainingSet(int channels, int height, int width, byte[] pixels, byte[] labels) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * Hold images of one size; the arrays are handed over, not copied.
     *
     * @param pixels unsigned bytes [n, channels, height, width]
     * @param labels one per image, from 0
     * @throws IllegalArgumentException if there is not one image per label
     */
    public static TrainingSet of(int channels, int height, int width, byte[] pixels, byte[] labels) {
        long wanted = (long) labels.length * channels * height * width;
        if (pixels.length != wanted) {
            throw new IllegalArgumentException("must have " + wanted + " pixels, was " + pixels.length);
        }
        return new TrainingSet(channels, height, width, pixels, labels);
    }

    /** Open the training set of a task: the one that its input {@code training} names. */
    public static TrainingSet open(Inputs inputs) {
        String root = System.getProperty(FOLDER, "");
        if (root.isEmpty()) {
            throw new IllegalStateException("there is no training set here: the assignment gives this task none");
        }
        return read(Path.of(root).resolve(inputs.text(NAME)));
    }

    /** Read the files {@code images.npy} and {@code labels.npy} in {@code folder}. */
    public static TrainingSet read(Path folder) {
        try {
            Npy images = Npy.read(folder.resolve(IMAGES_FILE));
            Npy labels = Npy.read(folder.resolve(LABELS_FILE));
            List<Integer> shape = images.shape();
            return of(shape.get(1), shape.get(2), shape.get(3), images.bytes(), labels.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the training set cannot be read: " + e.getMessage(), e);
        }
    }

    /** Write the set as the two files that {@link #read} reads, and a line that describes them. */
    public void write(Path folder, String description) throws IOException {
        Files.write(folder.resolve(IMAGES_FILE), imagesFile());
        Files.write(folder.resolve(LABELS_FILE), labelsFile());
        Files.writeString(folder.resolve("README.txt"), description + "\n");
    }

    /** Return the images as the file that {@link #read} reads: bytes [n, channels, height, width]. */
    public byte[] imagesFile() {
        return Npy.bytes(List.of(size(), channels, height, width), pixels);
    }

    /** Return the labels as the file that {@link #read} reads: bytes [n]. */
    public byte[] labelsFile() {
        return Npy.bytes(List.of(size()), labels);
    }

    /** Return the number of images. */
    public int size() {
        return labels.length;
    }

    /** Return 1 for grey images, 3 for red, green and blue. */
    public int channels() {
        return channels;
    }

    /** Return the number of rows of an image. */
    public int height() {
        return height;
    }

    /** Return the number of columns of an image. */
    public int width() {
        return width;
    }

    /** Return the number of bytes of one image. */
    public int imageBytes() {
        return channels * height * width;
    }

    /** Return the label of an image. */
    public int label(int image) {
        return labels[image];
    }

    /** Return a copy of the unsigned bytes of an image, [channels, height, width]; write {@code b & 0xFF} for 0 to 255. */
    public byte[] image(int image) {
        byte[] bytes = new byte[imageBytes()];
        System.arraycopy(pixels, Objects.checkIndex(image, size()) * imageBytes(), bytes, 0, bytes.length);
        return bytes;
    }

    /** Return the images that a task asks to classify, each as {@link #image} gives it. */
    public List<byte[]> images(Inputs inputs) {
        List<byte[]> images = new ArrayList<>();
        if (!(inputs.value(IMAGES) instanceof Sequence chunks)) {
            throw new IllegalArgumentException("input '" + IMAGES + "' is no list of texts");
        }
        for (Value chunk : chunks.items()) {
            byte[] bytes = Base64.getDecoder().decode(((Text) chunk).text());
            for (int from = 0; from < bytes.length; from += imageBytes()) {
                byte[] one = new byte[imageBytes()];
                System.arraycopy(bytes, from, one, 0, one.length);
                images.add(one);
            }
        }
        return images;
    }

    /** Hold a file of bytes as numpy writes it: magic, version 1.0, a header that says the shape, the bytes. */
    @SuppressWarnings("ArrayRecordComponent") // lives within one call
    private record Npy(List<Integer> shape, byte[] bytes) {
        static Npy read(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file);
                    DataInputStream data = new DataInputStream(in)) {
                data.readNBytes(MAGIC_BYTES);
                int length = Short.toUnsignedInt(Short.reverseBytes(data.readShort()));
                Matcher header = HEADER.matcher(new String(data.readNBytes(length), StandardCharsets.US_ASCII));
                if (!header.matches()) {
                    throw new IOException(file + " must hold bytes in rows");
                }
                List<Integer> shape = new ArrayList<>();
                for (String extent : header.group(1).split(",")) {
                    if (!extent.isBlank()) {
                        shape.add(Integer.parseInt(extent.strip()));
                    }
                }
                return new Npy(shape, data.readAllBytes());
            }
        }

        static byte[] bytes(List<Integer> shape, byte[] content) {
            StringBuilder extents = new StringBuilder();
            shape.forEach(extent -> extents.append(extent).append(", "));
            String tuple = shape.size() == 1 ? shape.get(0) + "," : extents.substring(0, extents.length() - 2);
            String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + tuple + "), }";
            int before = MAGIC_BYTES + Short.BYTES;
            int length = (before + header.length() + 1 + ALIGNED - 1) / ALIGNED * ALIGNED - before;
            ByteBuffer out =
                    ByteBuffer.allocate(before + length + content.length).order(ByteOrder.LITTLE_ENDIAN);
            out.put((byte) 0x93)
                    .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                    .put((byte) 1)
                    .put((byte) 0);
            out.putShort((short) length);
            out.put((header + " ".repeat(length - header.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
            return out.put(content).array();
        }
    }
}
