package assay.experiment.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureStoreTest {
    private static final String KEY = FeatureStore.key(Map.of("backbone", "a"));
    private static final Features FEATURES =
            new Features(new float[][] {{1.5f, -0f}, {Float.MIN_VALUE, 3e38f}, {0, 7}}, 123, 45);
    /** Header of 32 bytes, six numbers of 4, check sum of 32. */
    private static final int SIZE = 88;

    @TempDir
    Path folder;

    @Test
    void what_is_kept_is_found_bit_for_bit() {
        FeatureStore store = new FeatureStore(folder, 1000);
        assertTrue(store.find(KEY).isEmpty());
        assertTrue(store.keep(KEY, FEATURES));
        Features found = store.find(KEY).orElseThrow();
        assertTrue(Arrays.deepEquals(FEATURES.values(), found.values()));
        assertArrayEquals(new long[] {123, 45}, new long[] {found.microseconds(), found.mebibytes()});
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 20, 40, 56, 87})
    void a_damaged_entry_is_not_found_and_goes_away(int at) throws IOException {
        FeatureStore store = new FeatureStore(folder, 1000);
        store.keep(KEY, FEATURES);
        Path file = only();
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(SIZE, bytes.length);
        bytes[at] ^= 4;
        Files.write(file, bytes);
        assertTrue(store.find(KEY).isEmpty());
        assertFalse(Files.exists(file));
    }

    @Test
    void a_cut_entry_is_not_found() throws IOException {
        FeatureStore store = new FeatureStore(folder, 1000);
        store.keep(KEY, FEATURES);
        Files.write(only(), Arrays.copyOf(Files.readAllBytes(only()), 50));
        assertTrue(store.find(KEY).isEmpty());
    }

    @Test
    void the_entry_unused_for_longest_makes_room() throws IOException {
        FeatureStore store = new FeatureStore(folder, 2 * SIZE);
        List<String> keys = Stream.of("a", "b", "c")
                .map(name -> FeatureStore.key(Map.of("backbone", name)))
                .toList();
        store.keep(keys.get(0), FEATURES);
        store.keep(keys.get(1), FEATURES);
        age(keys.get(0), 200);
        age(keys.get(1), 100);
        store.find(keys.get(0)); // used now, so the other one is older
        store.keep(keys.get(2), FEATURES);
        assertEquals(
                List.of(true, false, true),
                keys.stream().map(key -> store.find(key).isPresent()).toList());
    }

    @Test
    void what_is_larger_than_the_bound_is_not_kept() throws IOException {
        assertFalse(new FeatureStore(folder, SIZE - 1).keep(KEY, FEATURES));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void where_nothing_can_be_written_nothing_is_kept_and_nothing_breaks() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");
        FeatureStore store = new FeatureStore(file, 1000);
        assertFalse(store.keep(KEY, FEATURES));
        assertTrue(store.find(KEY).isEmpty());
    }

    @Test
    void names_and_values_of_facts_cannot_be_mistaken_for_each_other() {
        assertNotEquals(FeatureStore.key(Map.of("ab", "c")), FeatureStore.key(Map.of("a", "bc")));
        assertNotEquals(FeatureStore.key(Map.of("a", "b", "c", "d")), FeatureStore.key(Map.of("a", "bcd")));
    }

    private void age(String key, int seconds) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(key + ".features"), FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }
}
