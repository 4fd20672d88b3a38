package assay.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Ask the machine what it has. */
final class Tools {
    private static final long MOST_SECONDS = 10;

    private Tools() {}

    /** Return whether this process runs as root. */
    static boolean isRoot() {
        Path self = Path.of("/proc/self/status");
        try {
            return Files.isReadable(self)
                    && Files.readAllLines(self).stream().anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Run a harness-owned command and return what it printed, if it ended well. */
    static Optional<String> output(Spawner spawner, List<String> command) {
        try {
            Process process = spawner.start(command);
            process.getOutputStream().close();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
