package assay.bench;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.BadYaml;
import assay.check.CheckResult;
import assay.run.Exchange;
import assay.run.RunFiles;
import assay.run.RunPlan;
import assay.run.RunPlanner;
import assay.run.TrainingRoom;
import assay.submission.AnswersFile;
import assay.submission.AnswersReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Time the stages that one submission passes through, but for the run itself. */
@Fork(jvmArgsAppend = "-XX:TieredStopAtLevel=1") // as the launcher runs them
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StageBenchmark {
    /** Read the sheet's description and its private grading. */
    @Benchmark
    public Assignment readAssignment(SheetState sheet) {
        return AssignmentReader.read(sheet.folder(), true);
    }

    /** Read the answers file of the reference submission. */
    @Benchmark
    public AnswersFile readAnswers(SheetState sheet) throws BadYaml, IOException {
        return AnswersReader.read(sheet.paper(), sheet.assignment());
    }

    /** Draw all inputs for one student. */
    @Benchmark
    public RunPlan plan(SheetState sheet) {
        return new RunPlanner(sheet.assignment(), sheet.references()).plan("student", sheet.seeds("student"));
    }

    /** Write the plan as it is stored. */
    @Benchmark
    public String writePlan(SubmissionState submission) {
        return RunFiles.write(submission.plan(), TrainingRoom.none());
    }

    /** Read a stored plan with its answers, as a recheck does. */
    @Benchmark
    public List<Exchange> readExchanges(SubmissionState submission) throws IOException {
        return RunFiles.read(submission.folder(), TrainingRoom.none());
    }

    /** Judge all criteria of one submission from its stored exchanges. */
    @Benchmark
    public Map<String, List<CheckResult>> judge(SubmissionState submission, SheetState sheet) {
        return sheet.checks().judge(submission.exchanges());
    }
}
