package assay.grade;

import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Go through the stored results of a class: read them, or judge their answers again without running anything. */
public final class Rechecker {
    private final Path out;

    /** Work on the folder that {@code grade} wrote. */
    public Rechecker(Path out) {
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
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(ResultFile.NAME)))
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

    /** Judge the stored answers of one folder again and store the new record. */
    public ResultRecord recheck(Path folder, Grader grader) throws IOException {
        ResultRecord before = ResultFile.read(folder);
        boolean ran = Files.isRegularFile(folder.resolve(RunFiles.ANSWERS));
        ResultRecord after = ran ? grader.recheck(before, RunFiles.read(folder, grader.room())) : before;
        ResultFile.write(after, folder);
        return after;
    }
}
