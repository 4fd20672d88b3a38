package assay.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Start processes from one thread that lives as long as the sandbox: a child that is to die with its parent is killed by
 * the kernel as soon as the thread that started it ends (prctl(2), PR_SET_PDEATHSIG).
 */
final class Spawner implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "assay-spawner");
        made.setDaemon(true);
        return made;
    });

    /** Start a command with an empty environment. */
    Process start(List<String> command) throws IOException {
        try {
            return thread.submit(() -> {
                        ProcessBuilder builder = new ProcessBuilder(command);
                        builder.environment().clear();
                        builder.directory(Path.of("/").toFile());
                        return builder.start();
                    })
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("cannot start " + command.get(0) + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting " + command.get(0), e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
