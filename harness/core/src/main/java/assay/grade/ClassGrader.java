package assay.grade;

import assay.result.ResultRecord;
import assay.result.SubmissionKey;
import assay.run.GradingException;
import assay.submission.SubmissionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Grade a class: one submission after another on each of several slots, results in the order of the names. */
public final class ClassGrader {
    /** Name the folder that holds one folder per submission. */
    public static final String SUBMISSIONS = "submissions";

    private final Grader grader;
    private final Path out;

    /** Hear of a submission as soon as it is graded, on the thread that graded it; {@code folder} holds its files. */
    @FunctionalInterface
    public interface Listener {
        /** Hear of {@code result}. */
        void graded(ResultRecord result, Path folder) throws IOException;
    }

    /** Grade with {@code grader} into {@code out}. */
    public ClassGrader(Grader grader, Path out) {
        this.grader = grader;
        this.out = out;
    }

    /**
     * List the submissions in a folder: its sub-folders and archives, by name.
     *
     * @throws IllegalArgumentException if two have the same id, naming both
     */
    public static List<Path> submissionsIn(Path folder) throws IOException {
        Map<String, Path> byId = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                boolean hidden = entry.getFileName().toString().startsWith(".");
                if (!hidden && SubmissionReader.accepts(entry)) {
                    Path other = byId.putIfAbsent(SubmissionReader.idOf(entry), entry);
                    if (other != null) {
                        throw new IllegalArgumentException("'" + other.getFileName() + "' and '" + entry.getFileName()
                                + "' would be the same submission; rename or remove one");
                    }
                }
            }
        }
        return List.copyOf(byId.values());
    }

    /** List the names in a folder that are neither submissions nor hidden. */
    public static List<String> strangersIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !SubmissionReader.accepts(entry))
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Grade all of {@code sources} on {@code slots} threads; {@code listener} hears of each as it is done, several at a time. */
    public List<ResultRecord> grade(List<Path> sources, int slots, Listener listener) {
        ExecutorService pool = Executors.newFixedThreadPool(slots);
        try {
            List<Future<ResultRecord>> futures = new ArrayList<>();
            for (Path source : sources) {
                futures.add(pool.submit(() -> one(source, listener)));
            }
            List<ResultRecord> results = new ArrayList<>();
            for (Future<ResultRecord> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingException("interrupted while grading", e);
        } catch (ExecutionException e) {
            throw new GradingException("grading ended early: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private ResultRecord one(Path source, Listener listener) {
        try {
            Path folder = folderOf(SubmissionReader.idOf(source));
            ResultRecord result = grader.grade(source, folder);
            listener.graded(result, folder);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folderOf(String id) {
        return out.resolve(SUBMISSIONS).resolve(SubmissionKey.of(id));
    }
}
