package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.BadAssignment;
import assay.assignment.Task;
import assay.run.Fault;
import assay.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsDegenerateCheckTest {
    private static final Task TASK = Scenes.task("slope: number", "degenerate: truth");
    private static final String KEYS = "{'on': ['all x equal'], 'answer': 'degenerate', 'numbers': ['slope']}";
    private static final Outcome ORDINARY = answered(Answers.of("slope", 2).and("degenerate", false));

    private static Outcome answered(Answers answers) {
        return new Outcome.Answered(answers, 0);
    }

    private static Judgement judge(Outcome ordinary, Outcome degenerate) {
        List<Trial> trials = List.of(
                Scenes.trial("draw 0", false, Inputs.none(), ordinary, Answers.none()),
                Scenes.trial("all x equal", true, Inputs.none(), degenerate, Answers.none()));
        return Scenes.bind("reports-degenerate", KEYS, TASK).judge(new CheckContext(TASK, trials, null));
    }

    @Test
    void an_exception_reports() {
        assertEquals(
                Verdict.PASSED,
                judge(ORDINARY, Scenes.failed(Fault.EXCEPTION, "all x are equal"))
                        .verdict());
    }

    @Test
    void the_truth_value_reports_whatever_the_numbers_are() {
        assertEquals(
                Verdict.PASSED,
                judge(ORDINARY, answered(Answers.of("slope", Double.NaN).and("degenerate", true)))
                        .verdict());
    }

    @Test
    void the_truth_value_may_be_left_out_where_there_is_an_answer() {
        assertEquals(
                Verdict.PASSED,
                judge(answered(Answers.of("slope", 2)), answered(Answers.of("degenerate", true)))
                        .verdict());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 0, 2})
    void a_number_in_silence_is_wrong(double number) {
        Judgement judgement = judge(ORDINARY, answered(Answers.of("slope", number)));
        assertEquals("silent", judgement.cause());
        assertTrue(judgement.message().startsWith("In case 'all x equal': "), judgement.message());
        assertTrue(judgement.message().contains("'slope' is answered with"), judgement.message());
    }

    @Test
    void saying_that_it_is_not_degenerate_is_wrong() {
        assertEquals(
                "silent",
                judge(ORDINARY, answered(Answers.of("degenerate", false))).cause());
    }

    @Test
    void reporting_a_case_that_has_an_answer_is_wrong() {
        Outcome always = answered(Answers.of("degenerate", true));
        assertEquals("false-alarm", judge(always, always).cause());
    }

    @Test
    void raising_everywhere_is_wrong() {
        Outcome always = Scenes.failed(Fault.EXCEPTION, "no");
        assertEquals("exception", judge(always, always).cause());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"TIME_LIMIT, WRONG", "CRASHED, WRONG", "NOT_ANSWERED, MISSING", "HARNESS, NOT_JUDGED"})
    void only_an_exception_counts_as_a_report(Fault fault, Verdict verdict) {
        assertEquals(verdict, judge(ORDINARY, Scenes.failed(fault, "no")).verdict());
    }

    @Test
    void without_a_case_that_has_an_answer_nothing_is_judged() {
        Trial only =
                Scenes.trial("all x equal", true, Inputs.none(), Scenes.failed(Fault.EXCEPTION, "no"), Answers.none());
        Judgement judgement =
                Scenes.bind("reports-degenerate", KEYS, TASK).judge(new CheckContext(TASK, List.of(only), null));
        assertEquals(Verdict.NOT_JUDGED, judgement.verdict());
    }

    @Test
    void without_the_named_case_nothing_is_judged() {
        Trial only = Scenes.trial("draw 0", false, Inputs.none(), ORDINARY, Answers.none());
        Judgement judgement =
                Scenes.bind("reports-degenerate", KEYS, TASK).judge(new CheckContext(TASK, List.of(only), null));
        assertEquals("unknown-case", judgement.cause());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'on': [], 'answer': 'degenerate'} | 'on' must name at least one case",
                "{'on': ['a'], 'answer': 'slope'} | reports-degenerate: 'slope' is a number, must be a truth",
                "{'on': ['a'], 'answer': 'degenerat'} | reports-degenerate: the task has no answer 'degenerat'",
                "{'on': ['a'], 'answer': 'degenerate', 'numbers': ['slop']} | reports-degenerate: the task has no answer"
                        + " 'slop'"
            })
    void what_does_not_fit_is_refused_with_its_line(String keys, String message) {
        BadAssignment bad = assertThrows(BadAssignment.class, () -> Scenes.bind("reports-degenerate", keys, TASK));
        assertTrue(bad.getMessage().startsWith("grading.yaml:6: " + message), bad.getMessage());
    }
}
