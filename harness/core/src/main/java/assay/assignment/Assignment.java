package assay.assignment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hold one assignment: the public description and the grading that applies (private when it is there, else self-check).
 *
 * @param digest SHA-256 over the files that decide verdicts, in hex
 * @param complete whether the private grading is used; false means that criteria without a check are hidden
 * @param rubric what a person marks; empty where the private files are missing
 */
public record Assignment(
        String id,
        int version,
        String title,
        Path folder,
        String digest,
        boolean complete,
        Limits limits,
        List<Task> tasks,
        List<TaskGrading> grading,
        Rubric rubric) {
    public Assignment {
        tasks = List.copyOf(tasks);
        grading = List.copyOf(grading);
    }

    /** Return the sum of the points of all tasks. */
    public double points() {
        return tasks.stream().mapToDouble(Task::points).sum();
    }

    /** Find a task by its id. */
    public Optional<Task> task(String taskId) {
        return tasks.stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    /** Find the grading of a task. */
    public Optional<TaskGrading> gradingOf(String taskId) {
        return grading.stream().filter(one -> one.task().equals(taskId)).findFirst();
    }
}
