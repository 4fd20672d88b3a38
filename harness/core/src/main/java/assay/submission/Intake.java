package assay.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Write files into a fresh folder, refusing names that could leave it and amounts that could fill the disk. */
final class Intake {
    static final int MOST_FILES = 2_000;
    static final long MOST_BYTES_EACH = 16L << 20;
    static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_LEVELS = 16;

    private final Path folder;
    private final Set<String> files = new TreeSet<>();
    private final Set<String> folded = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private long bytes;

    Intake(Path folder) {
        this.folder = folder;
    }

    Set<String> files() {
        return files;
    }

    List<String> notes() {
        return notes;
    }

    /** Note that {@code name} was left out, and why. */
    void leaveOut(String name, String why) {
        if (notes.size() < 20) {
            notes.add("'" + visible(name) + "' was left out: " + why);
        }
    }

    /** Copy one file; the bytes are counted as they come, whatever a header says. */
    void take(String name, InputStream content) throws IOException, UnreadableSubmission {
        refuseName(name);
        if (files.size() >= MOST_FILES) {
            throw new UnreadableSubmission("holds more than " + MOST_FILES + " files");
        }
        if (!folded.add(name.toLowerCase(Locale.ROOT)) || !files.add(name)) {
            throw new UnreadableSubmission(
                    "holds '" + visible(name) + "' twice (or twice but for upper and lower case)");
        }
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new UnreadableSubmission("holds '" + visible(name) + "', which would lie outside the folder");
        }
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            copy(name, content, out);
        }
    }

    private void copy(String name, InputStream content, OutputStream out) throws IOException, UnreadableSubmission {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            bytes += read;
            if (size > MOST_BYTES_EACH) {
                throw tooLarge(name, "more than " + (MOST_BYTES_EACH >> 20) + " MiB");
            }
            if (bytes > MOST_BYTES) {
                throw new UnreadableSubmission(
                        "holds more than " + (MOST_BYTES >> 20) + " MiB in all; hand in answers and code only");
            }
            out.write(buffer, 0, read);
        }
    }

    static UnreadableSubmission tooLarge(String name, String size) {
        return new UnreadableSubmission("'" + visible(name) + "' is " + size + "; at most " + (MOST_BYTES_EACH >> 20)
                + " MiB are accepted for one file; hand in answers and code only");
    }

    private static void refuseName(String name) throws UnreadableSubmission {
        boolean strange = name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(c -> c < ' ' || c == 0x7f);
        String[] parts = name.split("/", -1);
        boolean wandering = parts.length > MOST_LEVELS;
        for (String part : parts) {
            wandering |= part.isEmpty() || part.equals(".") || part.equals("..");
        }
        if (strange || wandering || name.length() > LONGEST_NAME) {
            throw new UnreadableSubmission("holds a file with the name '" + visible(name)
                    + "', which is not accepted: use plain relative names of at most " + LONGEST_NAME + " characters");
        }
    }

    static String visible(String name) {
        String shown = name.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "?");
        return shown.length() > 80 ? shown.substring(0, 80) + "..." : shown;
    }
}
