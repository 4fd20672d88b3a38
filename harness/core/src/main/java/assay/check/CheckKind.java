package assay.check;

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
    default String objection(S spec, assay.assignment.Task task) {
        return "";
    }

    /** Judge; pure: the same arguments give the same judgement. */
    Judgement judge(S spec, CheckContext context);
}
