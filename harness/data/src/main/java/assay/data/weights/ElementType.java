package assay.data.weights;

import assay.data.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** The types of numbers that files of weights hold. */
public enum ElementType {
    /** IEEE 754 half precision. */
    FLOAT16(2),
    /** The upper half of a single-precision number. */
    BFLOAT16(2),
    /** IEEE 754 single precision. */
    FLOAT32(4),
    /** IEEE 754 double precision. */
    FLOAT64(8),
    /** Whole numbers of 64 bits. */
    INT64(8),
    /** Whole numbers of 32 bits. */
    INT32(4),
    /** Whole numbers of 16 bits. */
    INT16(2),
    /** Whole numbers of 8 bits. */
    INT8(1),
    /** Whole numbers of 8 bits without a sign. */
    UINT8(1),
    /** Truth values, a byte each. */
    BOOL(1);

    private static final int HALF_FRACTION = 10;

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Return how many bytes a number has. */
    public int bytes() {
        return bytes;
    }

    /** Say whether these are floating-point numbers. */
    public boolean isFloating() {
        return this == FLOAT16 || this == BFLOAT16 || this == FLOAT32 || this == FLOAT64;
    }

    /** Return the name as the tools write it: float32. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Turn {@code values}, little-endian, into single precision; double precision is rounded to the nearest.
     *
     * @throws Malformed if these are no floating-point numbers, which no weight is
     */
    float[] floats(byte[] values) throws Malformed {
        ByteBuffer buffer = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
        float[] floats = new float[values.length / bytes];
        switch (this) {
            case FLOAT32 -> buffer.asFloatBuffer().get(floats);
            case FLOAT64 -> {
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) buffer.getDouble();
                }
            }
            case FLOAT16 -> {
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = ofHalf(buffer.getShort());
                }
            }
            case BFLOAT16 -> {
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = Float.intBitsToFloat(buffer.getShort() << 16);
                }
            }
            default -> throw new Malformed("its values are " + title() + ", must be floating-point numbers");
        }
        return floats;
    }

    /** Widen half precision (IEEE 754-2019, 3.6: 1 sign, 5 exponent and 10 fraction bits); the JDK does so from 20 on. */
    static float ofHalf(short half) {
        int sign = half < 0 ? -1 : 1;
        int exponent = (half >> HALF_FRACTION) & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0x1F) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            return sign * Math.scalb((float) fraction, -24);
        }
        return sign * Math.scalb((float) (fraction | 0x400), exponent - 25);
    }
}
