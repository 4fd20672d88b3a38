package assay.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Make small files of every format that is read. */
final class Made {
    /** Writes into memory. */
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private Made() {}

    static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Count up from 0, with {@code modulus} values. */
    static byte[] ramp(int count, int modulus) {
        byte[] ramp = new byte[count];
        for (int i = 0; i < count; i++) {
            ramp[i] = (byte) (i % modulus);
        }
        return ramp;
    }

    static byte[] idx(byte[] values, int... shape) {
        return bytes(out -> {
            out.writeInt(0x0800 | shape.length);
            for (int extent : shape) {
                out.writeInt(extent);
            }
            out.write(values);
        });
    }

    static byte[] gzip(byte[] content) {
        return bytes(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    static byte[] npy(String header, byte[] values) {
        return bytes(out -> {
            out.write(0x93);
            out.writeBytes("NUMPY");
            out.write(new byte[] {1, 0});
            out.writeShort(Short.reverseBytes((short) header.length()));
            out.writeBytes(header);
            out.write(values);
        });
    }

    static byte[] doubles(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }

    static byte[] npz(byte[] x, byte[] y) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("x.npy"));
                zip.write(x);
                zip.putNextEntry(new ZipEntry("y.npy"));
                zip.write(y);
            }
        });
    }

    static byte[] mat(ByteOrder order, byte[]... elements) {
        return bytes(out -> {
            byte[] text = new byte[124];
            byte[] name = "MATLAB 5.0 MAT-file, made for a test".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, text, 0, name.length);
            out.write(text);
            out.write(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {0, 1, 'I', 'M'} : new byte[] {1, 0, 'M', 'I'});
            for (byte[] element : elements) {
                out.write(element);
            }
        });
    }

    /** Make an array of {@code kind} (2: bytes, 9: doubles), its values with the first index fastest. */
    static byte[] matrix(ByteOrder order, String name, int kind, byte[] values, Integer... shape) {
        ByteBuffer dimensions = ByteBuffer.allocate(4 * shape.length).order(order);
        List.of(shape).forEach(dimensions::putInt);
        ByteBuffer flags =
                ByteBuffer.allocate(8).order(order).putInt(kind == 9 ? 6 : 9).putInt(0);
        byte[] inside = bytes(out -> {
            out.write(element(order, 6, flags.array()));
            out.write(element(order, 5, dimensions.array()));
            out.write(element(order, 1, name.getBytes(StandardCharsets.US_ASCII)));
            out.write(element(order, kind, values));
        });
        return element(order, 14, inside);
    }

    static byte[] compressed(ByteOrder order, byte[] element) {
        byte[] deflated = bytes(out -> {
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
                deflater.write(element);
            }
        });
        return bytes(out -> {
            out.write(ByteBuffer.allocate(8)
                    .order(order)
                    .putInt(15)
                    .putInt(deflated.length)
                    .array());
            out.write(deflated);
        });
    }

    /** Make an element; up to four bytes go into its tag, as MATLAB writes them. */
    private static byte[] element(ByteOrder order, int kind, byte[] content) {
        boolean small = content.length > 0 && content.length <= 4;
        int filled = small ? 8 : 8 + (content.length + 7) / 8 * 8;
        ByteBuffer buffer = ByteBuffer.allocate(filled).order(order);
        if (small) {
            return buffer.putInt(content.length << 16 | kind).put(content).array();
        }
        return buffer.putInt(kind).putInt(content.length).put(content).array();
    }

    /** Make SVHN images, the pixel at (row, column, channel, image) being what {@link #svhnPixel} says. */
    static byte[] svhn(ByteOrder order, boolean compress, int images, byte[] labels) {
        byte[] pixels = new byte[32 * 32 * 3 * images];
        int at = 0;
        for (int image = 0; image < images; image++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int column = 0; column < 32; column++) {
                    for (int row = 0; row < 32; row++) {
                        pixels[at++] = (byte) svhnPixel(image, channel, row, column);
                    }
                }
            }
        }
        byte[] x = matrix(order, "X", 2, pixels, 32, 32, 3, images);
        byte[] y = matrix(order, "y", 2, labels, images, 1);
        return compress ? mat(order, compressed(order, x), compressed(order, y)) : mat(order, x, y);
    }

    static int svhnPixel(int image, int channel, int row, int column) {
        return (100 * image + 50 * channel + 5 * row + column) & 0xFF;
    }
}
