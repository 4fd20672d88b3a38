package assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
    @TempDir
    private Path temp;

    private Path file(byte[] content) throws IOException {
        return Files.write(temp.resolve("file"), content);
    }

    /** Expect that {@code file} is refused with its name, what was found and what to do. */
    static void refused(Path file, String found, Executable reading) {
        String message = String.valueOf(assertThrows(BadData.class, reading).getMessage());
        assertTrue(message.startsWith(file + ": "), message);
        assertTrue(message.contains(found), message);
        assertTrue(message.matches("(?s).*\\. [A-Z].*\\."), message);
    }

    @Test
    void idx_is_read_packed_and_plain_with_one_sum() throws IOException {
        byte[] content = Made.idx(Made.ramp(24, 256), 2, 3, 4);
        Idx plain = Idx.read(file(content));
        Idx packed = Idx.read(Files.write(temp.resolve("packed"), Made.gzip(content)));
        assertEquals(List.of(2, 3, 4), plain.shape());
        assertArrayEquals(Made.ramp(24, 256), plain.values());
        assertEquals(plain.sha256(), packed.sha256());
        assertEquals(Digests.of(temp.resolve("file")), plain.sha256());
    }

    @Test
    void images_and_labels_are_joined() throws IOException {
        Path images = Files.write(temp.resolve("images"), Made.idx(Made.ramp(24, 256), 2, 3, 4));
        Path labels = Files.write(temp.resolve("labels"), Made.idx(new byte[] {9, 0}, 2));
        ImageSet set = Mnist.read(images, labels);
        assertEquals(2, set.size());
        assertEquals(12 + 4 + 2, set.pixel(1, 0, 1, 2));
        assertArrayEquals(new byte[] {0, 9, 9}, set.subset(1, 0, 0).labels());
        assertEquals(18, set.subset(1, 0, 0).pixel(0, 0, 1, 2));
    }

    static Stream<Arguments> badIdx() {
        byte[] good = Made.idx(Made.ramp(24, 256), 2, 3, 4);
        byte[] floats = good.clone();
        floats[2] = 0x0D;
        byte[] packed = Made.gzip(good);
        byte[] flipped = packed.clone();
        flipped[flipped.length - 6] ^= 1;
        return Stream.of(
                Arguments.of("nothing", new byte[0], "it ends too early"),
                Arguments.of("a text", "hello, world".getBytes(), "begins with 68656c6c and is no IDX file"),
                Arguments.of("floats", floats, "of IDX type 0d; only 08"),
                Arguments.of("a cut file", Arrays.copyOf(good, 30), "it ends after 14 of 24 bytes"),
                Arguments.of("a cut packed file", Arrays.copyOf(packed, 25), "it ends too early"),
                Arguments.of("a long file", Arrays.copyOf(good, 41), "goes on after the [2, 3, 4] values"),
                Arguments.of("a wrong check sum", flipped, "contents are damaged"),
                Arguments.of(
                        "a billion images", Made.idx(new byte[9], 1_000_000_000, 28, 28), "more than any data set"),
                Arguments.of(
                        "a product beyond 2^64",
                        Made.idx(new byte[9], 1 << 30, 1 << 30, 1 << 30, 1 << 30),
                        "more than"),
                Arguments.of("a negative extent", Made.idx(new byte[9], -1, 28, 28), "announces the extent -1"),
                Arguments.of("300 million bytes", Made.idx(new byte[9], 300_000_000), "it ends after 9 of 300000000"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badIdx")
    void a_bad_idx_file_is_refused(String what, byte[] content, String found) throws IOException {
        Path file = file(content);
        refused(file, found, () -> Idx.read(file));
    }

    @Test
    void labels_must_be_digits_and_as_many_as_images() throws IOException {
        Path images = Files.write(temp.resolve("images"), Made.idx(Made.ramp(24, 256), 2, 3, 4));
        Path eleven = Files.write(temp.resolve("eleven"), Made.idx(new byte[] {9, 11}, 2));
        refused(eleven, "label 1 must be 0 to 9, is 11", () -> Mnist.read(images, eleven));
        Path three = Files.write(temp.resolve("three"), Made.idx(new byte[] {1, 2, 3}, 3));
        refused(three, "must hold 2 labels, one for each image, holds [3]", () -> Mnist.read(images, three));
        refused(three, "must hold images [n, height, width], holds [3]", () -> Mnist.read(three, three));
    }

    @Test
    void a_folder_and_a_missing_file_are_refused() {
        refused(temp, "cannot be read", () -> Idx.read(temp));
        Path none = temp.resolve("none");
        refused(none, "there is no such file", () -> Npz.points(none));
    }

    @ParameterizedTest(name = "little-endian {0}, compressed {1}")
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void svhn_is_turned_to_channels_rows_columns(boolean little, boolean compressed) throws IOException {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        Path file = file(Made.svhn(order, compressed, 3, new byte[] {10, 1, 9}));
        Svhn svhn = Svhn.read(file);
        assertArrayEquals(new byte[] {0, 1, 9}, svhn.images().labels());
        assertEquals(Digests.of(file), svhn.sha256());
        for (int image = 0; image < 3; image++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int row = 0; row < 32; row++) {
                    for (int column = 0; column < 32; column++) {
                        int expected = Made.svhnPixel(image, channel, row, column);
                        assertEquals(expected, svhn.images().pixel(image, channel, row, column));
                    }
                }
            }
        }
    }

    @Test
    void labels_of_svhn_may_be_doubles_and_other_arrays_are_passed_over() throws IOException {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        byte[] x = Made.matrix(order, "X", 2, new byte[2 * 3072], 32, 32, 3, 2);
        byte[] y = Made.matrix(order, "y", 9, Made.doubles(10, 3), 2, 1);
        byte[] other = Made.matrix(order, "other", 2, new byte[5], 5, 1);
        Svhn svhn = Svhn.read(file(Made.mat(order, Made.compressed(order, other), y, Made.compressed(order, x))));
        assertArrayEquals(new byte[] {0, 3}, svhn.images().labels());
    }

    static Stream<Arguments> badMat() {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        byte[] good = Made.svhn(order, true, 1, new byte[] {4});
        byte[] newer = good.clone();
        newer[7] = '7';
        newer[9] = '3';
        byte[] y = Made.matrix(order, "y", 2, new byte[] {1}, 1, 1);
        byte[] huge = Made.matrix(order, "X", 2, new byte[9], 32, 32, 3, 1_000_000_000);
        byte[] flat = Made.matrix(order, "X", 2, new byte[3072], 3072, 1);
        byte[] noX = Made.mat(order, y);
        return Stream.of(
                Arguments.of("a text", "hello".getBytes(), "does not begin as a MAT-file of level 5"),
                Arguments.of("version 7.3", newer, "version 7.3 (HDF5); only level 5 is read"),
                Arguments.of("a cut file", Arrays.copyOf(good, good.length / 2), "it ends too early"),
                Arguments.of("a cut tag", Arrays.copyOf(good, 131), "it ends within an array"),
                Arguments.of("no X", noX, "must hold the arrays X and y, holds [y]"),
                Arguments.of("a billion images", Made.mat(order, huge, y), "announced as [32, 32, 3, 1000000000]"),
                Arguments.of("a flat X", Made.mat(order, flat, y), "its X must be bytes [32, 32, 3, n], is [3072, 1]"),
                Arguments.of("label 11", Made.svhn(order, true, 1, new byte[] {11}), "label 0 must be 1 to 10, is 11"),
                Arguments.of("two labels", Made.svhn(order, true, 1, new byte[] {1, 2}), "'y' is announced as [1, 1]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badMat")
    void a_bad_mat_file_is_refused(String what, byte[] content, String found) throws IOException {
        Path file = file(content);
        refused(file, found, () -> Svhn.read(file));
    }

    @Test
    void columns_first_becomes_rows_first() throws IOException {
        String header = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }\n";
        Npy array = Npy.read(file(Made.npy(header, new byte[] {1, 4, 2, 5, 3, 6})));
        assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6}, array.longs());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a = np.arange(24, dtype='<i8').reshape(2, 3, 4) - 7",
                "a = np.asfortranarray(np.arange(24, dtype='<i8').reshape(2, 3, 4) - 7)",
                "a = np.arange(24, dtype='>i8').reshape(4, 6)",
                "a = np.asfortranarray(np.arange(24, dtype='u1').reshape(6, 4)) + 200",
                "a = np.array(-5, dtype='i8')",
                "a = np.zeros((3, 0), dtype='i8')"
            })
    void arrays_that_numpy_wrote_are_read(String making) throws Exception {
        Path python = Needs.python("numpy");
        Path file = temp.resolve("array.npy");
        String script = "import sys, numpy as np\n" + making + "\nnp.save(sys.argv[1], a)\n"
                + "print(list(a.shape), [int(v) for v in a.ravel()])";
        Process process = new ProcessBuilder(python.toString(), "-c", script, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes()).strip();
        Npy array = Npy.read(file);
        assertEquals(printed, array.shape() + " " + Arrays.toString(array.longs()));
    }

    @Test
    void points_are_read_from_both_kinds_of_doubles() throws IOException {
        byte[] x = Made.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }", Made.doubles(1, -2.5, 1e300));
        byte[] big = {0x40, 0, 0, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0, 0x7F, (byte) 0xF0, 0, 0, 0, 0, 0, 0};
        byte[] y = Made.npy("{'descr': '>f8', 'fortran_order': False, 'shape': (3,), }", big);
        Points points = Npz.points(file(Made.npz(x, y)));
        assertArrayEquals(new double[] {1, -2.5, 1e300}, points.x());
        assertArrayEquals(new double[] {2, -2, Double.POSITIVE_INFINITY}, points.y());
    }

    static Stream<Arguments> badNpz() {
        String shape = "'fortran_order': False, 'shape': (2,), }";
        byte[] good = Made.npy("{'descr': '<f8', " + shape, Made.doubles(1, 2));
        byte[] whole = Made.npy("{'descr': '<i8', " + shape, new byte[16]);
        byte[] single = Made.npy("{'descr': '<f4', " + shape, new byte[8]);
        byte[] huge = Made.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }", new byte[8]);
        byte[] four = Made.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }", Made.doubles(1, 2));
        byte[] long_ = Made.npy("{'descr': '<f8', " + shape, Made.doubles(1, 2, 3));
        byte[] zip = Made.npz(good, good);
        return Stream.of(
                Arguments.of("a text", "hello".getBytes(), "contents are damaged"),
                Arguments.of("a cut zip", Arrays.copyOf(zip, zip.length - 30), "contents are damaged"),
                Arguments.of("whole numbers", Made.npz(whole, good), "its values are of type i8, must be float64"),
                Arguments.of(
                        "float32", Made.npz(single, good), "names no type that is read here (float64, int64, uint8)"),
                Arguments.of("a huge shape", Made.npz(huge, good), "announces the shape (99999999999,)"),
                Arguments.of("too few", Made.npz(four, good), "it ends after 16 of 32 bytes"),
                Arguments.of("too many", Made.npz(long_, good), "'x' goes on after the [2]"),
                Arguments.of("no array", Made.npz("text".getBytes(), good), "does not begin as an .npy array does"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badNpz")
    void a_bad_npz_file_is_refused(String what, byte[] content, String found) throws IOException {
        Path file = file(content);
        refused(file, found, () -> Npz.points(file));
    }

    @Test
    void a_missing_array_is_named_with_those_that_are_there() throws IOException {
        Path file = file(Made.npz("x".getBytes(), "y".getBytes()));
        refused(file, "it holds no array 'z', but [x.npy, y.npy]", () -> Npz.read(file, List.of("z")));
    }
}
