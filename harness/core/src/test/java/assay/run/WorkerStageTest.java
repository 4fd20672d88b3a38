package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody uses any more is removed, and a clock that was set removes nothing that is in use. */
class WorkerStageTest {
    @TempDir
    private Path cache;

    private void used(String version, Duration ago) throws IOException {
        Path folder = Files.createDirectories(cache.resolve("children").resolve(version));
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(ago)));
    }

    private Set<String> staged() throws IOException {
        Path own = WorkerStage.stage(new SandboxOptions(true, 1, SandboxFixture.classPath(), cache))
                .folder();
        assertTrue(Files.isRegularFile(own.resolve("assay.py")));
        try (Stream<Path> folders = Files.list(cache.resolve("children"))) {
            return folders.filter(folder -> !folder.equals(own))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void of_many_versions_those_that_nobody_used_for_a_month_are_removed() throws IOException {
        for (int version = 0; version < 12; version++) {
            used("v" + version, Duration.ofDays(20 + 2 * version));
        }
        assertEquals(Set.of("v0", "v1", "v2", "v3", "v4", "v5", "v6"), staged());
    }

    @Test
    void what_another_process_uses_stays_when_the_clock_is_set_by_a_year() throws IOException {
        for (String version : Set.of("one", "two", "three")) {
            used(version, Duration.ofDays(365));
        }
        assertEquals(Set.of("one", "two", "three"), staged());
    }
}
