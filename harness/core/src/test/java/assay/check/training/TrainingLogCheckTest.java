package assay.check.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.check.CheckContext;
import assay.check.Judgement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingLogCheckTest {
    private static final double START = Math.log(10);
    private static final Digits REFERENCE = new Digits(90, List.of(0.7, 0.9));

    private static TrainingLogCheck.Spec spec(double leak) {
        return new TrainingLogCheck.Spec("losses", "predictions", "accuracies", 100, 10, 0.1, leak);
    }

    private static Judgement judge(int right, double[] losses, double... accuracies) {
        return judge(0.5, right, losses, accuracies);
    }

    private static Judgement judge(double leak, int right, double[] losses, double... accuracies) {
        Answers answers = Answers.of("predictions", Digits.labels(right))
                .and("losses", losses)
                .and("accuracies", accuracies);
        return new TrainingLogCheck()
                .judge(spec(leak), new CheckContext(Digits.TASK, List.of(Digits.trial(answers)), REFERENCE));
    }

    private static String cause(Judgement judgement) {
        return judgement.diagnosis().id();
    }

    /** Return losses that approach {@code last} the faster the smaller {@code factor} is. */
    private static double[] approaching(double last, double factor, int numbers) {
        return IntStream.range(0, numbers)
                .mapToDouble(i -> last + (START - last) * Math.pow(factor, i))
                .toArray();
    }

    @Test
    void a_level_curve_above_the_floor_beside_a_good_accuracy_is_a_softmax_taken_twice() {
        Judgement judgement = judge(80, approaching(1.6, 0.4, 12), 0.5, 0.8);
        assertEquals("softmax-twice", cause(judgement));
        assertTrue(judgement.message().contains("although 80.0 % are right"), judgement.message());
    }

    @Test
    void a_curve_that_still_falls_or_is_short_may_be_that_of_a_training_which_has_only_begun() {
        assertEquals("", cause(judge(80, approaching(1.4, 0.9, 12), 0.5, 0.8)));
        assertEquals("", cause(judge(80, approaching(1.6, 0.4, 8), 0.5, 0.8)));
    }

    @Test
    void a_high_loss_beside_a_bad_accuracy_is_no_softmax_taken_twice() {
        assertEquals("", cause(judge(45, approaching(1.6, 0.4, 12), 0.3, 0.45)));
    }

    @Test
    void a_loss_below_the_floor_is_no_softmax_taken_twice() {
        assertEquals("", cause(judge(80, approaching(1.4, 0.4, 12), 0.5, 0.8)));
    }

    @Test
    void far_fewer_errors_on_validation_than_on_unseen_images_are_those_of_images_that_were_trained_on() {
        Judgement judgement = judge(85, approaching(0.3, 0.4, 6), 0.6, 0.98);
        assertEquals("validation-trained", cause(judgement));
        assertTrue(judgement.message().startsWith("2.0 of 100 validation images are wrong"), judgement.message());
        assertTrue(judgement.message().contains("should be about 15.0"), judgement.message());
    }

    @Test
    void a_better_model_makes_fewer_errors_on_both() {
        assertEquals("", cause(judge(98, approaching(0.3, 0.4, 6), 0.6, 0.98)));
    }

    @Test
    void predictions_that_fail_altogether_tell_nothing_about_the_validation_images() {
        assertEquals("", cause(judge(40, approaching(0.3, 0.4, 6), 0.6, 0.9)));
    }

    @Test
    void without_a_share_nobody_complains() {
        assertEquals("", cause(judge(0, 85, approaching(0.3, 0.4, 6), 0.6, 0.98)));
        assertThrows(IllegalArgumentException.class, () -> spec(6));
    }
}
