package assay.grade;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Hold a folder of results, so that nobody else writes there: a lock that the system frees with the process, however it
 * ends. The lock file says who holds it; a text in a file that is not locked was left by a process that was killed.
 */
public final class OutFolder implements AutoCloseable {
    /** Name the lock file. */
    public static final String LOCK = ".assay-lock";

    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final int MOST_TEXT = 400;

    /** Hold the folders of this process; the lock file of one of these must not be opened again, closing it would free the lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final boolean stale;

    private OutFolder(Path folder, FileChannel channel, boolean stale) {
        this.folder = folder;
        this.channel = channel;
        this.stale = stale;
    }

    /**
     * Take the folder, which is made where it does not exist.
     *
     * @throws FolderInUse if another run holds it; the message says which
     */
    public static OutFolder hold(Path out) throws IOException {
        Files.createDirectories(out);
        Path folder = out.toRealPath();
        if (!HELD.add(folder)) {
            throw new FolderInUse(refusal(out, "this process"));
        }
        try {
            return lock(out, folder);
        } catch (IOException | RuntimeException e) {
            HELD.remove(folder);
            throw e;
        }
    }

    private static OutFolder lock(Path out, Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new FolderInUse(refusal(out, text(channel)));
            }
            boolean stale = channel.size() > 0;
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(who().getBytes(StandardCharsets.UTF_8)), 0);
            return new OutFolder(folder, channel, stale);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String refusal(Path out, String who) {
        return "the folder '" + out + "' is being written by " + (who.isBlank() ? "another assay" : who)
                + "; wait for it, or name another folder";
    }

    /** Return whether the run that held the folder before was killed. */
    public boolean isStale() {
        return stale;
    }

    /** Return whether {@code out} holds anything but a lock file. */
    public static boolean isUsed(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(out)) {
            return entries.anyMatch(entry -> !entry.endsWith(LOCK));
        }
    }

    /** Remove the halves of files that a killed run was writing. */
    public void tidy() throws IOException {
        sweep(folder);
        Path submissions = folder.resolve(ClassGrader.SUBMISSIONS);
        if (Files.isDirectory(submissions)) {
            Replacement.settle(submissions);
            try (Stream<Path> entries = Files.list(submissions)) {
                for (Path entry : entries.filter(Files::isDirectory).toList()) {
                    sweep(entry);
                }
            }
        }
    }

    private static void sweep(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> halves = entries.filter(entry ->
                            entry.getFileName().toString().matches("\\..+\\.tmp") && Files.isRegularFile(entry))
                    .toList();
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        }
    }

    private static String who() {
        String host = "";
        try {
            host = Files.readString(HOST).strip();
        } catch (IOException e) {
            // not Linux; the process number must do
        }
        return "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name")
                + (host.isEmpty() ? "" : " on " + host) + ", since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_TEXT);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        } finally {
            HELD.remove(folder);
        }
    }
}
