package assay.run;

import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.assignment.GivenCase;
import assay.assignment.Task;
import assay.assignment.TaskGrading;
import assay.assignment.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draw the requests for one submission: the written cases, the reference's edge cases, then the random draws. */
public final class RunPlanner {
    /** Name the only case of a task without inputs. */
    private static final String ONLY = "answer";

    private final Assignment assignment;
    private final References references;

    /** Plan for {@code assignment}. */
    public RunPlanner(Assignment assignment, References references) {
        this.assignment = assignment;
        this.references = references;
    }

    /** Plan one submission; the same seed gives the same plan. */
    public RunPlan plan(String submission, Seeds seeds) {
        return plan(submission, seeds, seeds);
    }

    /** Plan one submission; {@code course} is what all submissions of a course have in common. */
    public RunPlan plan(String submission, Seeds seeds, Seeds course) {
        List<Request> requests = new ArrayList<>();
        for (TaskGrading grading : assignment.grading()) {
            if (references.missing(grading.task()).isEmpty()) {
                requests.addAll(requests(grading, seeds, course));
            }
        }
        return new RunPlan(assignment.id(), assignment.version(), submission, seeds, requests);
    }

    private List<Request> requests(TaskGrading grading, Seeds seeds, Seeds course) {
        List<Request> requests = new ArrayList<>();
        for (GivenCase given : grading.cases()) {
            requests.add(request(grading.task(), given.name(), true, given.inputs(), seeds, requests.size()));
        }
        Optional<ReferenceTask> reference = references.of(grading.task());
        boolean asksInputs =
                assignment.task(grading.task()).map(RunPlanner::asksInputs).orElse(false);
        if (asksInputs && reference.isPresent() && drawsFrom(grading)) {
            for (EdgeCase edge : reference.get().edgeCases()) {
                requests.add(request(grading.task(), edge.name(), true, edge.inputs(), seeds, requests.size()));
            }
            Draw draw = new Draw(seeds.draws(grading.task()));
            for (int i = 1; i <= grading.draws(); i++) {
                Inputs drawn = reference.get().draw(draw);
                requests.add(request(grading.task(), "draw " + i, false, drawn, seeds, requests.size()));
            }
        }
        if (!asksInputs && requests.isEmpty()) {
            boolean predicted = assignment
                    .task(grading.task())
                    .map(task -> task.ways().contains(Way.PREDICTIONS))
                    .orElse(false);
            Inputs only = predicted && reference.isPresent()
                    ? HandedInPredictions.request(grading.task(), course)
                    : Inputs.none();
            requests.add(request(grading.task(), ONLY, true, only, seeds, 0));
        }
        return requests;
    }

    /** Return the names of all cases that are planned besides the draws. */
    public static List<String> names(Task task, TaskGrading grading, Optional<ReferenceTask> reference) {
        List<String> names =
                new ArrayList<>(grading.cases().stream().map(GivenCase::name).toList());
        if (asksInputs(task) && drawsFrom(grading)) {
            reference.ifPresent(known -> known.edgeCases().forEach(edge -> names.add(edge.name())));
        }
        if (!asksInputs(task) && names.isEmpty()) {
            names.add(ONLY);
        }
        return names;
    }

    private static boolean asksInputs(Task task) {
        return !task.inputs().isEmpty();
    }

    private static boolean drawsFrom(TaskGrading grading) {
        return grading.draws() > 0 || grading.cases().isEmpty();
    }

    private static Request request(String task, String label, boolean edge, Inputs inputs, Seeds seeds, int index) {
        return new Request(seeds.requestId(task, index), task, label, edge, inputs);
    }
}
