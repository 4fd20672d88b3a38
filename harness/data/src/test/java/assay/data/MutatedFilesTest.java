package assay.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damage files in every way that comes to mind: they are read or refused, and memory stays bounded. */
class MutatedFilesTest {
    private static final int MUTANTS = 400;
    private static final long SEED = 4;

    /** The first block of 16 MiB, and what the readers need beside it; measured: at most 17.0 MB. */
    private static final long MOST_MEMORY = 24_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
    void a_damaged_file_is_read_or_refused(String format, byte[] good, Reader reader) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        Path file = temp.resolve("mutant");
        reader.read(Files.write(file, good));
        for (int i = 0; i < MUTANTS; i++) {
            Files.write(file, mutant(good, random));
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            try {
                reader.read(file);
            } catch (BadData e) {
                refused++;
                assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": "), e.getMessage());
            }
            long used = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertTrue(used <= MOST_MEMORY, () -> format + ": mutant used " + used + " bytes");
        }
        assertTrue(refused > MUTANTS / 3, "only " + refused + " were refused");
    }

    /** Change up to four places, most of them near the beginning, where the headers are. */
    private static byte[] mutant(byte[] good, SplittableRandom random) {
        byte[] mutant = good.clone();
        for (int change = random.nextInt(4); change >= 0 && mutant.length > 0; change--) {
            int where = random.nextInt(random.nextBoolean() ? mutant.length : Math.min(mutant.length, 200));
            switch (random.nextInt(6)) {
                case 0 -> mutant[where] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[where] = (byte) random.nextInt(256);
                case 2 -> mutant = Arrays.copyOf(mutant, where);
                case 3 -> mutant = Arrays.copyOf(mutant, mutant.length + 1 + random.nextInt(64));
                case 4 -> Arrays.fill(mutant, where, Math.min(mutant.length, where + 4), (byte) 0x7F);
                default -> {
                    int from = random.nextInt(mutant.length);
                    int length = Math.min(8, mutant.length - Math.max(from, where));
                    System.arraycopy(mutant, from, mutant, where, length);
                }
            }
        }
        return mutant;
    }
}
