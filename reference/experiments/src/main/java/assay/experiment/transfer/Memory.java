package assay.experiment.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Ask Linux for the most memory that this process has had, native memory included. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path FORGET = Path.of("/proc/self/clear_refs");

    private Memory() {}

    /** Forget the peak so far; where that is not allowed, peaks are those of the whole process. */
    static void forgetPeak() {
        try {
            Files.writeString(FORGET, "5");
        } catch (IOException e) {
            // not on Linux, or not allowed: the peak of the process is an upper bound
        }
    }

    /** Return the peak in MiB, empty where the system does not say. */
    static OptionalLong peakMebibytes() {
        try (Stream<String> lines = Files.lines(STATUS, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }
}
