package assay.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;

/** Let one submission at a time use a device: of all threads here, and of all processes of the harness on this machine. */
final class DeviceLock implements AutoCloseable {
    private static final ReentrantLock HERE = new ReentrantLock(true);

    private final FileChannel channel;

    /** Be held until it is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private DeviceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Prepare the lock of the device called {@code name} in {@code folder}, which all users share. */
    static DeviceLock of(Path folder, String name) {
        Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9.-]", "-") + ".lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            share(file);
            return new DeviceLock(channel);
        } catch (IOException e) {
            throw new GradingException("the lock of the device must be writable, was not: " + file, e);
        }
    }

    /** Let all users lock; who does not own the file finds it shared already. */
    private static void share(Path file) throws IOException {
        if (WorkerStage.isPosix(file) && Files.getOwner(file).equals(Files.getOwner(Path.of("/proc/self")))) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
    }

    /** Return the folder that all processes of the harness on this machine share. */
    static Path folder() {
        return Files.isWritable(Path.of("/run"))
                ? Path.of("/run/assay-devices")
                : Path.of(System.getProperty("java.io.tmpdir"), "assay-devices");
    }

    /** Wait until the device is free, and hold it. */
    @SuppressWarnings("LockNotBeforeTry") // given back by the one who holds it
    Held take() throws IOException, InterruptedException {
        HERE.lockInterruptibly();
        try {
            FileLock lock = channel.lock();
            return () -> {
                try {
                    lock.release();
                } catch (IOException e) {
                    // the kernel frees it with the process
                } finally {
                    HERE.unlock();
                }
            };
        } catch (IOException | RuntimeException e) {
            HERE.unlock();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the kernel frees it with the process
        }
    }
}
