package assay.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;

/**
 * Read numeric arrays from a MAT-file of level 5, compressed or not ("MAT-File Format", The MathWorks, R2019b, chapter 1).
 *
 * <p>The file is read once from front to back, and of arrays that nobody wants nothing is kept.
 */
final class Mat {
    private static final int HEADER = 128;
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    private static final int COMPLEX = 0x0800;
    private static final int FIRST_NUMERIC_CLASS = 6;
    private static final int LAST_NUMERIC_CLASS = 15;
    private static final int LONGEST_NAME = 63;
    private static final int MOST_DIMENSIONS = 32;

    /** The kinds of values that are read, by their number in the file, with their sizes. */
    private static final Map<Integer, Integer> SIZES =
            Map.of(1, 1, 2, 1, 3, 2, 4, 2, 5, 4, 6, 4, 7, 4, 9, 8, 12, 8, 13, 8);

    private static final int UNSIGNED_BYTES = 2;

    /**
     * Hold an array as it is stored.
     *
     * @param kind how the values are stored: 1 int8, 2 uint8, 3 int16, ... 9 float64
     * @param values the bytes in the order of the file, first index fastest
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Array(List<Integer> shape, int kind, byte[] values, ByteOrder order) {
        /** Say whether a value is a byte without sign. */
        boolean isUnsignedBytes() {
            return kind == UNSIGNED_BYTES;
        }

        /** Return how many values there are. */
        int count() {
            return values.length / SIZES.getOrDefault(kind, 1);
        }

        /** Return a value as a number. */
        double value(int index) {
            ByteBuffer buffer = ByteBuffer.wrap(values).order(order);
            return switch (kind) {
                case 1 -> buffer.get(index);
                case 2 -> buffer.get(index) & 0xFF;
                case 3 -> buffer.getShort(2 * index);
                case 4 -> buffer.getShort(2 * index) & 0xFFFF;
                case 5 -> buffer.getInt(4 * index);
                case 6 -> Integer.toUnsignedLong(buffer.getInt(4 * index));
                case 7 -> buffer.getFloat(4 * index);
                case 9 -> buffer.getDouble(8 * index);
                default -> buffer.getLong(8 * index);
            };
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Tag(int kind, long bytes, byte[] inside, boolean small) {}

    private final ByteOrder order;

    private Mat(ByteOrder order) {
        this.order = order;
    }

    /** Read the arrays called {@code names}; those that the file does not have are not in the map. */
    static Map<String, Array> read(InputStream in, Set<String> names) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        String text = new String(header, 0, Math.min(header.length, 116), StandardCharsets.ISO_8859_1);
        if (text.startsWith("MATLAB 7.3")) {
            throw new Malformed("it is a MAT-file of version 7.3 (HDF5); only level 5 is read, which save -v7 writes");
        } else if (!text.startsWith("MATLAB 5.0 MAT-file") || header.length < HEADER) {
            throw new Malformed("it does not begin as a MAT-file of level 5 does");
        }
        boolean little = header[126] == 'I' && header[127] == 'M';
        if (!little && !(header[126] == 'M' && header[127] == 'I')) {
            throw new Malformed("its header does not tell the order of bytes");
        }
        return new Mat(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).arrays(in, names);
    }

    private Map<String, Array> arrays(InputStream in, Set<String> names) throws IOException {
        Map<String, Array> arrays = new TreeMap<>();
        for (byte[] first = in.readNBytes(8); first.length > 0; first = in.readNBytes(8)) {
            Tag tag = tag(first);
            Limited element = new Limited(in, tag.bytes());
            if (tag.kind() == COMPRESSED) {
                try (InflaterInputStream inflated = new InflaterInputStream(element)) {
                    Tag inner = tag(inflated.readNBytes(8));
                    if (inner.kind() == MATRIX) {
                        matrix(new Limited(inflated, inner.bytes()), names, arrays);
                    }
                    drain(inflated); // to its end, where the check sum is
                }
            } else if (tag.kind() == MATRIX) {
                matrix(element, names, arrays);
            }
            drain(element);
        }
        return arrays;
    }

    private void matrix(InputStream in, Set<String> names, Map<String, Array> arrays) throws IOException {
        byte[] flags = content(in, 8);
        if (flags.length < 8) {
            throw new Malformed("an array in it has no flags");
        }
        int flag = ints(flags).get(0);
        int type = flag & 0xFF;
        List<Integer> shape = ints(content(in, 4 * MOST_DIMENSIONS));
        String name = new String(content(in, LONGEST_NAME), StandardCharsets.ISO_8859_1);
        if (!names.contains(name)) {
            return;
        } else if (type < FIRST_NUMERIC_CLASS || type > LAST_NUMERIC_CLASS || (flag & COMPLEX) != 0) {
            throw new Malformed("its '" + name + "' is no array of real numbers");
        }
        long count = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new Malformed("its '" + name + "' is announced with the shape " + shape);
            }
            count = Math.min(count * extent, Bytes.MOST + 1);
        }
        Tag tag = tag(in.readNBytes(8));
        Integer each = SIZES.get(tag.kind());
        if (each == null || tag.bytes() != count * each) {
            throw new Malformed("its '" + name + "' is announced as " + shape + " and stored in " + tag.bytes()
                    + " bytes of kind " + tag.kind());
        }
        byte[] values = tag.small() ? tag.inside() : Bytes.read(in, tag.bytes());
        arrays.put(name, new Array(shape, tag.kind(), values, order));
    }

    /** Read the next part of an array, with what fills it up to eight bytes. */
    private byte[] content(InputStream in, int most) throws IOException {
        Tag tag = tag(in.readNBytes(8));
        if (tag.small()) {
            return tag.inside();
        } else if (tag.bytes() > most) {
            throw new Malformed("a part of an array in it is announced with " + tag.bytes() + " bytes");
        }
        byte[] content = Bytes.read(in, tag.bytes());
        in.skipNBytes((8 - tag.bytes() % 8) % 8);
        return content;
    }

    /** Take eight bytes apart: kind and size, or (if the upper half of the kind is set) kind, size and up to four bytes. */
    private Tag tag(byte[] bytes) throws Malformed {
        if (bytes.length < 8) {
            throw new Malformed("it ends within an array");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        int kind = buffer.getInt(0);
        int size = kind >>> 16;
        if (size == 0) {
            return new Tag(kind, Integer.toUnsignedLong(buffer.getInt(4)), new byte[0], false);
        } else if (size > 4) {
            throw new Malformed("a short part of an array in it is announced with " + size + " bytes");
        }
        byte[] inside = new byte[size];
        buffer.get(4, inside);
        return new Tag(kind & 0xFFFF, size, inside, true);
    }

    private List<Integer> ints(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        List<Integer> ints = new ArrayList<>();
        while (buffer.remaining() >= 4) {
            ints.add(buffer.getInt());
        }
        return List.copyOf(ints);
    }

    private static void drain(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
