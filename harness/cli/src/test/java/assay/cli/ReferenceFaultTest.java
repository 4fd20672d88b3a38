package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.grade.Grader;
import assay.result.ResultRecord;
import assay.run.OnDemandSandbox;
import assay.run.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reference that fails costs nobody a point: what it judges is not judged, exit code 3. */
class ReferenceFaultTest {
    private static final String TASK = "linreg/derivatives";

    @TempDir
    private Path folder;

    /** Be a reference of which one part is broken. */
    private record Broken(ReferenceTask task, Function<Inputs, Answers> solver, boolean drawFails)
            implements ReferenceTask {
        @Override
        public String id() {
            return task.id();
        }

        @Override
        public Inputs draw(Draw draw) {
            if (drawFails) {
                throw new IllegalStateException("no draw");
            }
            return task.draw(draw);
        }

        @Override
        public List<EdgeCase> edgeCases() {
            return task.edgeCases();
        }

        @Override
        public Answers solve(Inputs inputs) {
            return solver.apply(inputs);
        }

        @Override
        public Answers scale(Inputs inputs) {
            return task.scale(inputs);
        }

        @Override
        public List<Mistake> mistakes() {
            return task.mistakes();
        }

        @Override
        public Map<String, Claim> claims() {
            return task.claims();
        }
    }

    private ResultRecord grade(Function<Inputs, Answers> solver, boolean drawFails) throws IOException {
        Workspace workspace = new Workspace(Shell.home(), Shell.lib());
        Assignment assignment = workspace.assignment("dnn-basics", true);
        References right = References.find("dnn-basics");
        List<ReferenceTask> tasks = assignment.tasks().stream()
                .flatMap(task -> right.of(task.id()).stream())
                .map(task -> task.id().equals(TASK) ? new Broken(task, solver, drawFails) : task)
                .toList();
        Path own = Files.createDirectories(folder.resolve("anna"));
        Files.writeString(
                own.resolve("answers.yaml"),
                "assignment: dnn-basics\nanswers:\n  " + TASK + ":\n    dw0: 2/N * sum(w0 + w1*x - y)\n    dw1: 7\n");
        OnDemandSandbox none = new OnDemandSandbox(() -> {
            throw new IllegalStateException("no code is handed in");
        });
        return new Grader(assignment, References.of(tasks), none, workspace.options(""))
                .grade(own, folder.resolve("out"));
    }

    private static void assertOpen(ResultRecord result) {
        List<CheckResult> checks = result.score().tasks().stream()
                .filter(task -> task.task().equals(TASK))
                .flatMap(task -> task.checks().stream())
                .toList();
        assertFalse(checks.isEmpty());
        assertTrue(checks.stream().allMatch(check -> check.verdict() == Verdict.NOT_JUDGED), checks.toString());
        assertTrue(result.score().openPoints() >= 6, "the points are open, not lost");
        assertEquals(ExitCode.NOT_JUDGED, ExitCode.of(List.of(result)));
    }

    @Test
    void it_throws() throws IOException {
        assertOpen(grade(
                inputs -> {
                    throw new ArithmeticException("singular");
                },
                false));
    }

    @Test
    void it_cannot_be_loaded() throws IOException {
        assertOpen(grade(
                inputs -> {
                    throw new NoClassDefFoundError("org/example/Missing");
                },
                false));
    }

    @Test
    void it_computes_nothing_finite() throws IOException {
        assertOpen(grade(inputs -> Answers.of("dw0", Double.NaN).and("dw1", Double.POSITIVE_INFINITY), false));
    }

    @Test
    void it_forgets_an_answer() throws IOException {
        assertOpen(grade(inputs -> Answers.none(), false));
    }

    @Test
    void it_cannot_draw() throws IOException {
        assertOpen(grade(inputs -> Answers.none(), true));
    }
}
