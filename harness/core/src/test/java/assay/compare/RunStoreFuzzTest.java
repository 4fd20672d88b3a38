package assay.compare;

import assay.testkit.Fuzz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stored result of a training that somebody changed is found or counts as none. */
class RunStoreFuzzTest {
    private static final int COUNT = 100;
    private static final long MOST_BYTES = 64 << 20;

    @TempDir
    private Path folder;

    @Test
    void results_of_experiments() throws Exception {
        Job job = new Job("e", "v", 1, Map.of(), "digits", "0123456789abcdef0123456789abcdef");
        RunResult result = new RunResult(
                RunResult.SCHEMA,
                "e",
                "v",
                1,
                "digits",
                job.digest(),
                Map.of("accuracy", 0.5),
                Map.of("loss", new Curve(List.of(1.0, 2.0), List.of(0.5, 0.25))),
                Map.of("confusion", List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))),
                Map.of(),
                Map.of("steps", 3.0),
                Map.of("jdk", "17"),
                "sum",
                false,
                1.5,
                "2026-01-01T00:00:00Z");
        try (RunStore store = RunStore.open(folder)) {
            store.put(job, result);
            Path file;
            try (var files = Files.newDirectoryStream(folder, "*.json")) {
                file = files.iterator().next();
            }
            byte[] good = Files.readAllBytes(file);
            new Fuzz("experiment run", List.of(good), Set.of(), MOST_BYTES).run(COUNT, input -> {
                Files.write(file, input);
                store.find(job);
            });
        }
    }
}
