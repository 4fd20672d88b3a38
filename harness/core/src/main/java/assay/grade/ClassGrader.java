package assay.grade;

import assay.result.ResultRecord;
import assay.result.SubmissionKey;
import assay.run.GradingException;
import assay.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        /** Hear of {@code result}; {@code kept} says that it is the one of an earlier run. */
        void graded(ResultRecord result, Path folder, boolean kept) throws IOException;
    }

    /** Grade with {@code grader} into {@code out}. */
    public ClassGrader(Grader grader, Path out) {
        this.grader = grader;
        this.out = out;
    }

    /**
     * List the submissions in a folder: its sub-folders and archives, by name.
     *
     * @throws IllegalArgumentException if two would be taken for one, naming both
     */
    public static List<HandIn> submissionsIn(Path folder) throws IOException {
        Map<String, HandIn> byId = new TreeMap<>();
        Map<String, HandIn> folded = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                boolean hidden = entry.getFileName().toString().startsWith(".");
                if (!hidden && SubmissionReader.accepts(entry)) {
                    HandIn one = HandIn.at(entry);
                    HandIn other = byId.putIfAbsent(one.id(), one);
                    HandIn alike = folded.putIfAbsent(one.folded(), one);
                    if (other != null) {
                        throw new IllegalArgumentException(
                                pair(other, one) + " would be the same submission; rename or remove one");
                    } else if (alike != null) {
                        throw new IllegalArgumentException(pair(alike, one)
                                + " differ in capitals or in the way an accent is written only, and a grade book takes"
                                + " them for one student; rename or remove one");
                    }
                }
            }
        }
        return List.copyOf(byId.values());
    }

    private static String pair(HandIn first, HandIn second) {
        return "'" + first.source().getFileName() + "' and '" + second.source().getFileName() + "'";
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

    /**
     * Grade all of {@code handIns} on {@code slots} threads but those that {@code resumption} knows as finished;
     * {@code listener} hears of each as it is done, several at a time. Records are not kept in memory, as a class may be large.
     *
     * @return the folders of the results, in the order of {@code handIns}
     */
    public List<Path> grade(List<HandIn> handIns, int slots, Optional<Resumption> resumption, Listener listener) {
        ExecutorService pool = Executors.newFixedThreadPool(slots);
        try {
            List<Future<Path>> futures = new ArrayList<>();
            for (HandIn handIn : handIns) {
                futures.add(pool.submit(() -> one(handIn, resumption, listener)));
            }
            List<Path> folders = new ArrayList<>();
            for (Future<Path> future : futures) {
                folders.add(future.get());
            }
            return folders;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingException("interrupted while grading", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException why) {
                throw new GradingException(
                        "the results can no longer be written to '" + out + "' (" + reason(why)
                                + "); what is graded is kept, so mend that and go on with 'assay grade ... --resume'",
                        e);
            }
            throw new GradingException("grading ended early: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Say what the system said: "No space left on device", "Read-only file system". */
    private static String reason(IOException why) {
        String own = why instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(why.getMessage());
        return why instanceof AccessDeniedException ? "no permission for " + why.getMessage() : own;
    }

    private Path one(HandIn handIn, Optional<Resumption> resumption, Listener listener) throws IOException {
        Path folder = folderOf(handIn.id());
        Optional<ResultRecord> finished =
                resumption.isPresent() ? resumption.get().finished(handIn, folder) : Optional.empty();
        ResultRecord result = finished.isPresent() ? finished.get() : grader.grade(handIn, folder);
        listener.graded(result, folder, finished.isPresent());
        return folder;
    }

    private Path folderOf(String id) {
        return out.resolve(SUBMISSIONS).resolve(SubmissionKey.of(id));
    }
}
