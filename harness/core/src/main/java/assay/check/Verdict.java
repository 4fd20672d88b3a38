package assay.check;

/** Name what is said of one criterion. */
public enum Verdict {
    /** Right. */
    PASSED,
    /** Answered, and not right; the student's. */
    WRONG,
    /** Nothing was handed in for it. */
    MISSING,
    /** Something was handed in that cannot be judged; says why. */
    UNGRADABLE,
    /** A criterion that this one needs has not passed. */
    SKIPPED,
    /** The evidence does not suffice either way. */
    INCONCLUSIVE,
    /** Judged only where the private grading is: not run here. */
    HIDDEN,
    /** Our fault or the machine's; never zero points. */
    NOT_JUDGED
}
