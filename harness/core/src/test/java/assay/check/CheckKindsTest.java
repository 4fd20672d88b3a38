package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.BadAssignment;
import assay.assignment.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckKindsTest {
    private static final Task TASK = Scenes.task("gradient: vector [n]", "path: matrix [t, 3]", "text: text");

    @Test
    void an_unknown_kind_is_refused_at_its_line_with_the_nearest_one() {
        BadAssignment bad = assertThrows(BadAssignment.class, () -> Scenes.bind("close", "{}", TASK));
        assertTrue(
                bad.getMessage().startsWith("grading.yaml:7: unknown kind 'close'; did you mean 'close-to'? Known: "),
                bad.getMessage());
    }

    @Test
    void a_bound_check_knows_its_kind() {
        assertEquals(
                "close-to",
                Scenes.bind("close-to", "{'answer': 'gradient'}", TASK).kind());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "close-to | {} | 6: the key 'answer' is missing",
                "close-to | {'answr': 'gradient'} | 6: unknown key 'answr'; did you mean 'answer'?",
                "close-to | {'answer': 'gradiant'} | 6: close-to: the task has no answer 'gradiant'; did you mean 'gradient'?",
                "close-to | {'answer': 'text'} | 6: close-to: 'text' is a text, only numbers can be compared",
                "close-to | {'answer': 'gradient', 'relative': '1e-9'} | 8: 'relative': must be a number, was the text",
                "close-to | {'answer': 'gradient', 'relative': 1e-6} | 6: another bound than the usual one needs its reason",
                "close-to | {'answer': 'gradient', 'absolute': 0} | 6: another bound than the usual one needs its reason",
                "close-to | {'answer': 'gradient', 'relative': 1, 'because': 'x'} | 6: relative must be 0 or more and less",
                "close-to | {'answer': 'gradient', 'relative': -1e-9, 'because': 'x'} | 6: relative must be 0 or more",
                "close-to | {'answer': 'gradient', 'absolute': -1, 'because': 'x'} | 6: absolute must be 0 or more",
                "close-to | {'answer': 'gradient', 'relative': 1e-9, 'round-offs': 4} | 6: write either 'relative' or",
                "close-to | {'answer': 'gradient', 'precision': 'single'} | 6: 'precision' says what 'round-offs' counts",
                "close-to | {'answer': 'gradient', 'round-offs': 0} | 6: round-offs must be 1 or more, was 0.0",
                "close-to | {'answer': 'gradient', 'round-offs': 4, 'precision': 'half'} | 6: 'precision': must be one of"
                        + " single, double, was the text 'half'",
                "close-to | {'answer': 'gradient', 'partial': {'a': 1}} | 6: the share for 'a' must be 0 or more and less",
                "close-to | {'answer': 'gradient', 'on': []} | 6: 'on': must choose at least one of all, drawn, edge",
                "close-to | {'answer': 'gradient', 'on': 3} | 6: 'on': must be all, drawn, edge, or names of cases, was 3",
                "trajectory | {'answer': 'gradient', 'columns': ['a']} | 6: trajectory: 'gradient' is a vector [n], must be"
                        + " a matrix",
                "trajectory | {'answer': 'path', 'columns': ['a', 'b']} | 6: trajectory: 'path' is a matrix [t, 3], but 2"
                        + " columns",
                "trajectory | {'answer': 'path', 'columns': []} | 6: 'columns' must name the columns",
                "trajectory | {'answer': 'path', 'columns': ['a', 'a', 'b']} | 6: 'columns' must name the columns",
                "trajectory | {'answer': 'path', 'columns': ['a', 'b', 'c'], 'plot': 'd'} | 6: there is no column 'd'",
                "trajectory | {'answer': 'path', 'columns': ['a', 'b', 'c'], 'relative': 1e-3} | 6: another bound than"
            })
    void what_does_not_fit_is_refused_with_its_line(String kind, String keys, String message) {
        BadAssignment bad = assertThrows(BadAssignment.class, () -> Scenes.bind(kind, keys, TASK));
        assertTrue(bad.getMessage().startsWith("grading.yaml:" + message), bad.getMessage());
    }
}
