package assay.experiment.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Take the SHA-256 over final parameters, so that two trainings can be told apart to the last bit. */
public final class Digest {
    private static final int CHUNK = 1 << 13;

    private final MessageDigest digest;

    /** Start with nothing. */
    public Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Take in the bits of doubles, little-endian. */
    public Digest add(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            buffer.clear();
            for (int i = from; i < Math.min(values.length, from + CHUNK); i++) {
                buffer.putDouble(values[i]);
            }
            digest.update(buffer.flip());
        }
        return this;
    }

    /** Take in the bits of floats, little-endian. */
    public Digest add(float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            buffer.clear();
            for (int i = from; i < Math.min(values.length, from + CHUNK); i++) {
                buffer.putFloat(values[i]);
            }
            digest.update(buffer.flip());
        }
        return this;
    }

    /** Return the digest in hexadecimal digits; nothing can be added after that. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
