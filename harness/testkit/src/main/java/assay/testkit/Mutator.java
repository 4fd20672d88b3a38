package assay.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damage bytes as disks, networks and attackers do: the same seed damages in the same way. */
public final class Mutator {
    private static final int LONGEST = 1 << 17;
    private static final int DEEPEST = 3000;
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        0x7F,
        0x80,
        0xFF,
        0x7FFF,
        0x8000,
        0xFFFF,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0x7F7F7F7FL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 40
    };
    private static final String[] NUMBERS = {
        "0",
        "-1",
        "2147483648",
        "9223372036854775807",
        "-9223372036854775808",
        "1e999",
        "-1e-999",
        "1E2147483647",
        "NaN",
        "Infinity",
        "null",
        "true",
        "\"x\"",
        "[]",
        "{}",
        "9".repeat(500),
        "0." + "1".repeat(2000)
    };
    private static final String[] OPENINGS = {"[", "{\"a\":", "{a: ", "- ", "(", "((1+", "-", "? ", "- - - ", "sqrt("};
    private static final byte[][] ODD = {
        {0},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xE2, (byte) 0x80, (byte) 0xAE},
        {27, '[', '3', '1', 'm'},
        {'\r'},
        {'\n'},
        {'"'},
        {'&', 'a', ' ', '*', 'a'}
    };

    private final List<byte[]> corpus;
    private final SplittableRandom random;
    private byte[] bytes = new byte[0];

    private Mutator(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.random = new SplittableRandom(seed);
    }

    /** Return one of {@code corpus}, changed in up to four places. */
    public static byte[] mutant(List<byte[]> corpus, long seed) {
        return new Mutator(corpus, seed).mutant();
    }

    private byte[] mutant() {
        bytes = corpus.get(random.nextInt(corpus.size())).clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            change();
            bytes = bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
        }
        return bytes;
    }

    private void change() {
        if (bytes.length == 0) {
            insert(0, ODD[random.nextInt(ODD.length)]);
            return;
        }
        // Heads are where lies work best: half of the changes are near the beginning.
        int where = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 200));
        switch (random.nextInt(12)) {
            case 0 -> bytes[where] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[where] = (byte) random.nextInt(256);
            case 2 -> bytes[where] += (byte) (random.nextBoolean() ? 1 : -1);
            case 3 -> bytes = Arrays.copyOf(bytes, random.nextBoolean() ? where : bytes.length - 1 - where % 40);
            case 4 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
            case 5, 6 -> extreme(where);
            case 7 -> move(where);
            case 8 -> splice(where);
            case 9 -> repeat(where);
            case 10 -> number(where);
            default -> text(where);
        }
    }

    /** Put an extreme number where a length could stand, of 2, 4 or 8 bytes, either end first. */
    private void extreme(int where) {
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int size = 2 << random.nextInt(3);
        ByteBuffer number = ByteBuffer.allocate(8).order(order).putLong(value);
        int from = order == ByteOrder.BIG_ENDIAN ? 8 - size : 0;
        int at = random.nextBoolean() ? where : where - where % size;
        System.arraycopy(number.array(), from, bytes, at, Math.min(size, bytes.length - at));
    }

    private void move(int where) {
        int from = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(16), bytes.length - Math.max(from, where));
        System.arraycopy(bytes, from, bytes, where, length);
    }

    /** Go on as another file does. */
    private void splice(int where) {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int from = random.nextInt(other.length + 1);
        bytes = Arrays.copyOf(bytes, where);
        insert(where, Arrays.copyOfRange(other, from, other.length));
    }

    private void repeat(int where) {
        byte[] piece = Arrays.copyOfRange(bytes, where, Math.min(bytes.length, where + 1 + random.nextInt(64)));
        int times = 1 + random.nextInt(random.nextInt(10) == 0 ? 2000 : 20);
        byte[] all = new byte[Math.min(piece.length * times, LONGEST)];
        for (int i = 0; i < all.length; i++) {
            all[i] = piece[i % piece.length];
        }
        insert(where, all);
    }

    /** Replace the next number that is written in digits. */
    private void number(int where) {
        int from = where;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        byte[] rest = Arrays.copyOfRange(bytes, to, bytes.length);
        bytes = Arrays.copyOf(bytes, from);
        insert(from, NUMBERS[random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.US_ASCII));
        insert(bytes.length, rest);
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    private void text(int where) {
        if (random.nextBoolean()) {
            insert(where, ODD[random.nextInt(ODD.length)]);
        } else {
            String opening = OPENINGS[random.nextInt(OPENINGS.length)];
            int depth = 1 + random.nextInt(random.nextInt(4) == 0 ? DEEPEST : 40);
            insert(where, opening.repeat(depth).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void insert(int where, byte[] piece) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(piece, 0, longer, where, piece.length);
        System.arraycopy(bytes, where, longer, where + piece.length, bytes.length - where);
        bytes = longer;
    }
}
