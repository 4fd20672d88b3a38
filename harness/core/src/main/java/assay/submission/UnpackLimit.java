package assay.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Stop a packed stream that unpacks to far more than is accepted: what is skipped costs time too. */
final class UnpackLimit extends FilterInputStream {
    private final long most;
    private long count;
    private long mostNow = Long.MAX_VALUE;

    UnpackLimit(InputStream unpacked, long most) {
        super(unpacked);
        this.most = most;
    }

    /** Let at most {@code bytes} more be read, until the next call. */
    void allow(long bytes) {
        mostNow = bytes > Long.MAX_VALUE - count ? Long.MAX_VALUE : count + bytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        add(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        add(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(Math.min(wanted, 1 << 20));
        add(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(long bytes) throws ZipException {
        count += bytes;
        if (count > mostNow) {
            throw new ZipException("the head of a file in it is too long");
        }
        if (count > most) {
            throw new ZipException("it unpacks to more than " + (most >> 20) + " MiB");
        }
    }
}
