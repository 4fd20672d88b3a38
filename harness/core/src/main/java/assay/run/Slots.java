package assay.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold the numbers of places in which children run. As root a number is also a user, so numbers are locked against other
 * processes of the harness, and what a killed one left running under them is ended.
 */
final class Slots implements AutoCloseable {
    private static final int MOST = 256;

    /**
     * Hold the numbers that sandboxes of this process have locked: on most systems closing any channel of a file frees all
     * locks of the process on it, so a file that is locked here must not even be opened again.
     */
    private static final Set<Integer> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final List<Integer> numbers;
    private final List<FileChannel> locks;

    private Slots(List<Integer> numbers, List<FileChannel> locks) {
        this.numbers = List.copyOf(numbers);
        this.locks = List.copyOf(locks);
    }

    /** Take {@code count} free numbers; all processes of root share one folder of locks, whatever their cache is. */
    static Slots take(int count, boolean root) {
        Path users = users();
        List<Integer> numbers = new ArrayList<>();
        List<FileChannel> locks = new ArrayList<>();
        for (int number = 0; number < MOST && numbers.size() < count; number++) {
            if (!root || lock(users, number, locks)) {
                numbers.add(number);
            }
        }
        if (numbers.size() < count) {
            throw new GradingException("at most " + MOST + " children can run at once on a machine, " + count
                    + " more were asked for; ask for fewer or end the other runs");
        }
        if (root) {
            numbers.forEach(Slots::endLeftovers);
        }
        return new Slots(numbers, locks);
    }

    /** End what killed processes of the harness left running under any number that nobody holds now. */
    static void sweep() {
        Path users = users();
        for (int number = 0; number < MOST; number++) {
            List<FileChannel> locks = new ArrayList<>();
            if (Files.isRegularFile(users.resolve(number + ".lock")) && lock(users, number, locks)) {
                endLeftovers(number);
                new Slots(List.of(number), locks).close();
            }
        }
    }

    private static Path users() {
        return Files.isWritable(Path.of("/run"))
                ? Path.of("/run/assay-users")
                : Path.of(System.getProperty("java.io.tmpdir"), "assay-users");
    }

    List<Integer> all() {
        return numbers;
    }

    @Override
    public void close() {
        for (FileChannel lock : locks) {
            try {
                lock.close();
            } catch (IOException e) {
                // the kernel frees the lock with the process
            }
        }
        if (!locks.isEmpty()) {
            numbers.forEach(LOCKED_HERE::remove);
        }
    }

    private static boolean lock(Path folder, int number, List<FileChannel> locks) {
        if (!LOCKED_HERE.add(number)) {
            return false;
        }
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = tryLock(channel);
            if (held == null) {
                channel.close();
                LOCKED_HERE.remove(number);
                return false;
            }
            return locks.add(channel);
        } catch (IOException e) {
            LOCKED_HERE.remove(number);
            throw new GradingException("the folder of locks must be writable, was not: " + folder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another sandbox of this process has it
        }
    }

    private static void endLeftovers(int number) {
        Integer user = BubblewrapEnclosure.FIRST_USER + number;
        ProcessHandle.allProcesses().forEach(process -> {
            try {
                if (user.equals(Files.getAttribute(Path.of("/proc/" + process.pid()), "unix:uid"))) {
                    process.destroyForcibly();
                }
            } catch (IOException | UnsupportedOperationException e) {
                // it ended in the meantime
            }
        });
    }
}
