package assay.run;

import assay.assignment.Assignment;
import assay.assignment.Library;
import assay.assignment.Task;
import java.util.List;
import java.util.regex.Pattern;

/** Explain why imports of a library do not compile: a library is there for the tasks that declare it, and for no others. */
final class LibraryHint {
    private static final Pattern OF_DL4J = Pattern.compile("package org\\.(nd4j|deeplearning4j)\\b.*does not exist");

    private final Assignment assignment;

    LibraryHint(Assignment assignment) {
        this.assignment = assignment;
    }

    /** Return {@code outcome}, with the explanation where one is due. */
    Outcome explain(Outcome outcome, Task task) {
        return outcome instanceof Outcome.Failed failed
                        && failed.fault() == Fault.NOT_COMPILED
                        && !task.libraries().contains(Library.DL4J)
                        && OF_DL4J.matcher(failed.message()).find()
                ? new Outcome.Failed(failed.fault(), failed.message() + "; " + hint(), failed.where())
                : outcome;
    }

    private String hint() {
        List<String> tasks = assignment.tasks().stream()
                .filter(task -> task.libraries().contains(Library.DL4J))
                .map(Task::id)
                .toList();
        return tasks.isEmpty()
                ? "there is no DL4J in this assignment: use the JDK and assay.api"
                : "DL4J is there for " + String.join(", ", tasks)
                        + " alone: solve these in a file of their own, and the other tasks without it";
    }
}
