package assay.parity;

/** Name the formats in which numbers are stored or multiplied, by the bits of their significands (IEEE 754; TF32: NVIDIA A100 whitepaper). */
public enum Format {
    DOUBLE(53, "double precision"),
    SINGLE(24, "single precision (float32)"),
    /** Ten stored bits: TensorFloat-32, which multiplies so, and binary16 have the same. */
    TEN_BITS(11, "TF32 or float16, ten bits after the leading one"),
    BFLOAT16(8, "bfloat16, seven bits after the leading one"),
    /** Where the errors are those of no format. */
    UNKNOWN(0, "no known format");

    private final int bits;
    private final String title;

    Format(int bits, String title) {
        this.bits = bits;
        this.title = title;
    }

    /** Return the bits of the significand with the leading one. */
    public int bits() {
        return bits;
    }

    /** Return its name for people. */
    public String title() {
        return title;
    }

    /** Say whether fewer bits are kept than in {@code other}; what is unknown is not lower. */
    public boolean isLowerThan(Format other) {
        return this != UNKNOWN && other != UNKNOWN && bits < other.bits;
    }

    /** Round to the nearest number with this significand (Dekker 1971, by multiplication); the exponent is not limited. */
    public double round(double value) {
        if (bits == 0 || bits >= 53 || !(Math.abs(value) < 0x1p990)) {
            return value;
        }
        double spread = value * (Math.scalb(1.0, 53 - bits) + 1);
        return spread - (spread - value);
    }

    /** Return how many bits the significand of {@code value} needs; 0 for 0 and for what is not finite. */
    static int needed(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        long fraction = Double.doubleToLongBits(value) & 0xfffffffffffffL;
        return fraction == 0 ? 1 : 53 - Long.numberOfTrailingZeros(fraction);
    }
}
