package assay.grade;

import assay.result.ResultRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * Be one submission that was judged again.
 *
 * @param folder where its files are
 * @param after the new record; the old one where {@code left} says why there is none
 * @param left why it was left as it is, or ""
 */
public record Regraded(Path folder, ResultRecord before, ResultRecord after, List<Change> changes, String left) {
    public Regraded {
        changes = List.copyOf(changes);
    }

    /** Return whether the student loses by it in any criterion. */
    public boolean lowers() {
        return changes.stream().anyMatch(Change::lowers)
                || !(after.score().points() >= before.score().points());
    }
}
