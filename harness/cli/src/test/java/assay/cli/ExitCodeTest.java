package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.check.CheckResult;
import assay.check.Diagnosis;
import assay.check.Verdict;
import assay.result.Observed;
import assay.result.Provenance;
import assay.result.ResultRecord;
import assay.score.Score;
import assay.score.TaskScore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    private static ResultRecord result(String note, Verdict... verdicts) {
        List<CheckResult> checks = Arrays.stream(verdicts)
                .map(one -> new CheckResult("c", "C", "", one, 0, 1, "", "", Diagnosis.none(), List.of()))
                .toList();
        TaskScore task = new TaskScore("t", "1", "T", "", 0, 1, checks);
        return new ResultRecord(
                ResultRecord.SCHEMA,
                "tiny",
                1,
                "Tiny",
                "anna",
                "anna-0",
                new Score(0, 1, 0, 0, List.of(task)),
                List.of(),
                note.isEmpty() ? List.of() : List.of(note),
                note.isEmpty() ? 0 : 1,
                "",
                "",
                new Provenance(Map.of()),
                new Observed("", Map.of(), List.of()));
    }

    @ParameterizedTest(name = "{0} and passed: {1}")
    @CsvSource({
        "PASSED, 0",
        "HIDDEN, 0",
        "WRONG, 1",
        "MISSING, 1",
        "SKIPPED, 1",
        "UNGRADABLE, 2",
        "NOT_JUDGED, 3",
        "INCONCLUSIVE, 4"
    })
    void each_verdict_has_its_code(Verdict verdict, int code) {
        assertEquals(
                code, ExitCode.of(List.of(result("", Verdict.PASSED, verdict))).code());
    }

    @Test
    void our_own_fault_outranks_everything() {
        ResultRecord all = result("", Verdict.values());
        assertEquals(ExitCode.NOT_JUDGED, ExitCode.of(List.of(all, result("", Verdict.PASSED))));
    }

    @Test
    void nothing_graded_is_never_a_success() {
        assertEquals(ExitCode.NOT_JUDGED, ExitCode.of(List.of()));
    }

    @Test
    void what_belongs_to_nothing_is_not_passed_over() {
        ResultRecord misspelt = result("answers.yaml:3: there is no task 'x'", Verdict.PASSED);
        assertEquals(ExitCode.UNGRADABLE, ExitCode.of(List.of(misspelt)));
    }
}
