package assay.run;

import java.io.ByteArrayOutputStream;

/** Keep the beginning and the end of what the children of one plan print. Safe for use by several threads. */
final class CapturedOutput {
    private final int half;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail;
    private long total;

    /** Keep at most {@code kept} bytes. */
    CapturedOutput(int kept) {
        this.half = kept / 2;
        this.tail = new byte[half];
    }

    /** Take the first {@code length} bytes of {@code bytes}. */
    synchronized void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++, total++) {
            if (total < half) {
                head.write(bytes[i]);
            } else if (half > 0) {
                tail[(int) ((total - half) % half)] = bytes[i];
            }
        }
    }

    /** Return what was kept, made visible, with a note where bytes are left out. */
    synchronized String text() {
        long afterHead = Math.max(0, total - half);
        if (half == 0 || afterHead == 0) {
            return Printable.block(head.toByteArray());
        }
        if (afterHead <= half) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head.toByteArray());
            all.write(tail, 0, (int) afterHead);
            return Printable.block(all.toByteArray());
        }
        return Printable.block(head.toByteArray()) + "\n[... " + (afterHead - half) + " bytes left out ...]\n"
                + Printable.block(lastBytes(half));
    }

    /** Return whether the last {@code most} kept bytes hold {@code words}. */
    synchronized boolean endsWith(String words, int most) {
        String end = total <= half
                ? Printable.block(head.toByteArray())
                : Printable.block(lastBytes((int) Math.min(half, total - half)));
        return end.substring(Math.max(0, end.length() - most)).contains(words);
    }

    private byte[] lastBytes(int count) {
        byte[] bytes = new byte[count];
        long start = total - half - count;
        for (int i = 0; i < count; i++) {
            bytes[i] = tail[(int) ((start + i) % half)];
        }
        return bytes;
    }
}
