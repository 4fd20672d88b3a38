package assay.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Make archives, honest ones and others. */
public final class Toys {
    private static final byte[] CONTENT = "assignment: tiny\n".getBytes(StandardCharsets.UTF_8);
    private static final int CENTRAL = 0x02014b50;

    private Toys() {}

    /** Writes entries. */
    private interface Filling {
        void into(ZipArchiveOutputStream zip) throws IOException;
    }

    private static byte[] made(Filling filling) throws IOException {
        try (SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel()) {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                filling.into(zip);
            }
            return java.util.Arrays.copyOf(out.array(), (int) out.size());
        }
    }

    private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    /** Return a zip with the entries {@code names}, in that order. */
    public static byte[] zip(String... names) throws IOException {
        return made(zip -> {
            for (String name : names) {
                put(zip, new ZipArchiveEntry(name), CONTENT);
            }
        });
    }

    /** Return a zip with one entry of a Unix mode. */
    static byte[] mode(String name, int mode) throws IOException {
        return made(zip -> {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setUnixMode(mode);
            put(zip, entry, CONTENT);
        });
    }

    /** Return a zip of files with zeros. */
    public static byte[] bomb(int mebibytes, int files) throws IOException {
        return made(zip -> {
            for (int file = 0; file < files; file++) {
                zip.putArchiveEntry(new ZipArchiveEntry("zeros-" + file + ".py"));
                for (int i = 0; i < mebibytes; i++) {
                    zip.write(new byte[1 << 20]);
                }
                zip.closeArchiveEntry();
            }
        });
    }

    /** Return a zip that holds copies of another. */
    static byte[] holding(byte[] inner, int copies) throws IOException {
        return made(zip -> {
            put(zip, new ZipArchiveEntry("answers.yaml"), CONTENT);
            for (int i = 0; i < copies; i++) {
                put(zip, new ZipArchiveEntry("bomb-" + i + ".zip"), inner);
            }
        });
    }

    /** Return a zip with so many empty entries, written by hand as that is faster. */
    static byte[] many(int entries) {
        byte[] name = "0000000.py".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer zip = little(entries * (76 + 2 * name.length) + 22);
        for (int i = 0; i < entries; i++) {
            zip.putInt(0x04034b50).put(new byte[22]).putInt(name.length).put(name(name, i));
        }
        int table = zip.position();
        for (int i = 0; i < entries; i++) {
            zip.putInt(CENTRAL).put(new byte[24]).putShort((short) name.length).put(new byte[12]);
            zip.putInt(i * (30 + name.length)).put(name(name, i));
        }
        int size = zip.position() - table;
        zip.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
        return zip.putInt(size).putInt(table).putShort((short) 0).array();
    }

    private static byte[] name(byte[] name, int number) {
        byte[] digits = String.format("%07d", number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, name, 0, digits.length);
        return name;
    }

    /** Return a zip with the name {@code second} in place of {@code first} everywhere; both are equally long. */
    static byte[] renamed(String one, String two, String first, String second) throws IOException {
        String bytes = new String(zip(one, two), StandardCharsets.ISO_8859_1);
        return bytes.replace(first, second).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Return a zip whose one entry has another name in the table of contents. */
    static byte[] twoNames() throws IOException {
        byte[] zip = zip("answers.yaml");
        zip[table(zip) + 46] = 'b';
        return zip;
    }

    static byte[] wrongSum() throws IOException {
        byte[] zip = zip("answers.yaml");
        zip[table(zip) + 16] ^= 1;
        return zip;
    }

    /** Return a zip whose two entries in the table of contents have the same bytes. */
    static byte[] overlapping() throws IOException {
        byte[] zip = zip("a.py", "b.py");
        int second = table(zip) + 46 + 4;
        little(zip).putInt(second + 42, 0);
        zip[second + 46] = 'a';
        return zip;
    }

    /** Return a zip whose one entry is packed by {@code method}. */
    static byte[] packed(int method) throws IOException {
        byte[] zip = zip("answers.yaml");
        little(zip).putShort(8, (short) method).putShort(table(zip) + 10, (short) method);
        return zip;
    }

    /** Return {@code zip} with the mark of the form for large archives before its end. */
    static byte[] zip64(byte[] zip) {
        int end = zip.length - 22;
        ByteBuffer out = little(zip.length + 20);
        out.put(zip, 0, end).putInt(0x07064b50).put(new byte[16]).put(zip, end, 22);
        return out.array();
    }

    static byte[] behind(String text, byte[] zip) {
        byte[] first = text.getBytes(StandardCharsets.UTF_8);
        return little(first.length + zip.length).put(first).put(zip).array();
    }

    static byte[] before(byte[] zip, String text) {
        byte[] last = text.getBytes(StandardCharsets.UTF_8);
        return little(last.length + zip.length).put(zip).put(last).array();
    }

    /** Return {@code zip} behind other bytes, with every place in it put right. */
    static byte[] moved(byte[] zip, int by) {
        ByteBuffer out = little(behind("x".repeat(by), zip));
        int end = out.limit() - 22;
        out.putInt(end + 16, out.getInt(end + 16) + by);
        for (int at = out.getInt(end + 16); at < end && out.getInt(at) == CENTRAL; ) {
            out.putInt(at + 42, out.getInt(at + 42) + by);
            at += 46 + out.getShort(at + 28) + out.getShort(at + 30) + out.getShort(at + 32);
        }
        return out.array();
    }

    public static byte[] noise(int count) {
        byte[] noise = new byte[count];
        new Random(1).nextBytes(noise);
        return noise;
    }

    /** Return a tarball with the entries {@code names}. */
    public static byte[] tar(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(false);
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(CONTENT.length);
                tar.putArchiveEntry(entry);
                tar.write(CONTENT);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    public static byte[] tarLink(byte kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry("answers.yaml", kind);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    /** Return a packed tarball whose first entry is a head of 100 MiB: a long name, a link or settings. */
    public static byte[] longHead(char kind) throws IOException {
        byte[] head = head("././@LongLink", 100L << 20, kind);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(head);
            packed.write((kind == 'x' ? "104857600 path=" : "").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                packed.write("a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toByteArray();
    }

    /** Return a tarball with a file of 1 EiB, all of it holes. */
    static byte[] sparse() {
        byte[] head = head("answers.yaml", 0, 'S');
        // GNU's old form: offset and size of the first piece at 386, the size of the whole at 483.
        text(head, 386, "00000000000");
        text(head, 398, "00000000000");
        text(head, 483, "77777777777");
        sum(head);
        return java.util.Arrays.copyOf(head, 512 * 3);
    }

    private static byte[] head(String name, long size, char kind) {
        byte[] head = new byte[512];
        text(head, 0, name);
        text(head, 100, "0000644");
        text(head, 124, String.format("%011o", size));
        text(head, 136, "00000000000");
        head[156] = (byte) kind;
        text(head, 257, "ustar  ");
        sum(head);
        return head;
    }

    private static void sum(byte[] head) {
        text(head, 148, "        ");
        int sum = 0;
        for (byte one : head) {
            sum += one & 0xFF;
        }
        text(head, 148, String.format("%06o\0 ", sum));
    }

    private static void text(byte[] head, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, head, at, text.length());
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static int table(byte[] zip) {
        return little(zip).getInt(zip.length - 22 + 16);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
