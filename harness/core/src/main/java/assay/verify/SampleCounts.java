package assay.verify;

import assay.assignment.Task;
import assay.check.Verdict;
import java.util.List;

/**
 * Count the samples as right and wrong answers to a task: one that is declared to pass all criteria of the task is a right
 * answer to it, one that is declared to be wrong by some is a wrong one. What is not answered counts as neither.
 */
final class SampleCounts {
    private SampleCounts() {}

    /** Count one sample. */
    static TaskCount of(Task task, List<Finding> findings) {
        List<Finding> own = findings.stream()
                .filter(one -> one.task().equals(task.id()) && !one.criterion().isEmpty())
                .toList();
        boolean right = !own.isEmpty() && own.stream().allMatch(one -> one.declared() == Verdict.PASSED);
        boolean rejected =
                own.stream().anyMatch(one -> one.declared() == Verdict.PASSED && one.verdict() != Verdict.PASSED);
        List<Finding> wrong =
                own.stream().filter(one -> one.declared() == Verdict.WRONG).toList();
        boolean killed =
                wrong.stream().noneMatch(one -> one.verdict() == Verdict.PASSED || one.verdict() == Verdict.NOT_JUDGED);
        return new TaskCount(
                task.id(),
                right ? 1 : 0,
                rejected ? 1 : 0,
                wrong.isEmpty() ? 0 : 1,
                !wrong.isEmpty() && killed ? 1 : 0,
                0,
                0);
    }
}
