package assay.compare;

import assay.assignment.StoredJson;
import assay.result.AtomicFile;
import assay.run.GradingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keep every result in a file of its own, written whole or not at all; the name holds variant, seed and the digest of
 * settings, data and engine, so results of other conditions lie beside and are never taken for these. Locked against a
 * second comparison in the same folder.
 */
public final class RunStore implements AutoCloseable {
    private static final int SHORT = 16;

    private final Path folder;
    private final FileChannel lock;

    private RunStore(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Open the store in {@code folder}, which is made where it does not exist. */
    public static RunStore open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new GradingException(
                    "another comparison is running in " + folder + "; wait for it, or give another folder with -o");
        }
        return new RunStore(folder, channel);
    }

    /** Find the result of {@code job}; a file that is damaged or of something else counts as none. */
    public Optional<RunResult> find(Job job) {
        Path file = file(job);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StoredJson.read(CompareJson.MAPPER, file, RunResult.class, "the result of a run"))
                    .filter(stored -> stored.answers(job));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keep {@code result} of {@code job}. */
    void put(Job job, RunResult result) throws IOException {
        AtomicFile.write(file(job), CompareJson.MAPPER.writeValueAsBytes(result));
    }

    private Path file(Job job) {
        return folder.resolve("%s-%s-%d-%s.json"
                .formatted(
                        job.experiment(),
                        job.variant(),
                        job.seed(),
                        job.digest().substring(0, SHORT)));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another comparison in this process
        }
    }
}
