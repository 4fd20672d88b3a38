package assay.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Read the table of contents of a zip before anything is unpacked (APPNOTE 6.3.10, 4.3): few entries, each where the table
 * says, under the name that the table says, one behind the other from the first byte on. What programs could read in two
 * ways is refused, and the table is never larger in memory than {@link #MOST_BYTES}.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST_BYTES = 4 << 20;
    private static final long UNKNOWN = 0xFFFFFFFFL;
    private static final int SIZES_FOLLOW = 1 << 3;

    /** Where an entry begins, and what the table says of it. */
    private record Place(long offset, int flags, int method, long packed, ByteBuffer name) {}

    private final SeekableByteChannel zip;

    private ZipDirectory(SeekableByteChannel zip) {
        this.zip = zip;
    }

    /**
     * Go through the table of {@code zip}; its position is anywhere afterwards.
     *
     * @throws ZipException if it is damaged or can be read in two ways
     * @throws UnreadableSubmission if it has more than {@code mostEntries}
     */
    static void check(SeekableByteChannel zip, int mostEntries) throws IOException, UnreadableSubmission {
        new ZipDirectory(zip).check(mostEntries);
    }

    private void check(int mostEntries) throws IOException, UnreadableSubmission {
        long at = end();
        ByteBuffer end = bytes(at, END_BYTES);
        long size = end.getInt(12) & UNKNOWN;
        long offset = end.getInt(16) & UNKNOWN;
        if (at + END_BYTES + (end.getShort(20) & 0xFFFF) != zip.size()) {
            throw new ZipException("something stands behind its end");
        } else if (at >= 20 && bytes(at - 20, 4).getInt(0) == END_64) {
            throw new ZipException("it is of the form for more than 4 GiB (zip64); pack it anew");
        } else if (offset + size != at) {
            throw new ZipException("its table of contents is not where its end says");
        } else if (size > MOST_BYTES) {
            throw new UnreadableSubmission("cannot be unpacked, the archive's table of contents has more than "
                    + (MOST_BYTES >> 20) + " MiB, at most " + mostEntries + " entries are accepted");
        }
        follow(places(bytes(offset, (int) size), mostEntries), offset);
    }

    /** Return where the end record begins, the last that could be one. */
    private long end() throws IOException {
        int length = (int) Math.min(zip.size(), END_BYTES + LONGEST_COMMENT);
        ByteBuffer tail = bytes(zip.size() - length, length);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return zip.size() - length + at;
            }
        }
        throw new ZipException("it has no table of contents; it is no zip, or its end is missing");
    }

    private static List<Place> places(ByteBuffer table, int mostEntries) throws ZipException, UnreadableSubmission {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < table.limit(); ) {
            if (places.size() == mostEntries) {
                throw new UnreadableSubmission(
                        "cannot be unpacked, the archive has more than " + mostEntries + " entries");
            }
            if (at + CENTRAL_BYTES > table.limit() || table.getInt(at) != CENTRAL) {
                throw new ZipException("its table of contents is damaged");
            }
            int name = table.getShort(at + 28) & 0xFFFF;
            int rest = (table.getShort(at + 30) & 0xFFFF) + (table.getShort(at + 32) & 0xFFFF);
            int next = at + CENTRAL_BYTES + name + rest;
            if (next > table.limit()) {
                throw new ZipException("its table of contents is damaged");
            }
            places.add(new Place(
                    table.getInt(at + 42) & UNKNOWN,
                    table.getShort(at + 8),
                    table.getShort(at + 10),
                    table.getInt(at + 20) & UNKNOWN,
                    table.slice(at + CENTRAL_BYTES, name)));
            at = next;
        }
        places.sort(Comparator.comparingLong(Place::offset));
        return places;
    }

    /** Go from entry to entry: the first begins the file, none begins within another, the last ends before the table. */
    private void follow(List<Place> places, long table) throws IOException {
        long free = 0;
        if (places.isEmpty() ? table != 0 : places.get(0).offset() != 0) {
            throw new ZipException("something stands before its first file");
        }
        for (Place place : places) {
            if (place.offset() < free || place.offset() + LOCAL_BYTES > table) {
                throw new ZipException("two of its files lie over each other, or one beyond the end");
            }
            ByteBuffer local = bytes(place.offset(), LOCAL_BYTES);
            int name = local.getShort(26) & 0xFFFF;
            long content = place.offset() + LOCAL_BYTES + name + (local.getShort(28) & 0xFFFF);
            free = content + place.packed();
            if (local.getInt(0) != LOCAL || free > table) {
                throw new ZipException("one of its files is not where its table of contents says");
            }
            boolean later = (place.flags() & SIZES_FOLLOW) != 0;
            boolean same = local.getShort(8) == (short) place.method()
                    && (later || (local.getInt(18) & UNKNOWN) == place.packed())
                    && bytes(place.offset() + LOCAL_BYTES, name).equals(place.name());
            if (!same) {
                throw new ZipException(
                        "a file in it has one name or form in the table of contents and another beside it");
            }
        }
    }

    private ByteBuffer bytes(long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        zip.position(from);
        while (buffer.hasRemaining()) {
            if (zip.read(buffer) < 0) {
                throw new ZipException("it ends too early");
            }
        }
        return buffer.flip();
    }
}
