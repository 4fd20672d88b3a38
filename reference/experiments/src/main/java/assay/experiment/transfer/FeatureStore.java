package assay.experiment.transfer;

import assay.experiment.job.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keep features on disk under a name that is the SHA-256 of everything that decides them. An entry ends with its own check sum: what
 * is cut or damaged counts as not there. Entries appear at once or not at all; the oldest go when the folder grows beyond a bound.
 */
final class FeatureStore {
    private static final String ENDING = ".features";
    private static final String LOCK = ".lock";
    private static final String PARTIAL = ".partial";
    private static final long MAGIC = 0x41535341_59463031L; // "ASSAYF01"
    private static final int HEADER = 8 + 4 + 4 + 8 + 8;
    private static final int SUM = 32;
    private static final long MOST_BYTES = 2L << 30;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final long mostBytes;

    /** Keep features in {@code folder}, at most {@code mostBytes} of them. */
    FeatureStore(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Keep features in the cache of the user, 2 GiB at most. */
    static FeatureStore ofUser() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new FeatureStore(base.resolve("assay").resolve("features"), MOST_BYTES);
    }

    /** Return the name for features that {@code facts} decide. */
    static String key(Map<String, String> facts) {
        MessageDigest digest = sha256();
        new TreeMap<>(facts).forEach((name, value) -> {
            for (String text : List.of(name, value)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Find the features called {@code key}; what is damaged is removed and not found. */
    Optional<Features> find(String key) {
        Path file = folder.resolve(key + ENDING);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Features features = read(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(features);
        } catch (IOException e) {
            delete(file);
            return Optional.empty();
        }
    }

    /** Keep {@code features} under {@code key}; where nothing can be written nothing is kept, and the next run computes again. */
    boolean keep(String key, Features features) {
        long bytes = HEADER + SUM + 4L * features.values().length * features.width();
        if (bytes > mostBytes) {
            return false;
        }
        try {
            Files.createDirectories(folder);
            makeRoom(bytes);
            Path partial = Files.createTempFile(folder, key.substring(0, 8), PARTIAL);
            try {
                write(partial, features);
                Files.move(
                        partial,
                        folder.resolve(key + ENDING),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Wait until no other process computes the features called {@code key}, so that workers side by side compute them once. Close the
     * claim when they are kept. Where no file can be locked, nothing is waited for.
     */
    Closeable claim(String key, Progress progress) {
        try {
            Files.createDirectories(folder);
            return locked(folder.resolve(key + LOCK), progress);
        } catch (IOException e) {
            return () -> {};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        }
    }

    private static FileChannel locked(Path file, Progress progress) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isLocked = false;
        try {
            while (channel.tryLock() == null) {
                progress.report(0, "another worker computes these features");
                TimeUnit.SECONDS.sleep(1);
            }
            isLocked = true;
            return channel;
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    private static void write(Path file, Features features) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            DataOutputStream out = new DataOutputStream(new DigestOutputStream(plain, digest));
            out.writeLong(MAGIC);
            out.writeInt(features.values().length);
            out.writeInt(features.width());
            out.writeLong(features.microseconds());
            out.writeLong(features.mebibytes());
            ByteBuffer row = ByteBuffer.allocate(4 * features.width());
            for (float[] values : features.values()) {
                row.clear().asFloatBuffer().put(values);
                out.write(row.array());
            }
            out.flush();
            plain.write(digest.digest());
        }
    }

    private static Features read(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (BufferedInputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            DataInputStream in = new DataInputStream(new DigestInputStream(plain, digest));
            long magic = in.readLong();
            int images = in.readInt();
            int width = in.readInt();
            long size = HEADER + SUM + 4L * images * width;
            if (magic != MAGIC || images < 0 || width < 0 || Files.size(file) != size) {
                throw new IOException("no features, or cut");
            }
            long microseconds = in.readLong();
            long mebibytes = in.readLong();
            float[][] values = new float[images][width];
            byte[] row = new byte[4 * width];
            for (float[] one : values) {
                in.readFully(row);
                ByteBuffer.wrap(row).asFloatBuffer().get(one);
            }
            byte[] computed = digest.digest();
            if (!MessageDigest.isEqual(computed, plain.readNBytes(SUM))) {
                throw new IOException("damaged");
            }
            return new Features(values, microseconds, mebibytes);
        }
    }

    /** Remove what was abandoned half written, and the entries that were not used for the longest time. */
    private void makeRoom(long bytes) throws IOException {
        List<Path> entries = new ArrayList<>();
        long used = bytes;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if ((name.endsWith(PARTIAL) || name.endsWith(LOCK))
                        && modified(file).isBefore(Instant.now().minus(ABANDONED))) {
                    delete(file);
                } else if (name.endsWith(ENDING)) {
                    entries.add(file);
                    used += Files.size(file);
                }
            }
        }
        entries.sort(Comparator.comparing(FeatureStore::modified));
        for (Path file : entries) {
            if (used > mostBytes) {
                used -= Files.size(file);
                delete(file);
            }
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it stays, and is judged again when it is wanted
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
