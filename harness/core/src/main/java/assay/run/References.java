package assay.run;

import assay.api.reference.ReferenceCatalogue;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Hold the reference tasks of one assignment, by id. */
public final class References {
    private final Map<String, ReferenceTask> byTask = new LinkedHashMap<>();

    private References() {}

    /** Find the reference tasks of {@code assignmentId} on the class path; none are there in a student's kit. */
    public static References find(String assignmentId) {
        References references = new References();
        for (ReferenceCatalogue catalogue : ServiceLoader.load(ReferenceCatalogue.class)) {
            catalogue.tasks(assignmentId).forEach(task -> references.byTask.put(task.id(), task));
        }
        return references;
    }

    /** Find the reference tasks of {@code assignment}; those that train are put on their data. */
    public static References find(Assignment assignment) {
        References found = find(assignment.id());
        if (assignment.tasks().stream().noneMatch(task -> task.data().isPresent())) {
            return found;
        }
        TrainingRoom room = TrainingRoom.of(assignment);
        return of(found.byTask.values().stream()
                .flatMap(task -> room.on(task).stream())
                .toList());
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

    /** Return whether there is none. */
    public boolean isEmpty() {
        return byTask.isEmpty();
    }
}
