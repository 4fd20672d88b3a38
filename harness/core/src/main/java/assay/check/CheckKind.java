package assay.check;

import assay.assignment.Task;
import assay.check.diagnosis.Comparisons;
import assay.timing.TimingRule;
import java.util.Optional;

/**
 * Judge one kind of criterion. A new kind is one class: its nested {@code Spec} record names the YAML keys.
 *
 * @param <S> the parameters, a record; its constructor refuses wrong ones with a sentence
 */
public interface CheckKind<S extends Record> {
    /** Name the kind in grading files, for example {@code "close-to"}. */
    String name();

    /** Return the record that the parameters are bound to. */
    Class<S> specType();

    /**
     * Return why {@code spec} does not fit the task (names an answer that the task does not have, ...), or "".
     * Called when the assignment is read.
     */
    default String objection(S spec, Task task) {
        return "";
    }

    /** Return the cases that it looks at; a name among them that no case has is refused when the assignment is read. */
    default Selection on(S spec) {
        return Selection.all();
    }

    /** Return how far numbers may be off; empty where none are compared. */
    default Optional<Tolerance> tolerance(S spec) {
        return Optional.empty();
    }

    /** Return whether there is one right answer only; false for witnesses and constructions, of which many are right. */
    default boolean isUnique() {
        return true;
    }

    /** Return whether the judgement depends on time that was measured: then it may differ from run to run, and is never cached. */
    default boolean dependsOnTime() {
        return false;
    }

    /**
     * Return whether the trials so far are enough. Asked of tasks that train only, where each trial is costly: a kind that
     * judges every trial by itself is content with those that the other criteria need.
     */
    default boolean isDecided(S spec, CheckContext context) {
        return true;
    }

    /** Return how to measure the time that the judgement depends on; empty where it depends on none. */
    default Optional<TimingRule> timing(S spec) {
        return Optional.empty();
    }

    /** Lay all numbers that it compares beside the right ones; empty where it compares none, or where there are none. */
    default Optional<Comparisons> compared(S spec, CheckContext context) {
        return Optional.empty();
    }

    /** Judge; pure: the same arguments give the same judgement. */
    Judgement judge(S spec, CheckContext context);
}
