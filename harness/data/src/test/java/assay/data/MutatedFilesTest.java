package assay.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Fuzz;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damage files in every way that comes to mind: they are read or refused, and memory stays bounded. */
class MutatedFilesTest {
    private static final int MUTANTS = 400;

    /** The first block of 16 MiB, and what the readers need beside it; measured: at most 17.0 MB. */
    private static final long MOST_MEMORY = 24_000_000;

    @TempDir
    private Path temp;

    /** Reads a file. */
    interface Reader {
        Object read(Path file) throws BadData;
    }

    static Stream<Arguments> formats() {
        ByteOrder little = ByteOrder.LITTLE_ENDIAN;
        byte[] idx = Made.idx(Made.ramp(3 * 28 * 28, 251), 3, 28, 28);
        byte[] points =
                Made.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }\n", Made.doubles(1, 2, 3, 4));
        byte[] columns = Made.npy("{'descr': '<i8', 'fortran_order': True, 'shape': (2, 3), }\n", new byte[48]);
        return Stream.of(
                Arguments.of("idx", idx, (Reader) Idx::read),
                Arguments.of("idx.gz", Made.gzip(idx), (Reader) Idx::read),
                Arguments.of("mat", Made.svhn(little, false, 2, new byte[] {1, 10}), (Reader) Svhn::read),
                Arguments.of("mat, compressed", Made.svhn(little, true, 2, new byte[] {1, 10}), (Reader) Svhn::read),
                Arguments.of("npy", columns, (Reader) Npy::read),
                Arguments.of("npz", Made.npz(points, points), (Reader) Npz::points));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void a_damaged_file_is_read_or_refused(String format, byte[] good, Reader reader) throws Exception {
        Path file = temp.resolve("mutant");
        Fuzz fuzz = new Fuzz(format, List.of(good), Set.of(BadData.class), MOST_MEMORY);
        int refused = fuzz.run(MUTANTS, input -> {
            try {
                reader.read(Files.write(file, input));
            } catch (BadData e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": "), e.getMessage());
                throw e;
            }
        });
        assertTrue(refused > MUTANTS / 3, "only " + refused + " were refused");
    }
}
