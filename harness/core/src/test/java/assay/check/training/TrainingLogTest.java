package assay.check.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingLogTest {
    private static String complaint(double[] losses, double... accuracies) {
        return new TrainingLog(losses, accuracies, 7, 10, 0.1)
                .complaint()
                .map(TrainingLog.Complaint::id)
                .orElse("");
    }

    @Test
    void the_floor_of_a_softmax_of_a_softmax_is_the_published_one() {
        assertEquals(1.461150, TrainingLog.floorOfTwice(10), 5e-7);
        assertEquals(0.313262, TrainingLog.floorOfTwice(2), 5e-7);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2.302585, ''",
        "2.4, ''",
        "3.321928, other-logarithm",
        "1.0, other-logarithm",
        "0.693147, sigmoid-loss",
        "6.931472, sigmoid-loss",
        "46.0517, loss-summed",
        "1.9, first-loss-late",
        "0, first-loss-late",
        "25, first-loss-high"
    })
    void the_first_loss_tells(double first, String id) {
        assertEquals(id, complaint(new double[] {first, first / 2, first / 3}));
    }

    @Test
    void the_course_of_the_losses_tells() {
        double start = Math.log(10);
        assertEquals("too-short", complaint(new double[] {start}));
        assertEquals("diverged", complaint(new double[] {start, Double.NaN}));
        assertEquals("negative-loss", complaint(new double[] {-0.1, -0.6}));
        assertEquals("loss-does-not-fall", complaint(new double[] {start, start}));
        assertEquals("raw-inputs", complaint(new double[] {start, 40, 30}));
    }

    @Test
    void an_accuracy_is_a_count_of_whole_images() {
        double[] losses = {Math.log(10), 1};
        assertEquals("", complaint(losses, 3.0 / 7, 1, 0));
        assertEquals("accuracy-no-share", complaint(losses, 85));
        assertEquals("accuracy-no-share", complaint(losses, Double.NaN));
        assertEquals("accuracy-no-count", complaint(losses, 0.43));
    }
}
