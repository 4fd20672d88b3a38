package assay.run;

import assay.assignment.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpack the native code for Linux on x86-64 that lies in jars, flat into one folder. The parent does so once per user, before
 * any child runs, so that no child writes what another one loads.
 */
final class Natives {
    private static final Pattern ENTRY = Pattern.compile("org/.*/linux-x86_64[a-z0-9-]*/([^/]+\\.so[.0-9]*)");

    /** Second names, which JavaCPP would make as links: the loader looks for the first and means the second. */
    private static final Map<String, String> ALIASES = Map.of("libopenblas_nolapack.so.0", "libopenblas.so.0");

    private final Path cache;

    /** Unpack into folders of {@code cache} that are named after the jars. */
    Natives(Path cache) {
        this.cache = cache;
    }

    /** Return whether this machine can load what {@link #unpack} finds in {@code jars}. */
    static boolean areFor(List<Path> jars) throws IOException {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && without(jars).size() < jars.size();
    }

    /** Return the jars in which no native code lies. */
    static List<Path> without(List<Path> jars) throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path jar : jars) {
            if (entries(jar).isEmpty()) {
                others.add(jar);
            }
        }
        return others;
    }

    /** Unpack what is not there yet; return the folder. */
    Path unpack(List<Path> jars) throws IOException {
        Digest digest = new Digest();
        for (Path jar : jars) {
            for (Entry entry : entries(jar)) {
                digest.add(entry.file() + " " + entry.crc() + " " + entry.size(), new byte[0]);
            }
        }
        WorkerStage.open(Files.createDirectories(cache));
        Path folder = cache.resolve("natives-" + digest.hex().substring(0, 24));
        WorkerStage.open(Files.createDirectories(folder));
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (Entry entry : entries(jar)) {
                    unpack(zip, entry, folder.resolve(entry.file()));
                }
            }
        }
        for (Map.Entry<String, String> alias : ALIASES.entrySet()) {
            Path file = folder.resolve(alias.getValue());
            Path second = folder.resolve(alias.getKey());
            if (Files.isRegularFile(file) && !Files.exists(second)) {
                WorkerStage.linkOrCopy(file, second);
            }
        }
        return folder;
    }

    /** A file whose size and time are those that it was given here is not unpacked again. */
    private static void unpack(ZipFile zip, Entry entry, Path file) throws IOException {
        if (Files.isRegularFile(file)
                && Files.size(file) == entry.size()
                && Files.getLastModifiedTime(file).equals(WorkerStage.TIME)) {
            return;
        }
        Path making = Files.createTempFile(file.getParent(), "new", "");
        try {
            // Reading to the end compares with the checksum in the jar.
            try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
                Files.copy(in, making, StandardCopyOption.REPLACE_EXISTING);
            }
            if (WorkerStage.isPosix(making)) {
                Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("r--r--r--"));
            }
            Files.setLastModifiedTime(making, WorkerStage.TIME);
            Files.move(making, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(making);
        }
    }

    /** Hold one file in a jar; {@code file} is its name without folders. */
    private record Entry(String name, String file, long size, long crc) {}

    private static List<Entry> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> ENTRY.matcher(entry.getName()).matches())
                    .map(Natives::entry)
                    .toList();
        }
    }

    private static Entry entry(ZipEntry entry) {
        String name = entry.getName();
        return new Entry(name, name.substring(name.lastIndexOf('/') + 1), entry.getSize(), entry.getCrc());
    }
}
