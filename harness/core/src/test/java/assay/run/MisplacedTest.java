package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Assignment;
import assay.assignment.Limits;
import assay.assignment.Rubric;
import assay.assignment.Task;
import assay.assignment.Way;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MisplacedTest {
    private static final Assignment ASSIGNMENT = new Assignment(
            "tiny",
            1,
            "Tiny",
            Path.of("tiny"),
            "",
            true,
            Limits.standard(),
            List.of(task("softmax/loss", Way.CODE), task("softmax/step", Way.CODE), task("network", Way.ANSWERS)),
            List.of(),
            Rubric.none());

    private final Misplaced misplaced = new Misplaced(ASSIGNMENT);

    private static Task task(String id, Way way) {
        return new Task(id, "1", "A task", List.of(way), List.of(), List.of(), List.of());
    }

    @Test
    void a_misspelt_name_is_told_with_the_one_that_was_meant() {
        assertEquals(
                List.of("Python: @solves(\"softmax/los\"): there is no task 'softmax/los'; "
                        + "did you mean 'softmax/loss'? Known: softmax/loss, softmax/step."),
                misplaced.of(Language.PYTHON, List.of("softmax/los", "softmax/step")));
    }

    @Test
    void spaces_around_a_name_are_seen() {
        assertEquals(
                List.of("Java: @Solves(\"softmax/loss \"): remove the spaces around the name."),
                misplaced.of(Language.JAVA, List.of("softmax/loss ")));
    }

    @Test
    void a_task_that_is_answered_in_the_file_says_so() {
        assertEquals(
                List.of("Java: @Solves(\"network\"): this task is answered in answers.yaml, not with code."),
                misplaced.of(Language.JAVA, List.of("network")));
    }

    @Test
    void names_are_few_short_and_printable() {
        List<String> many = IntStream.range(0, 500)
                .mapToObj(i -> i + "\u001b[31m\u202e" + "x".repeat(100_000))
                .toList();
        List<String> told = misplaced.of(Language.PYTHON, many);
        assertEquals(21, told.size());
        assertEquals("Python: @solves: 480 more names are no tasks.", told.get(20));
        assertTrue(told.stream().allMatch(one -> one.length() < 400), told.get(0));
        assertTrue(told.stream().flatMapToInt(String::chars).noneMatch(c -> c < ' ' || c == 0x202e), told.get(0));
    }
}
