package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.grade.Regrader;
import assay.result.ResultRecord;
import assay.run.ChildPlan;
import assay.run.ChildTrace;
import assay.run.Fault;
import assay.run.GradingException;
import assay.run.IsolationLevel;
import assay.run.Outcome;
import assay.run.References;
import assay.run.Request;
import assay.run.Sandbox;
import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grade {@code training-basics} without children: its reference answers one task in their place. */
@Tag("slow")
class TrainedSheetTest {
    private static final String TASK = "digits/softmax";

    /** What a plan of this sheet may have at most; with pixels it had ten million bytes. */
    private static final int MOST_BYTES = 100_000;

    @TempDir
    private Path folder;

    private record Stand(References references) implements Sandbox {
        @Override
        public IsolationLevel level() {
            return IsolationLevel.A;
        }

        @Override
        public String explanation() {
            return "";
        }

        @Override
        public SortedMap<String, String> facts() {
            return new TreeMap<>();
        }

        @Override
        public ChildTrace run(ChildPlan plan) {
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            int answered = 0;
            for (Request request : plan.requests()) {
                boolean answers = request.task().equals(TASK) && answered++ < 3;
                Fault left = request.task().equals(TASK) ? Fault.NOT_NEEDED : Fault.NOT_ANSWERED;
                outcomes.put(
                        request.id(),
                        answers
                                ? new Outcome.Answered(
                                        references.of(TASK).orElseThrow().solve(request.inputs()), 0)
                                : new Outcome.Failed(left, "Nothing.", ""));
            }
            return new ChildTrace(outcomes, "", List.of(), List.of(), Map.of(), Map.of());
        }

        @Override
        public void close() {}
    }

    /** Copy the sheet with another data set for its first task. */
    private Assignment sheet(String data) throws IOException {
        Path from = Shell.home().resolve("assignments/training-basics");
        Path to = folder.resolve("training-basics");
        for (String name : List.of("public/assignment.yaml", "public/selfcheck.yaml", "private/grading.yaml")) {
            Files.createDirectories(to.resolve(name).getParent());
            Files.writeString(
                    to.resolve(name),
                    Files.readString(from.resolve(name)).replaceFirst("name: digits,", "name: " + data + ","));
        }
        return AssignmentReader.read(to, true);
    }

    private ResultRecord grade(Assignment assignment) throws IOException {
        Path submission = Files.createDirectories(folder.resolve("anna"));
        Files.writeString(submission.resolve("solution.py"), "");
        return grader(assignment).grade(submission, folder.resolve("out"));
    }

    private static Grader grader(Assignment assignment) {
        References references = References.find(assignment);
        return new Grader(assignment, references, new Stand(references), new GradeOptions("", Map.of()));
    }

    private ResultRecord judgedAgain(Assignment assignment) throws IOException {
        Path out = folder.resolve("out");
        return new Regrader(out, assignment, grader(assignment))
                .judge(List.of(out))
                .get(0)
                .after();
    }

    private static CheckResult accuracy(ResultRecord result) {
        return result.score().tasks().get(0).checks().get(0);
    }

    @Test
    void a_plan_keeps_no_pixels_and_is_judged_again_from_the_files() throws IOException {
        Assignment assignment = sheet("digits");
        ResultRecord result = grade(assignment);
        assertEquals(
                Verdict.PASSED, accuracy(result).verdict(), accuracy(result).message());
        long bytes = Files.size(folder.resolve("out/plan.json"));
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        assertEquals(result.score(), judgedAgain(assignment).score());
    }

    @Test
    void a_plan_of_other_images_is_not_judged_again() throws IOException {
        Assignment assignment = sheet("digits");
        grade(assignment);
        Path plan = folder.resolve("out/plan.json");
        Files.writeString(plan, Files.readString(plan).replaceAll("\"pool\":\"[0-9a-f]{8}", "\"pool\":\"00000000"));
        GradingException refused = assertThrows(GradingException.class, () -> judgedAgain(assignment));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("graded with other images of 'digits'"),
                refused.getMessage());
    }

    @Test
    void a_task_whose_data_are_missing_is_not_judged_and_the_others_are() throws IOException {
        ResultRecord result = grade(sheet("no-such-set"));
        assertEquals(Verdict.NOT_JUDGED, accuracy(result).verdict());
        assertEquals("no-data", accuracy(result).cause());
        assertTrue(
                accuracy(result).message().contains("no-such-set"),
                accuracy(result).message());
        CheckResult next = result.score().tasks().get(1).checks().get(0);
        assertEquals(Verdict.MISSING, next.verdict(), next.message());
    }

    @Test
    void a_task_on_mnist_is_judged_on_its_images() throws IOException {
        Needs.data("mnist");
        ResultRecord result = grade(sheet("mnist"));
        assertEquals(
                Verdict.PASSED, accuracy(result).verdict(), accuracy(result).message());
        String trained = result.provenance().facts().getOrDefault("data.mnist-1000", "");
        assertTrue(trained.startsWith("MNIST handwritten digits"), trained);
    }
}
