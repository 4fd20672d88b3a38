package assay.run;

import assay.assignment.Assignment;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.assignment.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tell of code that is marked for a task which the assignment does not have, or not for code: it would be lost silently. */
final class Misplaced {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 80;

    private final Assignment assignment;

    Misplaced(Assignment assignment) {
        this.assignment = assignment;
    }

    /** Return one sentence for each of {@code offered} that is no task for code, in their order; few and short enough to print. */
    List<String> of(Language language, Collection<String> offered) {
        List<String> known = assignment.tasks().stream()
                .filter(task -> task.ways().contains(Way.CODE))
                .map(Task::id)
                .toList();
        List<String> unknown =
                offered.stream().filter(task -> !known.contains(task)).toList();
        List<String> told = new ArrayList<>();
        String mark = language == Language.JAVA ? "Java: @Solves" : "Python: @solves";
        for (String task : unknown.subList(0, Math.min(MOST, unknown.size()))) {
            told.add(mark + "(\"" + shown(task) + "\"): " + complaint(task, known));
        }
        if (unknown.size() > MOST) {
            told.add(mark + ": " + (unknown.size() - MOST) + " more names are no tasks.");
        }
        return told;
    }

    private String complaint(String task, List<String> known) {
        Optional<Task> there = assignment.task(task);
        if (there.isPresent() && there.get().ways().contains(Way.PREDICTIONS)) {
            return "this task is answered by the file " + PredictionsFile.stem(task) + ".csv, not with code.";
        } else if (there.isPresent()) {
            return "this task is answered in answers.yaml, not with code.";
        } else if (known.contains(task.strip())) {
            return "remove the spaces around the name.";
        }
        return "there is no task '" + shown(task) + "'; " + Suggestion.of(start(task), known);
    }

    private static String shown(String task) {
        // The quotes keep spaces at the ends.
        String quoted = Printable.line("'" + start(task) + "'", 10 * LONGEST_NAME);
        return quoted.substring(1, quoted.length() - 1) + (task.length() > LONGEST_NAME ? "..." : "");
    }

    private static String start(String task) {
        return task.substring(0, Math.min(LONGEST_NAME, task.length()));
    }
}
