package assay.verify;

/**
 * Count what was tried on one task, or on several.
 *
 * @param right right answers, written and made up
 * @param rejected those of them that did not get all points
 * @param wrong wrong answers
 * @param killed those of them that were rejected
 * @param mistakes those of the wrong answers that are known mistakes of the reference
 * @param diagnosed those of the mistakes that were called by their name
 */
public record TaskCount(String task, int right, int rejected, int wrong, int killed, int mistakes, int diagnosed) {
    /** Share of the mistakes that must be called by their name. */
    private static final double DIAGNOSED = 0.9;

    /** Start from nothing. */
    public static TaskCount none(String task) {
        return new TaskCount(task, 0, 0, 0, 0, 0, 0);
    }

    /** Add what {@code other} counted; the name stays. */
    public TaskCount plus(TaskCount other) {
        return new TaskCount(
                task,
                right + other.right,
                rejected + other.rejected,
                wrong + other.wrong,
                killed + other.killed,
                mistakes + other.mistakes,
                diagnosed + other.diagnosed);
    }

    /** Return whether all goals are met: nothing right rejected, all that is wrong killed, 90 % of the mistakes named. */
    public boolean reachesGoals() {
        return rejected == 0 && killed == wrong && diagnosed >= DIAGNOSED * mistakes;
    }
}
