package assay.verify;

import assay.check.Verdict;

/**
 * Be one thing that was verified of an assignment.
 *
 * @param sample name of the sample, or what was made up: "zeros", "reference"
 * @param task id of the task; "" for the sample as a whole
 * @param criterion id of the criterion; "" for the task or the sample as a whole
 * @param declared the verdict that it must get; PASSED for right answers, WRONG for wrong ones
 * @param verdict the verdict that was given
 * @param message what the student would read
 * @param complaint what is not as declared, "" when all is
 */
public record Finding(
        String sample,
        String task,
        String criterion,
        Verdict declared,
        Verdict verdict,
        String message,
        String complaint) {
    /** Return whether it is as declared. */
    public boolean holds() {
        return complaint.isEmpty();
    }

    /** Return task and criterion, "" for the sample as a whole. */
    public String place() {
        return (task + " " + criterion).strip();
    }
}
