package assay.reference.softmaxregression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Softmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that were computed elsewhere, in Python with 16 digits, or that are known in closed form. */
class SheetOracleTest {
    @Test
    void the_logistic_gradient_is_that_of_the_table() {
        Answers answers = new LogisticGradient().solve(named(new LogisticGradient(), "by hand"));
        assertEquals(0.5759394198788437, answers.tensor("loss").item(), 1e-15);
        assertArrayEquals(
                new double[] {-0.43782349911420193, -0.21891174955710097, -0.43782349911420193},
                answers.tensor("gradient").toArray(),
                1e-15);
    }

    @Test
    void the_published_logistic_gradient_has_the_wrong_sign() {
        LogisticGradient task = new LogisticGradient();
        Answers printed = mistake(task, "loss-for-prediction").answer().apply(named(task, "by hand"));
        assertArrayEquals(
                new double[] {0.2442, 0.1221, 0.2442},
                printed.tensor("gradient").toArray(),
                5e-5);
    }

    @Test
    void the_softmax_gradient_is_that_of_the_table() {
        double[] expected = {
            0.5773095066830043,
            -0.28865475334150215,
            0.5773095066830043,
            -0.6909884887552615,
            0.34549424437763077,
            -0.6909884887552615,
            0.11367898207225725,
            -0.05683949103612863,
            0.11367898207225725
        };
        Answers answers = new SoftmaxGradient().solve(named(new SoftmaxGradient(), "by hand"));
        assertArrayEquals(expected, answers.tensor("gradient").toArray(), 1e-15);
    }

    @Test
    void the_published_entry_beside_the_diagonal_is_far_off() {
        Inputs in = Inputs.none().and("p", 0.2).and("q", 0.3);
        SoftmaxSlopes task = new SoftmaxSlopes();
        assertEquals(-0.06, task.solve(in).tensor("other").item(), 1e-15);
        Answers printed = mistake(task, "reciprocal-products").answer().apply(in);
        assertEquals(-16.67, printed.tensor("other").item(), 5e-3);
    }

    @ParameterizedTest(name = "{0}, patience {1}")
    @CsvSource({
        "5 4 3 3 3 3 2, 3, 5, 2",
        "5 4 3 3.5 2.9 3 3 3, 3, 7, 4",
        "3 2 1, 2, -1, 2",
        "1 2 3, 1, 1, 0",
        "5 4 5 3 5 2 5 1, 2, -1, 7",
        "2 2 2 2, 2, 2, 0",
        "4 NaN NaN 3, 2, 2, 0",
        "3 4 3.9 3.8 3.7, 2, 2, 0"
    })
    void early_stopping_agrees_with_the_table(String losses, int patience, int stop, int best) {
        double[] sequence = Arrays.stream(losses.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Answers answers =
                new EarlyStopping().solve(Inputs.none().and("losses", sequence).and("patience", patience));
        assertEquals(Answers.of("stop", stop).and("best", best), answers);
    }

    @Test
    void comparing_with_the_previous_loss_never_stops_after_a_peak() {
        EarlyStopping task = new EarlyStopping();
        Answers wrong = mistake(task, "compares-with-previous").answer().apply(named(task, "slowly down from a peak"));
        assertEquals(-1, wrong.tensor("stop").item());
    }

    @Test
    void large_logits_give_the_probabilities_of_their_differences() {
        assertArrayEquals(
                Softmax.probabilities(new double[] {0, 1, 2}),
                Softmax.probabilities(new double[] {1000, 1001, 1002}),
                0);
    }

    @Test
    void the_loss_of_ten_classes_begins_at_ln_10() {
        Answers answers = new SoftmaxBatch().solve(named(new SoftmaxBatch(), "W = 0, ten classes"));
        assertEquals(2.302585092994046, answers.tensor("loss").item(), 1e-15);
    }

    @Test
    void central_differences_of_the_loss_stay_sixty_times_below_the_bound() {
        GradientTest task = new GradientTest();
        double largest = 0;
        for (int seed = 1; seed <= 2000; seed++) {
            Inputs in = LogisticData.draw(new Draw(seed), 4, 3);
            double[] exact = new LogisticData(in).meanGradient();
            double[] quotient = task.solve(in.and("claimed", exact).and("eps", 0.01))
                    .tensor("approximation")
                    .toArray();
            for (int j = 0; j < exact.length; j++) {
                largest = Math.max(largest, Math.abs(exact[j] - quotient[j]));
            }
        }
        assertEquals(1.6e-6, largest, 0.4e-6); // the bound is eps^2/6 / (6 sqrt 3) = 1.604e-6
    }

    @Test
    void a_bias_that_is_normalised_with_the_pixels_is_nearly_minus_one() {
        ImagePreprocessing task = new ImagePreprocessing();
        Answers wrong = mistake(task, "bias-normalised").answer().apply(named(task, "black and white"));
        assertEquals(-0.992, wrong.tensor("x").get(0, 4), 5e-4);
    }

    private static Inputs named(ReferenceTask task, String name) {
        return task.edgeCases().stream()
                .filter(edge -> edge.name().equals(name))
                .map(EdgeCase::inputs)
                .findFirst()
                .orElseThrow();
    }

    private static Mistake mistake(ReferenceTask task, String id) {
        return task.mistakes().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
