package assay.cli;

import assay.check.Verdict;
import assay.result.ResultRecord;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Name the exit codes; the worst of all submissions wins, in the order NOT_JUDGED, UNGRADABLE, WRONG, INCONCLUSIVE. */
public enum ExitCode {
    /** Everything that was judged has passed. */
    PASSED(0),
    /** Something is wrong, missing or skipped. */
    WRONG(1),
    /** Something that was handed in could not be graded, or belongs to nothing: a misspelt name must not pass unnoticed. */
    UNGRADABLE(2),
    /** Something was not judged: our fault or the machine's. */
    NOT_JUDGED(3),
    /** Nothing is wrong, but the evidence does not suffice. */
    INCONCLUSIVE(4),
    /** The command line, or a file that an author wrote, is not as it must be. */
    USAGE(64);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** Return the number. */
    public int code() {
        return code;
    }

    /** Return the code for graded submissions. */
    public static ExitCode of(Collection<ResultRecord> results) {
        Set<Verdict> given = EnumSet.noneOf(Verdict.class);
        boolean unread = false;
        for (ResultRecord result : results) {
            unread |= !result.ungradable().isEmpty() || result.misplaced() > 0;
            result.score().tasks().forEach(task -> task.checks().forEach(check -> given.add(check.verdict())));
        }
        if (given.contains(Verdict.NOT_JUDGED) || results.isEmpty()) {
            return NOT_JUDGED;
        } else if (unread || given.contains(Verdict.UNGRADABLE)) {
            return UNGRADABLE;
        } else if (given.contains(Verdict.WRONG)
                || given.contains(Verdict.MISSING)
                || given.contains(Verdict.SKIPPED)) {
            return WRONG;
        }
        return given.contains(Verdict.INCONCLUSIVE) ? INCONCLUSIVE : PASSED;
    }
}
