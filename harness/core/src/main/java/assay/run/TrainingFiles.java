package assay.run;

import assay.api.TrainingSet;
import assay.assignment.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hold the training sets that a child may read, by name. Test images and their labels are not among them.
 *
 * @param descriptions one line for each set: what it is and where it comes from
 */
public record TrainingFiles(SortedMap<String, TrainingSet> sets, Map<String, String> descriptions) {
    public TrainingFiles {
        sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
        descriptions = Map.copyOf(descriptions);
    }

    /** Return no training sets. */
    public static TrainingFiles none() {
        return new TrainingFiles(new TreeMap<>(), Map.of());
    }

    /** Return whether there are none. */
    boolean isEmpty() {
        return sets.isEmpty();
    }

    /** Write each set into a folder of its name within {@code parent}/{@code training-...}, once; return the latter. */
    Path stage(Path parent) throws IOException {
        Digest digest = new Digest();
        descriptions.keySet().stream()
                .sorted()
                .forEach(name ->
                        digest.add(name, descriptions.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8)));
        Path folder = parent.resolve("training-" + digest.hex().substring(0, 16));
        synchronized (TrainingFiles.class) {
            if (!Files.isDirectory(folder)) {
                Path making = Files.createDirectories(parent.resolve("training-in-the-making"));
                WorkerStage.open(making);
                for (Map.Entry<String, TrainingSet> entry : sets.entrySet()) {
                    Path one = Files.createDirectories(making.resolve(entry.getKey()));
                    WorkerStage.open(one);
                    entry.getValue().write(one, descriptions.getOrDefault(entry.getKey(), ""));
                    for (String file : java.util.List.of("images.npy", "labels.npy", "README.txt")) {
                        WorkerStage.readable(one.resolve(file));
                    }
                }
                Files.move(making, folder);
            }
        }
        return folder;
    }
}
