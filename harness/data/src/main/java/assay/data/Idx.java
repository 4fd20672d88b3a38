package assay.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold the contents of an IDX file of unsigned bytes, the format of MNIST: two zero bytes, the type, the number of
 * dimensions, the extents as big-endian integers, the values with the last index running fastest.
 *
 * @param sha256 over the unpacked file
 */
@SuppressWarnings("ArrayRecordComponent")
record Idx(List<Integer> shape, byte[] values, String sha256) {
    private static final int UNSIGNED_BYTES = 0x08;
    private static final int MOST_DIMENSIONS = 4;

    /** Read {@code file}, packed by gzip or not. */
    static Idx read(Path file) throws BadData {
        return DataFile.readUnpacked(file, Idx::read);
    }

    private static Idx read(InputStream in) throws IOException {
        MessageDigest digest = Digests.begin();
        DataInputStream data = new DataInputStream(new DigestInputStream(in, digest));
        int magic = data.readInt();
        int type = magic >> 8;
        int dimensions = magic & 0xFF;
        if (magic >>> 16 != 0 || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new Malformed(String.format("it begins with %08x and is no IDX file", magic));
        } else if (type != UNSIGNED_BYTES) {
            throw new Malformed(
                    String.format("its values are of IDX type %02x; only 08, unsigned bytes, is read", type));
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (int i = 0; i < dimensions; i++) {
            int extent = data.readInt();
            if (extent < 0) {
                throw new Malformed("its header announces the extent " + extent);
            }
            shape.add(extent);
            count = Math.min(count * extent, Bytes.MOST + 1);
        }
        if (count > Bytes.MOST) {
            throw new Malformed("its header announces " + shape + " values, more than any data set here has");
        }
        byte[] values = Bytes.read(data, count);
        if (data.read() >= 0) {
            throw new Malformed("it goes on after the " + shape + " values that its header announces");
        }
        return new Idx(List.copyOf(shape), values, Digests.end(digest));
    }
}
