package assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Import, verify and open small sets that are published here for the test. */
class StoreTest {
    private static final byte[] IMAGES = Made.idx(Made.ramp(24, 256), 2, 3, 4);
    private static final byte[] LABELS = Made.idx(new byte[] {7, 0}, 2);
    private static final byte[] SVHN = Made.svhn(ByteOrder.LITTLE_ENDIAN, true, 2, new byte[] {10, 3});

    @TempDir
    private Path temp;

    private final List<String> notes = new ArrayList<>();
    private Path source;
    private DataStore store;
    private Importer importer;

    @BeforeEach
    void publish() throws IOException {
        source = Files.createDirectories(temp.resolve("downloads"));
        List<Published> files = new ArrayList<>();
        for (String part : new String[] {"train", "test"}) {
            files.add(packed(part + "-images.gz", part.equals("train") ? IMAGES : Made.idx(new byte[12], 1, 3, 4)));
            files.add(packed(part + "-labels.gz", part.equals("train") ? LABELS : Made.idx(new byte[1], 1)));
        }
        byte[] other = Made.svhn(ByteOrder.LITTLE_ENDIAN, false, 1, new byte[] {5});
        files.add(plain("svhn", "train.mat", SVHN));
        files.add(plain("svhn", "test.mat", other));
        store = new DataStore(new DataHome(temp.resolve("home")), files);
        importer = new Importer(store, new Progress() {
            @Override
            public void at(String file, long done, long total) {}

            @Override
            public void note(String message) {
                notes.add(message);
            }
        });
    }

    private Published packed(String name, byte[] content) throws IOException {
        String contents = Digests.of(Files.write(temp.resolve("sum"), content));
        Path file = Files.write(source.resolve(name), Made.gzip(content));
        return new Published(
                "mnist", name, Files.size(file), Digests.of(file), contents, List.of("https://a.example/"));
    }

    private Published plain(String set, String name, byte[] content) throws IOException {
        Path file = Files.write(source.resolve(name), content);
        String sum = Digests.of(file);
        return new Published(set, name, content.length, sum, sum, List.of("https://a.example/"));
    }

    private static String message(Executable failing) {
        return String.valueOf(assertThrows(BadData.class, failing).getMessage());
    }

    private List<DataStore.State> states(String set) {
        return store.verify(set).stream().map(DataStore.FileState::state).toList();
    }

    @Test
    void a_folder_is_imported_and_opened() throws IOException {
        assertEquals(6, importer.take(source).size());
        DataSet mnist = DataSets.open("mnist", store);
        assertArrayEquals(new byte[] {7, 0}, mnist.train().labels());
        assertEquals(1, mnist.test().size());
        assertFalse(mnist.synthetic());
        DataSet svhn = DataSets.open("svhn", store);
        assertArrayEquals(new byte[] {0, 3}, svhn.train().labels());
        assertEquals(Digests.of(svhn.train(), svhn.test()), svhn.sha256());
        try (Stream<Path> all = Files.walk(temp.resolve("home"))) {
            assertTrue(all.noneMatch(path -> path.toString().endsWith(".partial")));
        }
    }

    @Test
    void files_are_known_by_their_contents() throws IOException {
        Path renamed = Files.write(temp.resolve("download (1)"), Made.gzip(IMAGES));
        assertEquals(List.of(temp.resolve("home/mnist/train-images.gz")), importer.take(renamed));
        Path unpacked = Files.write(temp.resolve("whatever"), LABELS);
        assertEquals(List.of(temp.resolve("home/mnist/train-labels")), importer.take(unpacked));
        DataStore.State good = DataStore.State.GOOD;
        DataStore.State missing = DataStore.State.MISSING;
        assertEquals(List.of(good, good, missing, missing), states("mnist"));
    }

    @Test
    void a_copy_in_a_folder_is_known_by_its_contents_and_other_files_are_passed_over() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("folder/deep"));
        Files.move(source.resolve("train.mat"), folder.resolve("a.bin"));
        Files.writeString(folder.resolve("notes.txt"), "no data");
        assertEquals(List.of(temp.resolve("home/svhn/train.mat")), importer.take(temp.resolve("folder")));
    }

    @Test
    void what_is_packed_anew_counts_as_the_same() throws IOException {
        byte[] again = Made.gzip(IMAGES);
        again[9] ^= 1; // the operating system that packed it
        importer.take(Files.write(temp.resolve("again.gz"), again));
        assertEquals(DataStore.State.GOOD, states("mnist").get(0));
    }

    @Test
    void what_is_there_and_good_is_not_copied_again() throws IOException {
        importer.take(source.resolve("train.mat"));
        importer.take(source.resolve("train.mat"));
        assertEquals("svhn/train.mat is there already and good", notes.get(1));
    }

    @Test
    void a_bad_file_makes_way_for_a_good_one_under_either_name() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("home/mnist"));
        Files.writeString(folder.resolve("train-images.gz"), "bad");
        importer.take(Files.write(temp.resolve("plain"), IMAGES));
        assertEquals(DataStore.State.GOOD, states("mnist").get(0));
        Files.writeString(folder.resolve("train-images"), "bad");
        importer.take(source.resolve("train-images.gz"));
        assertEquals(DataStore.State.GOOD, states("mnist").get(0));
    }

    @Test
    void a_file_that_is_not_known_is_named_with_what_it_is() throws IOException {
        Path cut = Files.write(temp.resolve("train.mat"), new byte[10]);
        String size = "it has the name of a file of svhn but has 10 bytes instead of " + SVHN.length;
        assertTrue(message(() -> importer.take(cut)).contains(size));
        Path fashion = Files.write(temp.resolve("fashion"), Made.idx(new byte[24], 2, 3, 4));
        assertTrue(message(() -> importer.take(fashion)).contains("it is an IDX file of shape [2, 3, 4] and none"));
        byte[] other = Made.svhn(ByteOrder.LITTLE_ENDIAN, true, 1, new byte[] {1});
        Path part = Files.write(temp.resolve("part"), other);
        assertTrue(message(() -> importer.take(part)).contains("it is a MAT-file with 1 images and none"));
        Path text = Files.writeString(temp.resolve("text"), "hello");
        assertTrue(message(() -> importer.take(text)).contains("Known are train-images.gz, "));
        Path empty = Files.createDirectories(temp.resolve("empty"));
        assertTrue(message(() -> importer.take(empty)).contains("no file of a data set is in this folder"));
    }

    @Test
    void missing_files_are_named_with_what_to_run() throws IOException {
        importer.take(source.resolve("train.mat"));
        MissingData e = assertThrows(MissingData.class, () -> DataSets.open("svhn", store));
        assertEquals(
                "the data set 'svhn' is not complete in " + temp.resolve("home") + ": without test.mat."
                        + " Run 'assay data fetch svhn', or 'assay data import FILE' with a file that you have,"
                        + " or set ASSAY_DATA to a folder that holds svhn/.",
                e.getMessage());
        assertTrue(store.missingBytes("svhn") > 0 && !store.isComplete("svhn"));
    }

    @Test
    void a_sound_file_with_another_pixel_is_not_opened() throws IOException {
        importer.take(source);
        byte[] changed = IMAGES.clone();
        changed[20] ^= 1;
        Files.write(temp.resolve("home/mnist/train-images.gz"), Made.gzip(changed));
        String message = message(() -> DataSets.open("mnist", store));
        assertTrue(message.contains("it is not the published train-images.gz (SHA-256 of its contents is "), message);
        assertTrue(message.endsWith("or set ASSAY_DATA to a folder that holds mnist/."), message);
        assertEquals(DataStore.State.BAD, states("mnist").get(0));
    }

    @Test
    void an_unknown_name_is_told_with_the_known_ones() {
        MissingData e = assertThrows(MissingData.class, () -> DataSets.open("mnits", store));
        assertEquals(
                "there is no data set 'mnits'; known: mnist, svhn, svhn-part, digits, house-numbers", e.getMessage());
    }
}
