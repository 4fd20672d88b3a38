package assay.experiment.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.Values;
import assay.data.DataHome;
import assay.experiment.job.BadJob;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads on a net that nobody has trained, for a few drawn house numbers. */
@Tag("slow")
class TransferTest {
    private static final Shelf SHELF = new Shelf();

    private final Map<String, Object> settings = new LinkedHashMap<>(Map.of(
            "backbone",
            "cifar-resnet20",
            "weights",
            "drawn",
            "side",
            32,
            "pixels",
            "expected",
            "trunk",
            "frozen",
            "images",
            60,
            "train-share",
            0.75,
            "epochs",
            3));

    @TempDir
    Path cache;

    @Test
    void a_frozen_backbone_gives_the_same_head_from_the_cache_and_after_the_cache_was_damaged() throws Exception {
        Outcome first = run(3);
        assertEquals(1, entries());
        assertEquals(digest(first), digest(run(3)));
        damage();
        assertEquals(digest(first), digest(run(3)));
        assertEquals(1, entries());
        assertNotEquals(digest(first), digest(run(4)));
        assertEquals(1, entries(), "another seed needs no other features");
        assertEquals(650, count(first, "trained"));
        assertEquals(269_722, count(first, "parameters in all"));
        assertEquals(0, count(first, "of these moved"));
        assertEquals(45, count(first, "images to train on"));
    }

    @Test
    void training_mode_moves_the_statistics_alone_and_another_head_comes_out() throws Exception {
        Outcome frozen = run(3);
        settings.put("trunk", "training-mode");
        Outcome moving = run(3);
        assertTrue(count(moving, "of these moved") > 1370, "of 1376 running statistics");
        assertEquals(0, count(moving, "backbone parameters moved"));
        assertNotEquals(digest(frozen), digest(moving));
        assertEquals(digest(moving), digest(run(3)), "each training starts from the statistics of the file");
    }

    @Test
    void another_normalisation_has_features_of_its_own() throws Exception {
        run(3);
        settings.put("pixels", "published");
        run(3);
        assertEquals(2, entries());
    }

    @Test
    void the_pixels_themselves_need_no_backbone() throws Exception {
        settings.putAll(Map.of("backbone", "none", "weights", "published"));
        assertEquals(30_730, count(run(3), "trained"));
        settings.put("trunk", "training-mode");
        assertThrows(BadJob.class, () -> run(3));
    }

    @Test
    void missing_weights_are_told_with_what_to_run() {
        settings.putAll(Map.of("backbone", "resnet18", "weights", "published", "side", 224));
        IOException missing = assertThrows(IOException.class, () -> run(3));
        assertTrue(String.valueOf(missing.getMessage()).contains("assay data fetch weights/resnet18"));
    }

    private Outcome run(long seed) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putAll(Map.of("fraction", 1, "batch", 16, "rate", 0.01));
        Job job = new Job(
                "svhn-transfer", "one", seed, (Fields) Values.of(all), "house-numbers", new DataHome(Path.of("none")));
        // A new one each time, so that nothing is left in memory.
        return new Transfer(new FeatureStore(cache, 1 << 20)).run(job, SHELF, (done, note) -> {});
    }

    private static Value digest(Outcome outcome) {
        return outcome.message().get("digest").orElseThrow();
    }

    private static double count(Outcome outcome, String name) {
        Fields counts = (Fields) outcome.message().get("counts").orElseThrow();
        return ((Tensor) counts.get(name).orElseThrow()).item();
    }

    private long entries() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".features")).count();
        }
    }

    private void damage() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            Path file = files.filter(one -> one.toString().endsWith(".features"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }
}
