package assay.grade;

import assay.result.ResultFile;
import assay.result.ResultRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Find and read the stored results of a class. */
public final class StoredResults {
    private final Path out;

    /** Work on the folder that {@code grade} wrote. */
    public StoredResults(Path out) {
        this.out = out;
    }

    /** Return the folders that hold a result, by name. */
    public List<Path> folders() throws IOException {
        Path submissions = out.resolve(ClassGrader.SUBMISSIONS);
        Path root = Files.isDirectory(submissions) ? submissions : out;
        if (Files.isRegularFile(root.resolve(ResultFile.NAME))) {
            return List.of(root);
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")
                            && Files.isRegularFile(entry.resolve(ResultFile.NAME)))
                    .sorted()
                    .toList();
        }
    }

    /** Read all stored records. */
    public List<ResultRecord> read() throws IOException {
        List<ResultRecord> results = new ArrayList<>();
        for (Path folder : folders()) {
            results.add(ResultFile.read(folder));
        }
        return results;
    }
}
