package assay.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold an array from an .npy file (NumPy enhancement proposal 1): float64, int64 or uint8, in C order whatever the order
 * in the file is.
 *
 * @param type the kind and the bytes of a value: f8, i8 or u1
 * @param values the bytes of the values, little-endian, last index fastest
 */
@SuppressWarnings("ArrayRecordComponent")
record Npy(String type, List<Integer> shape, byte[] values) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int MOST_DIMENSIONS = 32;
    private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=])([fiu][18])'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(((?:\\d{1,18}L?, *)*(?:\\d{1,18}L?)?)\\)");

    /** Read {@code file}. */
    static Npy read(Path file) throws BadData {
        return DataFile.read(file, in -> {
            Npy array = read(in);
            if (in.read() >= 0) {
                throw new Malformed("it goes on after the array " + array.shape() + " that its header announces");
            }
            return array;
        });
    }

    /** Read one array; what follows it is left. */
    static Npy read(InputStream in) throws IOException {
        String header = header(new DataInputStream(in));
        Matcher type = find(TYPE, header, "a type that is read here (float64, int64, uint8)");
        String kind = type.group(2);
        if (!List.of("f8", "i8", "u1").contains(kind)) {
            throw new Malformed("its values are of type " + kind + "; float64, int64 and uint8 are read");
        }
        int each = kind.charAt(1) - '0';
        List<Integer> shape = shape(find(SHAPE, header, "a shape").group(1));
        long count = 1;
        for (int extent : shape) {
            count = Math.min(count * extent, Bytes.MOST + 1);
        }
        byte[] values = Bytes.read(in, count * each);
        if (type.group(1).equals(">")) {
            reverse(values, each);
        }
        boolean columns = find(ORDER, header, "an order").group(1).equals("True");
        return new Npy(kind, shape, columns ? rows(values, shape, each) : values);
    }

    /** Return the values as doubles, or complain. */
    double[] doubles() throws Malformed {
        if (!type.equals("f8")) {
            throw new Malformed("its values are of type " + type + ", must be float64");
        }
        double[] doubles = new double[values.length / Double.BYTES];
        ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(doubles);
        return doubles;
    }

    /** Return the values as whole numbers, or complain. */
    long[] longs() throws Malformed {
        if (type.equals("f8")) {
            throw new Malformed("its values are float64, must be whole numbers");
        }
        long[] longs = new long[type.equals("u1") ? values.length : values.length / Long.BYTES];
        if (type.equals("i8")) {
            ByteBuffer.wrap(values)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .get(longs);
            return longs;
        }
        for (int i = 0; i < longs.length; i++) {
            longs[i] = values[i] & 0xFF;
        }
        return longs;
    }

    private static String header(DataInputStream in) throws IOException {
        for (byte expected : MAGIC) {
            if (in.readByte() != expected) {
                throw new Malformed("it does not begin as an .npy array does");
            }
        }
        int major = in.readUnsignedByte();
        int minor = in.readUnsignedByte();
        if (major < 1 || major > 3) {
            throw new Malformed("it is of .npy version " + major + "." + minor + "; 1 to 3 are read");
        }
        long length = major == 1
                ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        if (length > LONGEST_HEADER) {
            throw new Malformed("its header has " + length + " bytes");
        }
        return new String(Bytes.read(in, length), StandardCharsets.UTF_8);
    }

    private static Matcher find(Pattern pattern, String header, String what) throws Malformed {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            String shown = header.strip();
            throw new Malformed("its header names no " + what.replaceFirst("^an? ", "") + ": "
                    + shown.substring(0, Math.min(shown.length(), 120)));
        }
        return matcher;
    }

    private static List<Integer> shape(String text) throws Malformed {
        List<Integer> shape = new ArrayList<>();
        for (String extent : text.split(",")) {
            String digits = extent.replace("L", "").strip();
            if (digits.isEmpty()) {
                continue;
            }
            long value = Long.parseLong(digits);
            if (value > Bytes.MOST || shape.size() == MOST_DIMENSIONS) {
                throw new Malformed("its header announces the shape (" + text + "), more than any data set here has");
            }
            shape.add((int) value);
        }
        return List.copyOf(shape);
    }

    private static void reverse(byte[] values, int each) {
        for (int first = 0; first < values.length; first += each) {
            for (int i = 0; i < each / 2; i++) {
                byte kept = values[first + i];
                values[first + i] = values[first + each - 1 - i];
                values[first + each - 1 - i] = kept;
            }
        }
    }

    /** Turn Fortran order (first index fastest) into C order (last index fastest). */
    private static byte[] rows(byte[] columns, List<Integer> shape, int each) {
        byte[] rows = new byte[columns.length];
        int[] index = new int[shape.size()];
        for (int to = 0; to < rows.length; to += each) {
            int from = 0;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                from = from * shape.get(axis) + index[axis];
            }
            System.arraycopy(columns, from * each, rows, to, each);
            for (int axis = index.length - 1; axis >= 0 && ++index[axis] == shape.get(axis); axis--) {
                index[axis] = 0;
            }
        }
        return rows;
    }
}
