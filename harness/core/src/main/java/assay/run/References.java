package assay.run;

import assay.api.reference.ReferenceCatalogue;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.assignment.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Hold the reference tasks of one assignment, by id. */
public final class References {
    private final Map<String, ReferenceTask> byTask = new LinkedHashMap<>();
    private final Map<String, String> missing = new TreeMap<>();

    private References() {}

    /** Find the reference tasks of {@code assignmentId} on the class path; none are there in a student's kit. */
    public static References find(String assignmentId) {
        References references = new References();
        for (ReferenceCatalogue catalogue : ServiceLoader.load(ReferenceCatalogue.class)) {
            catalogue.tasks(assignmentId).forEach(task -> references.byTask.put(task.id(), task));
        }
        return references;
    }

    /**
     * Find the reference tasks of {@code assignment}; those that train are put on their data, those that practise or judge
     * predictions are made of them.
     */
    public static References find(Assignment assignment) {
        References found = find(assignment.id());
        if (assignment.tasks().stream().noneMatch(task -> task.data().isPresent())) {
            return found;
        }
        TrainingRoom room = TrainingRoom.of(assignment);
        References placed = new References();
        placed.missing.putAll(room.missing());
        for (Task task : assignment.tasks()) {
            room.on(task, found.of(task.id())).ifPresent(one -> placed.byTask.put(task.id(), one));
            if (assignment.complete()) {
                HandedInPredictions.of(task).ifPresent(placed::add);
            }
        }
        return placed;
    }

    private void add(HandedInPredictions predictions) {
        String objection = predictions.objection();
        if (objection.isEmpty()) {
            byTask.put(predictions.id(), predictions);
        } else {
            missing.put(predictions.id(), objection);
        }
    }

    /** Hold {@code tasks}. */
    public static References of(List<? extends ReferenceTask> tasks) {
        References references = new References();
        tasks.forEach(task -> references.byTask.put(task.id(), task));
        return references;
    }

    /** Find the reference of one task. */
    public Optional<ReferenceTask> of(String task) {
        return Optional.ofNullable(byTask.get(task));
    }

    /** Return why the data of a task are not here, with what to do; empty where they are, or where none are needed. */
    public Optional<String> missing(String task) {
        return Optional.ofNullable(missing.get(task));
    }

    /** Return whether there is none. */
    public boolean isEmpty() {
        return byTask.isEmpty();
    }
}
