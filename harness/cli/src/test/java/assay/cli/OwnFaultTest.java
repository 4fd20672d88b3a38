package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Assignment;
import assay.check.CheckResult;
import assay.check.Verdict;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.result.ResultRecord;
import assay.run.OnDemandSandbox;
import assay.run.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFaultTest {
    @TempDir
    private Path folder;

    @Test
    void a_bug_of_ours_leaves_its_submission_unjudged_and_does_not_end_the_grading() throws IOException {
        Assignment assignment = new Workspace(Shell.home(), Shell.lib()).assignment("dnn-basics", true);
        Path submission = Files.createDirectories(folder.resolve("anna"));
        Files.writeString(submission.resolve("solution.py"), "");
        try (OnDemandSandbox broken = new OnDemandSandbox(() -> {
            throw new IllegalStateException("a bug");
        })) {
            Grader grader =
                    new Grader(assignment, References.find(assignment.id()), broken, new GradeOptions("", Map.of()));
            ResultRecord result = grader.grade(submission, folder.resolve("out"));
            CheckResult first = result.score().tasks().get(0).checks().get(0);
            assertEquals(Verdict.NOT_JUDGED, first.verdict(), first.message());
            assertTrue(first.message().contains("Assay failed on this submission"), first.message());
            assertEquals(100, result.score().openPoints());
            String line = Summary.notJudged(List.of(result)).orElse("");
            assertTrue(line.contains("45 criteria; the first is bce/gradient/gradient: Assay failed"), line);
        }
    }
}
