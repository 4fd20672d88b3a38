package assay.data.weights;

import assay.data.Malformed;
import assay.data.Npy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Read .npz files of NumPy: a zip with an .npy array for each tensor; arrays of objects hold pickles and are refused. */
final class NpzWeights {
    private static final String ENDING = ".npy";
    private static final Map<String, ElementType> TYPES = Map.of(
            "f2", ElementType.FLOAT16,
            "f4", ElementType.FLOAT32,
            "f8", ElementType.FLOAT64,
            "i8", ElementType.INT64,
            "u1", ElementType.UINT8);

    private NpzWeights() {}

    /** Read what is in {@code file}; the numbers are read later. */
    static Weights read(Path file, ZipFile zip) throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (ZipEntry entry : zip.stream().toList()) {
            if (!entry.getName().endsWith(ENDING)) {
                throw new Malformed("it has the entry '" + Text.shown(entry.getName()) + "', which is no .npy array");
            }
            String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
            Npy.Head head;
            try (InputStream in = zip.getInputStream(entry)) {
                head = Npy.head(in);
            } catch (Malformed e) {
                throw new Malformed("array '" + Text.shown(name) + "': " + e.found());
            }
            List<Long> extents = new ArrayList<>();
            head.shape().forEach(extent -> extents.add((long) extent));
            ElementType type = TYPES.getOrDefault(head.type(), ElementType.UINT8);
            StoredTensor.Source source = (first, count) -> values(file, entry.getName(), count);
            tensors.put(name, new StoredTensor(file, name, type, Layout.dense(extents, 0), source));
        }
        return new Weights(file, "npz", tensors, Map.of());
    }

    private static byte[] values(Path file, String name, long count) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new Malformed("it has changed");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Npy array = Npy.read(in);
                if (array.values().length != count || in.read() >= 0) {
                    throw new Malformed("it has other numbers of values than its header announces");
                }
                return array.values();
            }
        }
    }
}
