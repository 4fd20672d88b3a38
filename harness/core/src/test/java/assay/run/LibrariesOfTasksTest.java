package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.assignment.Assignment;
import assay.assignment.Library;
import assay.assignment.Limits;
import assay.assignment.Rubric;
import assay.assignment.Task;
import assay.assignment.Way;
import assay.submission.AnswersFile;
import assay.submission.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which child gets which libraries. */
class LibrariesOfTasksTest {
    private static final Assignment ASSIGNMENT = new Assignment(
            "tiny",
            1,
            "Tiny",
            Path.of("tiny"),
            "",
            true,
            Limits.standard(),
            List.of(task("first", List.of()), task("net", List.of(Library.DL4J)), task("last", List.of())),
            List.of(),
            Rubric.none());
    private static final Outcome.Failed NO_PACKAGE =
            new Outcome.Failed(Fault.NOT_COMPILED, "package org.nd4j.linalg.factory does not exist", "A.java:2");

    private static Task task(String id, List<Library> libraries) {
        return new Task(id, "1", "A", List.of(Way.CODE), List.of(), List.of(), List.of(), Optional.empty(), libraries);
    }

    @Test
    void a_child_has_the_libraries_of_its_tasks_and_no_others() {
        List<ChildPlan> plans = new ArrayList<>();
        RunTrace trace = run(plans, "A.java");
        assertEquals(
                List.of(List.of(), List.of(Library.DL4J)),
                plans.stream().map(ChildPlan::libraries).toList());
        assertEquals(
                List.of("first last", "net"),
                plans.stream()
                        .map(plan -> plan.requests().stream().map(Request::task).collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(Map.of("backend", "stub"), trace.libraries());
    }

    @Test
    void python_has_none() {
        List<ChildPlan> plans = new ArrayList<>();
        run(plans, "a.py");
        assertEquals(
                List.of(List.of()), plans.stream().map(ChildPlan::libraries).toList());
    }

    @Test
    void an_import_that_only_other_tasks_may_use_is_explained() {
        RunTrace trace = run(new ArrayList<>(), "A.java");
        Outcome.Failed plain = (Outcome.Failed) trace.exchanges().get(0).outcome();
        assertTrue(plain.message().contains("DL4J is there for net alone"), plain.message());
        assertEquals(NO_PACKAGE, trace.exchanges().get(1).outcome());
    }

    private static RunTrace run(List<ChildPlan> plans, String file) {
        Submission submission = new Submission("s", Path.of("s"), List.of(file), "", List.of());
        List<Request> requests = ASSIGNMENT.tasks().stream()
                .map(task -> new Request(task.id(), task.id(), "answer", true, Inputs.none()))
                .toList();
        RunPlan plan = new RunPlan("tiny", 1, "s", Seeds.derive("", "s", "tiny", 1), requests);
        return new SubmissionRun(ASSIGNMENT, new Noting(plans)).run(submission, AnswersFile.none(), plan);
    }

    /** Note what children would be given. */
    private static final class Noting extends SandboxStub {
        private final List<ChildPlan> plans;

        Noting(List<ChildPlan> plans) {
            super(IsolationLevel.C);
            this.plans = plans;
        }

        @Override
        public ChildTrace run(ChildPlan plan) {
            plans.add(plan);
            Map<String, Outcome> outcomes =
                    plan.requests().stream().collect(Collectors.toMap(Request::id, request -> NO_PACKAGE));
            Map<String, String> libraries = plan.libraries().isEmpty() ? Map.of() : Map.of("backend", "stub");
            return new ChildTrace(outcomes, "", List.of(), List.of(), libraries, Map.of());
        }
    }
}
