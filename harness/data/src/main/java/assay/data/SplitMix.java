package assay.data;

/**
 * Draw numbers that are the same on every JDK: SplitMix64 (Steele, Lea, Flood 2014, figure 17). What is built on it uses
 * {@code StrictMath} and the four operations alone.
 */
final class SplitMix {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    /** Four uniform numbers of width 2^16 have the variance 4/12 in that unit. */
    private static final double BELL_UNIT = 1.7320508075688772 / 65_536;

    private long state;

    /** Begin the stream number {@code stream} of {@code seed}. */
    SplitMix(long seed, long stream) {
        state = mix(mix(seed) + GOLDEN * stream);
    }

    /** Return 64 bits. */
    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Return a number in [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Return a number in [from, to). */
    double between(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Return a whole number from 0 to {@code bound} - 1; for bounds far below 2^31 all are equally likely but for 2^-31. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Return true with probability {@code share}. */
    boolean chance(double share) {
        return uniform() < share;
    }

    /** Return a nearly normal number of mean 0 and deviation 1: the sum of four uniform ones of 16 bits, within 3.47. */
    double bell() {
        long bits = next();
        long sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
        return (sum - 131_070) * BELL_UNIT;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}
