package assay.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Read as many bytes as a header announces, without trusting it: memory grows with what really comes. */
final class Bytes {
    /** More than any file that is known here holds; who announces more is wrong. */
    static final long MOST = 1L << 29;

    /** What is allocated on the word of a header alone. */
    private static final int FIRST = 1 << 24;

    private Bytes() {}

    /**
     * Read {@code count} bytes.
     *
     * @throws Malformed if the count is out of the question, or fewer come
     */
    static byte[] read(InputStream in, long count) throws IOException {
        if (count < 0 || count > MOST) {
            throw new Malformed(count + " bytes are announced, more than any data set here has");
        }
        byte[] bytes = new byte[(int) Math.min(count, FIRST)];
        int have = 0;
        while (true) {
            have += in.readNBytes(bytes, have, bytes.length - have);
            if (have < bytes.length) {
                throw new Malformed("it ends after " + have + " of " + count + " bytes");
            } else if (have == count) {
                return bytes;
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * bytes.length));
        }
    }
}
