package assay.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Open a data file and turn everything that can go wrong into a {@link BadData} that names it. */
final class DataFile {
    private static final String AGAIN =
            "It is damaged or incomplete: copy it again, or remove it and run 'assay data fetch'.";
    private static final int GZIP = 0x1F8B;

    /** What to do with an open file. */
    interface Reader<T> {
        /** Read from {@code in}; a {@link Malformed} tells what is wrong with it. */
        T read(InputStream in) throws IOException;
    }

    private DataFile() {}

    /** Read {@code file} as it is. */
    static <T> T read(Path file, Reader<T> reader) throws BadData {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return reader.read(in);
        } catch (BadData e) {
            throw e;
        } catch (Malformed e) {
            throw new BadData(file, e.found(), AGAIN);
        } catch (EOFException e) {
            throw new BadData(file, "it ends too early", AGAIN);
        } catch (ZipException e) {
            throw new BadData(file, "its compressed contents are damaged (" + e.getMessage() + ")", AGAIN);
        } catch (NoSuchFileException e) {
            throw new BadData(file, "there is no such file", "Check the name.");
        } catch (IOException e) {
            throw new BadData(
                    file, "it cannot be read (" + e.getMessage() + ")", "Check that it is a file you may read.");
        }
    }

    /** Read {@code file}, unpacked if it is packed by gzip. */
    static <T> T readUnpacked(Path file, Reader<T> reader) throws BadData {
        return read(file, in -> {
            if (isGzip(in)) {
                return reader.read(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16));
            }
            return reader.read(in);
        });
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        byte[] first = in.readNBytes(2);
        in.reset();
        return first.length == 2 && (((first[0] & 0xFF) << 8) | (first[1] & 0xFF)) == GZIP;
    }
}
