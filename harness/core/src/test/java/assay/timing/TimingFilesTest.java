package assay.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimingFilesTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_measured_comes_back() throws IOException {
        List<Timing> timings = List.of(new Timing(
                "softmax/batch",
                "fast",
                "java",
                "cpu",
                "freezer",
                "control group",
                List.of(Rounds.session(3, 1.1, 1.2, 1, 5)),
                Timing.Trouble.none()));
        Files.writeString(folder.resolve(TimingFiles.NAME), TimingFiles.write(timings));
        assertEquals(timings, TimingFiles.read(folder));
    }

    @Test
    void no_file_means_that_nothing_was_timed() throws IOException {
        assertEquals(List.of(), TimingFiles.read(folder));
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        Files.writeString(folder.resolve(TimingFiles.NAME), "{\"schema\":\"assay/timing/1\",\"timings\":[{}]}");
        IOException refused = assertThrows(IOException.class, () -> TimingFiles.read(folder));
        assertTrue(String.valueOf(refused.getMessage()).contains(TimingFiles.NAME));
    }
}
