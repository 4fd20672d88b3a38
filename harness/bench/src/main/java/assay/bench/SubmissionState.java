package assay.bench;

import assay.assignment.Assignment;
import assay.assignment.BadYaml;
import assay.result.Observed;
import assay.result.Provenance;
import assay.result.ResultRecord;
import assay.result.SubmissionKey;
import assay.run.Exchange;
import assay.run.RunFiles;
import assay.run.RunPlan;
import assay.run.RunPlanner;
import assay.run.RunTrace;
import assay.run.SubmissionRun;
import assay.run.TrainingRoom;
import assay.run.Trees;
import assay.score.Score;
import assay.score.Scorer;
import assay.submission.AnswersReader;
import assay.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Hold one full submission after its run: a right one, or one whose numbers are all twice too large. */
@State(Scope.Benchmark)
public class SubmissionState {
    /** Name the submission: "right" or "doubled". */
    @Param({"right", "doubled"})
    private String answers = "right";

    private @Nullable Run run;

    /** Hold what the stages left. */
    private record Run(Path folder, RunPlan plan, List<Exchange> exchanges, ResultRecord result) {}

    /** Lead the submission through its stages once, and store it. */
    @Setup(Level.Trial)
    public void prepare(SheetState sheet) throws IOException, BadYaml {
        Assignment assignment = sheet.assignment();
        RunPlan plan = new RunPlanner(assignment, sheet.references()).plan("student", sheet.seeds("student"));
        Submission submission = new Submission(
                "student", sheet.paper().folder(), List.of(Submission.ANSWERS, "src/Solution.java"), "", List.of());
        double factor = answers.equals("right") ? 1 : 2;
        RunTrace trace = new SubmissionRun(assignment, new ReferenceSandbox(sheet.references(), factor))
                .run(submission, AnswersReader.read(sheet.paper(), assignment), plan);
        Path folder = Files.createTempDirectory("assay-bench-");
        Files.writeString(folder.resolve(RunFiles.PLAN), RunFiles.write(plan, TrainingRoom.none()));
        Files.writeString(folder.resolve(RunFiles.ANSWERS), RunFiles.write(trace));
        List<Exchange> exchanges = RunFiles.read(folder, TrainingRoom.none());
        Score score = Scorer.score(assignment, sheet.checks().judge(exchanges), exchanges);
        run = new Run(folder, plan, exchanges, named("student", assignment, score));
    }

    private static ResultRecord named(String id, Assignment assignment, Score score) {
        return new ResultRecord(
                ResultRecord.SCHEMA,
                assignment.id(),
                assignment.version(),
                assignment.title(),
                id,
                SubmissionKey.of(id),
                score,
                List.of(),
                List.of(),
                0,
                "",
                "",
                new Provenance(Map.of("assignment.digest", assignment.digest())),
                new Observed("2026-01-01T00:00:00Z", Map.of("totalMillis", 1000.0), List.of()));
    }

    /** Remove what was stored. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Trees.delete(folder());
    }

    /** Return where plan and answers are stored. */
    public Path folder() {
        return run().folder();
    }

    /** Return what was asked. */
    public RunPlan plan() {
        return run().plan();
    }

    /** Return what was asked and answered. */
    public List<Exchange> exchanges() {
        return run().exchanges();
    }

    /** Return the result. */
    public ResultRecord result() {
        return run().result();
    }

    /** Return the result under the name {@code id}. */
    public ResultRecord result(String id, SheetState sheet) {
        return named(id, sheet.assignment(), result().score());
    }

    private Run run() {
        if (run == null) {
            throw new IllegalStateException("not prepared");
        }
        return run;
    }
}
