package assay.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hold a temporary folder for as long as the sandbox lives. It is locked, so that a later start can tell and remove the
 * folders of processes that were killed.
 */
public final class StagingArea implements AutoCloseable {
    private static final String PREFIX = "assay-run-";
    private static final String UNLOCKED = "assay-new-";
    private static final String LOCK = "lock";
    private static final long MOST_BYTES = 256L << 20;
    /** A folder is in the making for some milliseconds; one of this age was left by a process that was killed just then. */
    private static final Duration MAKING = Duration.ofHours(1);

    /**
     * Hold the folders of this process: on most systems closing any channel of a file frees all locks of the process on
     * it, so the lock of a folder that is in use here must not even be opened again.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private StagingArea(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Make the folder; for root's children, who are other users, it can be passed through but not listed. */
    public static StagingArea make(boolean root) {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        sweep(parent);
        try {
            Path fresh = Files.createTempDirectory(parent, UNLOCKED);
            FileChannel lock =
                    FileChannel.open(fresh.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            // Only what is locked gets the name that a sweep looks for, so a sweep never meets a folder in the making.
            Path folder = parent.resolve(PREFIX + fresh.getFileName().toString().substring(UNLOCKED.length()));
            OWN.add(folder);
            Files.move(fresh, folder);
            if (WorkerStage.isPosix(folder)) {
                Files.setPosixFilePermissions(
                        folder, PosixFilePermissions.fromString(root ? "rwx--x--x" : "rwx------"));
            }
            return new StagingArea(folder, lock);
        } catch (IOException e) {
            throw new GradingException("the folder for temporary files must be writable, was not: " + parent, e);
        }
    }

    /** Return where it is. */
    public Path folder() {
        return folder;
    }

    /** Copy the regular files of a submission to a folder that every user can read. */
    static void copy(Path from, Path to) throws IOException {
        WorkerStage.open(Files.createDirectories(to));
        long[] left = {MOST_BYTES};
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                WorkerStage.open(Files.createDirectories(
                        to.resolve(from.relativize(folder).toString())));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    left[0] -= attributes.size();
                    if (left[0] < 0) {
                        throw new IOException("a submission must have at most " + (MOST_BYTES >> 20) + " MiB");
                    }
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
                    if (WorkerStage.isPosix(copy)) {
                        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            lock.close();
            Trees.delete(folder);
            OWN.remove(folder);
        } catch (IOException e) {
            throw new GradingException("the temporary folder cannot be removed: " + folder, e);
        }
    }

    /** Remove what killed processes of the harness have left; what another one uses stays. */
    static void sweep() {
        sweep(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, UNLOCKED + "*")) {
            for (Path left : folders) {
                Instant made = Files.getLastModifiedTime(left, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                Path lock = left.resolve(LOCK);
                if (made.isBefore(Instant.now().minus(MAKING)) && (!Files.exists(lock) || isFree(lock))) {
                    Trees.delete(left);
                }
            }
        } catch (IOException e) {
            // of another user, or swept by another process at the same time
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path left : folders) {
                Path lock = left.resolve(LOCK);
                if (!OWN.contains(left) && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS) && isFree(lock)) {
                    Trees.delete(left);
                }
            }
        } catch (IOException e) {
            // of another user, or swept by another process at the same time
        }
    }

    private static boolean isFree(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }
}
