package assay.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.check.CheckResult;
import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Verdict;
import assay.run.References;
import assay.score.Score;
import assay.score.TaskScore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may hand in again learns that an answer is wrong, and not what is right. */
class DiscretionTest {
    /** Knows one mistake. */
    private record Half() implements ReferenceTask {
        @Override
        public String id() {
            return "t";
        }

        @Override
        public Inputs draw(Draw draw) {
            return Inputs.none();
        }

        @Override
        public Answers solve(Inputs inputs) {
            return Answers.of("x", 4);
        }

        @Override
        public List<Mistake> mistakes() {
            return List.of(new Mistake("no-half", "Is the factor of the mean there?", inputs -> Answers.of("x", 8)));
        }
    }

    private static CheckResult told(Verdict verdict, String cause, String message, Diagnosis diagnosis) {
        CheckResult check = new CheckResult(
                "c", "C", "close-to", verdict, 0.5, 2, cause, message, diagnosis, List.of(new Evidence.Numbers("numbers", List.of(), "")));
        TaskScore task = new TaskScore("t", "", "T", "Python", 0.5, 2, List.of(check));
        Score score = new Discretion(References.of(List.of(new Half())))
                .applied(new Score(0.5, 2, 0, 0, List.of(task)));
        assertEquals(0.5, score.points());
        return score.tasks().get(0).checks().get(0);
    }

    @Test
    void neither_the_right_number_nor_a_relation_to_it_is_told() {
        CheckResult check = told(
                Verdict.WRONG,
                "wrong-value",
                "Wrong: 5 was answered, 4 is right.",
                new Diagnosis("offset", "Too large by the same 1."));
        assertEquals("wrong-value", check.cause());
        assertTrue(check.message().matches("[^0-9]*is not told[^0-9]*"), check.message());
        assertEquals(Diagnosis.none(), check.diagnosis());
        assertEquals(List.of(), check.evidence());
    }

    @Test
    void a_known_mistake_is_told_in_the_words_of_the_author() {
        CheckResult check = told(
                Verdict.WRONG,
                "wrong-value",
                "Wrong in case 'draw 2'. Is the factor of the mean there?",
                new Diagnosis("no-half", "Is the factor of the mean there?"));
        assertEquals("Wrong. Is the factor of the mean there?", check.message());
        assertEquals("no-half", check.diagnosis().id());
    }

    @Test
    void what_is_seen_of_the_answer_alone_is_told() {
        Diagnosis zeros = new Diagnosis("zeros", "Every answered number is 0.");
        assertEquals(zeros, told(Verdict.WRONG, "wrong-value", "Wrong: 0, not 4.", zeros).diagnosis());
    }

    @Test
    void a_general_finding_is_not_told_though_a_mistake_has_its_name() {
        Diagnosis factor = new Diagnosis("no-half", "Twice what is right.");
        assertEquals(
                Diagnosis.none(),
                told(Verdict.WRONG, "wrong-value", "Wrong: 8, not 4.", factor).diagnosis());
    }

    @ParameterizedTest(name = "{0} because of {1}")
    @CsvSource({"WRONG, exception", "WRONG, time-limit", "WRONG, wrong-shape", "UNGRADABLE, not-compiled", "PASSED, ''"})
    void what_the_program_did_is_told(Verdict verdict, String cause) {
        assertEquals("So it was.", told(verdict, cause, "So it was.", Diagnosis.none()).message());
    }

    @ParameterizedTest
    @CsvSource({"no-witness", "wrong-when-timed", "a-cause-that-is-new"})
    void what_is_not_known_to_be_harmless_is_not_told(String cause) {
        assertTrue(told(Verdict.WRONG, cause, "At 3 it is 4.", Diagnosis.none())
                .message()
                .contains("is not told"));
    }
}
