package assay.bench;

import assay.report.ClassPage;
import assay.report.JUnitXml;
import assay.report.ScoresCsv;
import assay.report.SubmissionPage;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time what is written when everything is judged. */
@Fork(jvmArgsAppend = "-XX:TieredStopAtLevel=1") // as the launcher runs them
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReportBenchmark {
    /** Hold the results of a class of 1,000. */
    @State(Scope.Benchmark)
    public static class ClassState {
        private static final int SUBMISSIONS = 1000;

        private List<ResultRecord> results = List.of();

        /** Give one result to everybody, each under a name of its own. */
        @Setup(Level.Trial)
        public void prepare(SubmissionState submission, SheetState sheet) {
            List<ResultRecord> made = new ArrayList<>();
            for (int i = 0; i < SUBMISSIONS; i++) {
                made.add(submission.result("student-" + i, sheet));
            }
            results = List.copyOf(made);
        }
    }

    /** Write result.json to memory. */
    @Benchmark
    public String resultJson(SubmissionState submission) {
        return ResultFile.toJson(submission.result());
    }

    /** Render the page of one submission. */
    @Benchmark
    public String submissionPage(SubmissionState submission) {
        return SubmissionPage.render(submission.result());
    }

    /** Render the JUnit report of one submission. */
    @Benchmark
    public String junitXml(SubmissionState submission) {
        return JUnitXml.render(submission.result());
    }

    /** Render the index of a class of 1,000. */
    @Benchmark
    public String classPage(ClassState everybody) {
        return ClassPage.render(everybody.results);
    }

    /** Render the grade book of a class of 1,000. */
    @Benchmark
    public String scoresCsv(ClassState everybody) {
        return ScoresCsv.render(everybody.results);
    }
}
