package assay.submission;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Take files out of zip and tar.gz archives; links, devices and encrypted entries are refused. */
final class ArchiveReader {
    private static final int MOST_ENTRIES = 2 * Intake.MOST_FILES;

    /** What is skipped in an archive, such as a hidden folder, may be as large again as what is taken. */
    private static final long MOST_UNPACKED = 4 * Intake.MOST_BYTES;

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
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            int count = 0;
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                refuseMany(++count);
                if (entry.isDirectory() || isClutter(entry.getName())) {
                    continue;
                }
                if (entry.isUnixSymlink() || entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new UnreadableSubmission(
                            "cannot be unpacked, '" + Intake.visible(entry.getName()) + "' in the archive is "
                                    + (entry.isUnixSymlink() ? "a link" : "encrypted") + "; hand in plain files");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    intake.take(entry.getName(), content);
                }
            }
        }
    }

    private static void readTar(Path archive, Intake intake) throws IOException, UnreadableSubmission {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive));
                InputStream plain = ending(archive).equals(".tar")
                        ? raw
                        : new UnpackLimit(new GZIPInputStream(raw), MOST_UNPACKED);
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            int count = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                refuseMany(++count);
                String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
                if (entry.isDirectory() || isClutter(name)) {
                    continue;
                }
                if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink()) {
                    throw new UnreadableSubmission("cannot be unpacked, '" + Intake.visible(name)
                            + "' in the archive is a link or a device; hand in plain files");
                }
                intake.take(name, tar);
            }
        }
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
