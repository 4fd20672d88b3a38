package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.Task;
import assay.run.Fault;
import assay.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be read is told with the case in which code returned it. */
class UnreadableAnswerTest {
    private static String told(String where) {
        Task task = Scenes.task("x: number");
        Outcome right = new Outcome.Answered(Answers.of("x", 1.0), 1);
        Outcome none = new Outcome.Failed(Fault.UNREADABLE, "'x' is None", where);
        CheckContext context = new CheckContext(
                task,
                List.of(
                        Scenes.trial("draw 1", false, Inputs.none(), right, Answers.none()),
                        Scenes.trial("draw 2", false, Inputs.none(), none, Answers.none())),
                null);
        return context.unanswered(context.trials(), "x").orElseThrow().message();
    }

    @Test
    void code_may_return_it_in_one_case_only() {
        assertEquals("solution.py:7: In case 'draw 2': 'x' is None", told("solution.py:7"));
    }

    @Test
    void what_is_written_is_the_same_in_all_cases() {
        assertEquals("answers.yaml:3: 'x' is None", told("answers.yaml:3"));
    }
}
