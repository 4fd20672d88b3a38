package assay.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
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
    /** Most file systems hold names of at most 255 bytes. */
    private static final int LONGEST_PART_BYTES = 255;

    static final int MOST_LEVELS = 16;

    private final Path folder;
    private final Set<String> files = new TreeSet<>();
    private final Set<String> folded = new HashSet<>();
    private final Set<String> parents = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private long bytes;

    /** Says that this machine could not keep what was handed in, through no fault of the student. */
    static final class CannotKeep extends IOException {
        private static final long serialVersionUID = 1L;

        CannotKeep(String message, Exception cause) {
            super(message, cause);
        }
    }

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
        refuseClash(name);
        Path target = target(name);
        if (!target.startsWith(folder)) {
            throw new UnreadableSubmission("holds '" + visible(name) + "', which would lie outside the folder");
        }
        try (OutputStream out = create(target)) {
            copy(name, content, out);
        }
    }

    /** Refuse what some file systems take for the same file, and what is a file and a folder at once. */
    private void refuseClash(String name) throws UnreadableSubmission {
        String key = folded(name);
        if (!folded.add(key) || !files.add(name)) {
            throw new UnreadableSubmission(
                    "holds '" + visible(name) + "' twice (or twice but for upper and lower case)");
        }
        boolean clash = parents.contains(key);
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            clash |= folded.contains(key.substring(0, slash));
            parents.add(key.substring(0, slash));
        }
        if (clash) {
            throw new UnreadableSubmission("holds '" + visible(name) + "' as a file and as a folder");
        }
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private Path target(String name) throws CannotKeep {
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new CannotKeep(
                    "this machine's locale cannot write the name '" + visible(name) + "'; set LC_ALL=C.UTF-8", e);
        }
    }

    private static OutputStream create(Path target) throws CannotKeep {
        try {
            Files.createDirectories(target.getParent());
            return Files.newOutputStream(target);
        } catch (IOException e) {
            throw new CannotKeep("a file of the submission could not be copied: " + e.getMessage(), e);
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
            write(out, buffer, read);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int count) throws CannotKeep {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw new CannotKeep("a file of the submission could not be copied: " + e.getMessage(), e);
        }
    }

    static UnreadableSubmission tooLarge(String name, String size) {
        return new UnreadableSubmission("is too large: '" + visible(name) + "' is " + size + "; at most "
                + (MOST_BYTES_EACH >> 20) + " MiB are accepted for one file; hand in answers and code only");
    }

    private static void refuseName(String name) throws UnreadableSubmission {
        boolean strange = name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(Character::isISOControl);
        String[] parts = name.split("/", -1);
        boolean wandering = parts.length > MOST_LEVELS;
        for (String part : parts) {
            wandering |= part.isEmpty() || part.equals(".") || part.equals("..");
            strange |= part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART_BYTES;
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
