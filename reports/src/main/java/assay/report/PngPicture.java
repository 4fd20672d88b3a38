package assay.report;

import assay.compare.Picture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Turn the pixels of a picture into a PNG (ISO/IEC 15948) within a data URI, eight bits per channel, no filter. Grey and
 * colour images come out as they are; signed ones from blue over white to orange, so that the sign is no matter of hue alone
 * in the caption's scale.
 */
final class PngPicture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int ZERO = 128;
    private static final int[] NEGATIVE = {0x1a, 0x5a, 0x9e};
    private static final int[] POSITIVE = {0xb4, 0x53, 0x0a};

    private PngPicture() {}

    /** Return the data URI of {@code picture}; the same picture gives the same text. */
    static String uri(Picture picture) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(picture));
    }

    static byte[] png(Picture picture) {
        boolean signed = picture.largest() > 0;
        boolean colour = signed || picture.channels() == 3;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(picture.width())
                .putInt(picture.height())
                .put((byte) 8)
                .put((byte) (colour ? COLOUR : GREY))
                .array();
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", deflate(signed ? signedRows(picture) : rows(picture)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] rows(Picture picture) {
        byte[] planes = picture.bytes();
        int channels = picture.channels();
        int size = picture.width() * picture.height();
        ByteBuffer rows = ByteBuffer.allocate(size * channels + picture.height());
        for (int i = 0; i < size; i++) {
            if (i % picture.width() == 0) {
                rows.put((byte) 0);
            }
            for (int channel = 0; channel < channels; channel++) {
                rows.put(planes[channel * size + i]);
            }
        }
        return rows.array();
    }

    private static byte[] signedRows(Picture picture) {
        byte[] values = picture.bytes();
        int size = picture.width() * picture.height();
        ByteBuffer rows = ByteBuffer.allocate(3 * size + picture.height());
        for (int i = 0; i < size; i++) {
            if (i % picture.width() == 0) {
                rows.put((byte) 0);
            }
            int value = Byte.toUnsignedInt(values[i]) - ZERO;
            int[] end = value < 0 ? NEGATIVE : POSITIVE;
            for (int full : end) {
                rows.put((byte) Math.round(255 + (full - 255) * Math.min(127, Math.abs(value)) / 127.0));
            }
        }
        return rows.array();
    }

    private static byte[] deflate(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(rows);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
