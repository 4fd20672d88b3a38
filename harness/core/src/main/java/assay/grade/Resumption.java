package assay.grade;

import assay.check.Verdict;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Know which submissions of an interrupted class need not be graded again: those whose record is whole, was made under the
 * same settings, judged everything, and is about what is handed in now. The record is written last, so where it is, all
 * other files of the submission are.
 *
 * @param facts the provenance that a record must have
 */
public record Resumption(Map<String, String> facts) {
    public Resumption {
        facts = Map.copyOf(facts);
    }

    /** Return the record in {@code folder} if {@code handIn} need not be graded again. */
    public Optional<ResultRecord> finished(HandIn handIn, Path folder) throws IOException {
        Optional<ResultRecord> stored = read(folder);
        return stored.isPresent() && isWhole(stored.get(), handIn) && isSame(stored.get(), handIn)
                ? stored
                : Optional.empty();
    }

    private static Optional<ResultRecord> read(Path folder) {
        try {
            return Optional.of(ResultFile.read(folder));
        } catch (IOException e) {
            return Optional.empty(); // not there, or damaged: to be graded
        }
    }

    private boolean isWhole(ResultRecord record, HandIn handIn) {
        Map<String, String> own = record.provenance().facts();
        return record.submission().equals(handIn.id())
                && record.ungradable().isEmpty()
                && facts.entrySet().stream().allMatch(one -> one.getValue().equals(own.get(one.getKey())))
                && record.score().tasks().stream()
                        .flatMap(task -> task.checks().stream())
                        .noneMatch(check -> check.verdict() == Verdict.NOT_JUDGED);
    }

    /** What was removed in the meantime is taken as it was graded. */
    private static boolean isSame(ResultRecord record, HandIn handIn) throws IOException {
        if (!Files.exists(handIn.source(), LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        return Regrader.digestOf(handIn).equals(record.provenance().facts().get("submission.digest"));
    }
}
