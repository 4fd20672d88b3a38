package assay.check.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.check.CheckContext;
import assay.check.Judgement;
import assay.check.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyCheckTest {
    private static Judgement judge(double... labels) {
        AccuracyCheck.Spec spec = new AccuracyCheck.Spec("predictions", 80, 0.025, 10, "");
        return new AccuracyCheck().judge(spec, context(labels));
    }

    private static CheckContext context(double... labels) {
        Answers answers = Answers.of("predictions", labels);
        return new CheckContext(Digits.TASK, List.of(Digits.trial(answers)), new Digits(100, List.of()));
    }

    @Test
    void the_interval_is_that_of_clopper_and_pearson() {
        // R 4.2, binom.test(90, 100): 0.8237774 0.9509953; binom.test(10, 10): 0.6915029 1
        AccuracyCheck.Found found = AccuracyCheck.Found.of(90, 100, 0.025);
        assertEquals(82.37774, found.low(), 1e-4);
        assertEquals(95.09953, found.high(), 1e-4);
        assertEquals(69.15029, AccuracyCheck.Found.of(10, 10, 0.025).low(), 1e-4);
        assertEquals(100, AccuracyCheck.Found.of(10, 10, 0.025).high());
        assertEquals(0, AccuracyCheck.Found.of(0, 10, 0.025).low());
    }

    @Test
    void only_an_interval_on_one_side_decides() {
        assertEquals(Verdict.PASSED, judge(Digits.labels(90)).verdict());
        assertEquals(Verdict.INCONCLUSIVE, judge(Digits.labels(85)).verdict());
        assertEquals(Verdict.WRONG, judge(Digits.labels(60)).verdict());
    }

    @Test
    void the_message_says_what_was_found_and_what_is_asked() {
        assertEquals(
                "90 of 100 images are right, 90.0 % (95 % interval for the model: 82.4 to 95.1 %); at least 80 % must be.",
                judge(Digits.labels(90)).message());
    }

    @Test
    void a_label_too_few_is_a_wrong_shape() {
        Judgement short1 = judge(Arrays.copyOf(Digits.labels(90), 99));
        assertEquals("wrong-shape", short1.cause());
    }

    @Test
    void the_form_is_judged_without_a_reference() {
        LabelsCheck check = new LabelsCheck();
        LabelsCheck.Spec spec = new LabelsCheck.Spec("predictions", 10);
        assertEquals(
                Verdict.PASSED, check.judge(spec, context(Digits.labels(10))).verdict());
        assertTrue(check.judge(spec, context(Arrays.copyOf(Digits.labels(90), 99)))
                .message()
                .contains("99 labels; there must be 100"));
        double[] wide = Digits.labels(90);
        wide[16] = 12;
        assertTrue(check.judge(spec, context(wide)).message().startsWith("Label 17 of 100 is 12;"));
        wide[16] = 0.5;
        assertTrue(check.judge(spec, context(wide)).message().contains("Are these scores?"));
        double[] fromOne =
                Arrays.stream(Digits.labels(100)).map(label -> label + 1).toArray();
        assertEquals(
                "labels-from-one",
                check.judge(spec, context(fromOne)).diagnosis().id());
    }
}
