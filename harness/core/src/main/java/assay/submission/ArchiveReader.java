package assay.submission;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Take files out of zip and tar.gz archives; links, devices and encrypted entries are refused. */
final class ArchiveReader {
    private static final int MOST_ENTRIES = 2 * Intake.MOST_FILES;

    /** What is skipped in an archive, such as a hidden folder, may be as large again as what is taken. */
    private static final long MOST_UNPACKED = 4 * Intake.MOST_BYTES;

    private static final int LONGEST_HEAD = 1 << 20;

    private ArchiveReader() {}

    /** Return the kind of archive by its name: ".zip", ".tar.gz", ".tgz", ".tar", or "" for none. */
    static String ending(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        for (String ending : new String[] {".zip", ".tar.gz", ".tgz", ".tar"}) {
            if (name.endsWith(ending)) {
                return ending;
            }
        }
        return "";
    }

    static void read(Path archive, Intake intake) throws IOException, UnreadableSubmission {
        if (Files.size(archive) > Intake.MOST_BYTES) {
            throw new UnreadableSubmission("is an archive of more than " + (Intake.MOST_BYTES >> 20) + " MiB");
        }
        try {
            if (ending(archive).equals(".zip")) {
                readZip(archive, intake);
            } else {
                readTar(archive, intake);
            }
        } catch (Intake.CannotKeep e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(archive, e);
        }
    }

    /** Blame the archive, unless its bytes cannot be read: that is the machine's fault. */
    private static UnreadableSubmission damaged(Path archive, Exception why) throws IOException {
        try (InputStream bytes = Files.newInputStream(archive)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        String detail = why instanceof ZipException || why instanceof EOFException ? ": " + why.getMessage() : "";
        return new UnreadableSubmission("cannot be unpacked, the archive is damaged" + Intake.visible(detail));
    }

    private static void readZip(Path archive, Intake intake) throws IOException, UnreadableSubmission {
        try (SeekableByteChannel bytes = Files.newByteChannel(archive, Set.of(READ, NOFOLLOW_LINKS))) {
            ZipDirectory.check(bytes, MOST_ENTRIES);
            try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(bytes).get()) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                    if (!entry.isDirectory() && !isClutter(entry.getName())) {
                        refuseForm(entry);
                        take(zip, entry, intake);
                    }
                }
            }
        }
    }

    private static void refuseForm(ZipArchiveEntry entry) throws UnreadableSubmission {
        int kind = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
        boolean usual = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        String what = entry.getGeneralPurposeBit().usesEncryption()
                ? "encrypted"
                : kind != 0 && kind != UnixStat.FILE_FLAG
                        ? "a link or a device"
                        : usual ? "" : "packed in a way (" + entry.getMethod() + ") that not every program can unpack";
        if (!what.isEmpty()) {
            throw new UnreadableSubmission("cannot be unpacked, '" + Intake.visible(entry.getName())
                    + "' in the archive is " + what + "; hand in plain files");
        }
    }

    private static void take(ZipFile zip, ZipArchiveEntry entry, Intake intake)
            throws IOException, UnreadableSubmission {
        CRC32 sum = new CRC32();
        try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            intake.take(entry.getName(), content);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException("the check sum of '" + entry.getName() + "' is another");
        }
    }

    private static void readTar(Path archive, Intake intake) throws IOException, UnreadableSubmission {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive, NOFOLLOW_LINKS));
                UnpackLimit plain = new UnpackLimit(
                        ending(archive).equals(".tar") ? raw : new GZIPInputStream(raw), MOST_UNPACKED);
                TarArchiveInputStream tar = new TarArchiveInputStream(plain, "UTF-8")) {
            int count = 0;
            for (TarArchiveEntry entry = next(tar, plain); entry != null; entry = next(tar, plain)) {
                refuseMany(++count);
                String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
                if (entry.isSparse()) {
                    throw new UnreadableSubmission("cannot be unpacked, '" + Intake.visible(name)
                            + "' in the archive is a file with holes; pack it without --sparse");
                }
                if (entry.isDirectory() || isClutter(name)) {
                    continue;
                }
                if (!entry.isFile() || isLinkOrDevice(entry)) {
                    throw new UnreadableSubmission("cannot be unpacked, '" + Intake.visible(name)
                            + "' in the archive is a link or a device; hand in plain files");
                }
                intake.take(name, tar);
            }
        }
    }

    /** A device is what commons-compress calls a file, too. */
    private static boolean isLinkOrDevice(TarArchiveEntry entry) {
        return entry.isSymbolicLink()
                || entry.isLink()
                || entry.isBlockDevice()
                || entry.isCharacterDevice()
                || entry.isFIFO();
    }

    /** Go to the next entry; long names and the like are held in memory, so that what precedes a file is bounded. */
    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, UnpackLimit plain) throws IOException {
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        plain.allow(LONGEST_HEAD);
        TarArchiveEntry entry = tar.getNextEntry();
        plain.allow(Long.MAX_VALUE);
        return entry;
    }

    private static void refuseMany(int count) throws UnreadableSubmission {
        if (count > MOST_ENTRIES) {
            throw new UnreadableSubmission(
                    "cannot be unpacked, the archive has more than " + MOST_ENTRIES + " entries");
        }
    }

    /** Return whether a name belongs to what systems leave in archives and folders: hidden files, caches, build output. */
    static boolean isClutter(String name) {
        for (String part : name.split("/")) {
            if ((part.startsWith(".") && !part.startsWith("..") && part.length() > 1)
                    || part.equals("__MACOSX")
                    || part.equals("__pycache__")
                    || part.equals("assay-report")) {
                return true;
            }
        }
        return name.endsWith(".class") || name.endsWith(".pyc");
    }
}
