package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.BadAssignment;
import assay.assignment.Task;
import assay.run.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceCheckTest {
    private static final Task TASK = Scenes.task("truth: truth", "text: text", "count: number", "w: vector [2]");

    private static Judgement judge(String keys, Object answer) {
        BoundCheck check = Scenes.bind("choice", keys, TASK);
        String name = keys.replaceAll(".*'answer': '(\\w+)'.*", "$1");
        Trial trial = Scenes.trial("only", true, Inputs.none(), in -> Answers.of(name, answer));
        return check.judge(new CheckContext(TASK, List.of(trial), null));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource({
        "mean, mean, PASSED",
        "' Mean ', mean, PASSED",
        "'the  Mean', 'The mean', PASSED",
        "sum, mean, WRONG",
        "'', mean, WRONG",
        "me an, mean, WRONG"
    })
    void a_text_is_compared_without_case_and_blanks(String given, String right, Verdict verdict) {
        assertEquals(
                verdict,
                judge("{'answer': 'text', 'right': '" + right + "'}", given).verdict());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"3, PASSED", "3.0000000001, WRONG", "NaN, WRONG", "-3, WRONG", "2.9999999999999996, WRONG"})
    void a_number_is_compared_exactly(double given, Verdict verdict) {
        assertEquals(verdict, judge("{'answer': 'count', 'right': 3}", given).verdict());
    }

    @ParameterizedTest(name = "{0} for {1} is {2}")
    @CsvSource({"true, true, PASSED", "false, true, WRONG", "true, false, WRONG", "false, false, PASSED"})
    void a_truth_value_is_compared(boolean given, boolean right, Verdict verdict) {
        assertEquals(
                verdict,
                judge("{'answer': 'truth', 'right': " + right + "}", given).verdict());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "order_changes, '''text'': order_changes is not right. Did you mean ''order-changes''?'",
        "smalled-steps, '''text'': smalled-steps is not right. Did you mean ''smaller-steps''?'",
        "weather, '''text'': weather is not right.'",
        "b, '''text'': b is not right.'"
    })
    void a_misspelt_choice_is_asked_about_whether_right_or_wrong(String given, String message) {
        Judgement judgement = judge(
                "{'answer': 'text', 'right': 'smaller-steps', 'wrong': {'order-changes': 'Why?', 'a': 'No.'}}", given);
        assertEquals(message, judgement.message());
    }

    @Test
    void a_known_wrong_choice_gets_its_sentence() {
        Judgement judgement = judge("{'answer': 'count', 'right': 3, 'wrong': {'2': 'One is not counted.'}}", 2);
        assertEquals("'count': 2 is not right. One is not counted.", judgement.message());
        assertEquals(new Diagnosis("choice-2", "One is not counted."), judgement.diagnosis());
    }

    @Test
    void an_unknown_wrong_choice_is_just_not_right() {
        Judgement judgement = judge("{'answer': 'text', 'right': 'a', 'wrong': {'b': 'Not b.'}}", "C");
        assertEquals("'text': C is not right.", judgement.message());
        assertEquals(Diagnosis.none(), judgement.diagnosis());
    }

    @Test
    void a_long_text_is_cut_in_the_message() {
        assertTrue(judge("{'answer': 'text', 'right': 'a'}", "b".repeat(5000))
                        .message()
                        .length()
                < 100);
    }

    @Test
    void a_number_for_a_text_has_the_wrong_shape() {
        assertEquals("wrong-shape", judge("{'answer': 'text', 'right': 'a'}", 1).cause());
    }

    @Test
    void one_wrong_case_is_wrong() {
        BoundCheck check = Scenes.bind("choice", "{'answer': 'truth', 'right': true}", TASK);
        List<Trial> trials = List.of(
                Scenes.trial("a", true, Inputs.none(), in -> Answers.of("truth", true)),
                Scenes.trial("b", true, Inputs.none(), in -> Answers.of("truth", false)));
        assertTrue(check.judge(new CheckContext(TASK, trials, null)).message().startsWith("In case 'b': "));
    }

    @Test
    void nothing_handed_in_is_missing() {
        BoundCheck check = Scenes.bind("choice", "{'answer': 'truth', 'right': true}", TASK);
        Trial trial = Scenes.trial(
                "a", true, Inputs.none(), Scenes.failed(Fault.NOT_ANSWERED, "not answered"), Answers.none());
        assertEquals(
                Verdict.MISSING,
                check.judge(new CheckContext(TASK, List.of(trial), null)).verdict());
    }

    @Test
    void without_trials_nothing_is_judged() {
        BoundCheck check = Scenes.bind("choice", "{'answer': 'truth', 'right': true}", TASK);
        assertEquals(
                Verdict.NOT_JUDGED,
                check.judge(new CheckContext(TASK, List.of(), null)).verdict());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'answer': 'text', 'right': 3} | choice: 'text' is a text, it can not be 3",
                "{'answer': 'count', 'right': '3'} | choice: 'count' is a number, it can not be \"3\"",
                "{'answer': 'w', 'right': 3} | choice: 'w' is a vector [2], it can not be 3",
                "{'answer': 'texts', 'right': 'a'} | choice: the task has no answer 'texts'; did you mean 'text'?",
                "{'answer': 'count', 'right': [3]} | 'right' must be true, false, a text or a number",
                "{'answer': 'text', 'right': 'a', 'wrong': {'A': 'no'}} | 'wrong' lists the right choice 'a'"
            })
    void what_does_not_fit_is_refused_with_its_line(String keys, String message) {
        BadAssignment bad = assertThrows(BadAssignment.class, () -> Scenes.bind("choice", keys, TASK));
        assertTrue(bad.getMessage().startsWith("grading.yaml:6: " + message), bad.getMessage());
    }
}
