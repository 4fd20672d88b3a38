package assay.verify;

import assay.api.Answers;
import assay.assignment.Assignment;
import assay.assignment.GivenCase;
import assay.assignment.Task;
import assay.assignment.TaskGrading;
import assay.check.CheckResult;
import assay.check.CheckStage;
import assay.check.Verdict;
import assay.grade.Grader;
import assay.result.ResultRecord;
import assay.run.Exchange;
import assay.run.Outcome;
import assay.run.References;
import assay.run.Request;
import assay.run.Source;
import assay.score.TaskScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold the values that students check themselves against to the reference: what is written in {@code public/selfcheck.yaml}
 * must be what the reference computes, and every right sample must pass there as it does in the private grading.
 */
public final class SelfCheckVerifier {
    private static final String COMPLAINT =
            "public/selfcheck.yaml rejects a right answer: correct its value or its bound";

    private SelfCheckVerifier() {}

    /**
     * Hand in what the reference computes, to checks that have nothing but the written values, as in a student's kit.
     *
     * @param open the assignment as students have it
     */
    public static List<Finding> values(Assignment open, References references) {
        CheckStage stage = new CheckStage(open, References.of(List.of()));
        List<Finding> findings = new ArrayList<>();
        for (TaskGrading grading : open.grading()) {
            Task task = open.task(grading.task()).orElseThrow();
            List<Exchange> exchanges = new ArrayList<>();
            for (GivenCase one : grading.cases()) {
                references.of(task.id()).ifPresent(reference -> {
                    Answers right = reference.solve(one.inputs());
                    Request request = new Request("", task.id(), one.name(), true, one.inputs());
                    exchanges.add(new Exchange(request, Source.JAVA, new Outcome.Answered(right, 0)));
                });
            }
            if (!exchanges.isEmpty()) {
                List<CheckResult> results = stage.judge(exchanges).getOrDefault(task.id(), List.of());
                results.stream()
                        .filter(check -> check.verdict() != Verdict.HIDDEN && check.verdict() != Verdict.NOT_JUDGED)
                        .forEach(check -> findings.add(finding("self-check, reference", task.id(), check)));
            }
        }
        return findings;
    }

    /** Grade a right sample with the public checks; {@code grader} has these only. */
    static List<Finding> sample(Path sample, Path folder, Grader grader) throws IOException {
        ResultRecord result = grader.grade(sample, folder);
        List<Finding> findings = new ArrayList<>();
        for (TaskScore task : result.score().tasks()) {
            task.checks().stream()
                    .filter(check -> check.verdict() != Verdict.HIDDEN)
                    .forEach(check -> findings.add(finding("self-check, " + sample.getFileName(), task.task(), check)));
        }
        return findings;
    }

    private static Finding finding(String sample, String task, CheckResult check) {
        boolean passed = check.verdict() == Verdict.PASSED;
        return new Finding(
                sample,
                task,
                check.criterion(),
                Verdict.PASSED,
                check.verdict(),
                check.message(),
                passed ? "" : COMPLAINT);
    }
}
