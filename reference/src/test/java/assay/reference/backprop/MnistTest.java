package assay.reference.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistTest {
    private static final LogSoftmaxLoss LOSS = new LogSoftmaxLoss();
    private static final DropoutUnits DROPOUT = new DropoutUnits();

    /** Oracle of the sheet. */
    @ParameterizedTest
    @CsvSource({
        "softmax, 7850",
        "mlp, 669706",
        "convnet, 1199882",
        "convnet-first, 320",
        "convnet-second, 18496",
        "convnet-dense, 1179776",
        "convnet-output, 1290",
        "flat, 9216",
        "pooled-side, 12"
    })
    void counts_agree_with_the_oracle(String name, double count) {
        assertEquals(count, new MnistCounts().solve(Inputs.none()).tensor(name).item());
    }

    @RepeatedTest(50)
    void the_gradient_of_the_loss_agrees_with_central_differences(RepetitionInfo repetition) {
        Inputs in = LOSS.draw(new Draw(repetition.getCurrentRepetition()));
        Tensor gradient = LOSS.solve(in).tensor("gradient");
        Tensor logits = in.tensor("logits");
        for (int i = 0; i < gradient.size(); i++) {
            double slope = (loss(in, logits, i, 1e-5) - loss(in, logits, i, -1e-5)) / 2e-5;
            assertEquals(
                    slope,
                    gradient.at(i),
                    1e-6 * LOSS.scale(in).tensor("gradient").at(i) + 1e-9);
        }
    }

    private static double loss(Inputs in, Tensor logits, int at, double by) {
        double[] entries = logits.toArray();
        entries[at] += by;
        Tensor moved = Tensor.of(new int[] {logits.extent(0), logits.extent(1)}, entries);
        return LOSS.solve(in.and("logits", moved)).tensor("loss").item();
    }

    @Test
    void the_loss_of_equal_logits_is_the_logarithm_of_the_number_of_classes() {
        Inputs in = LOSS.edgeCases().get(0).inputs();
        assertEquals(Math.log(10), LOSS.solve(in).tensor("loss").item(), 4e-16);
    }

    @Test
    void a_loss_on_probabilities_is_negative() {
        Inputs in = LOSS.edgeCases().get(0).inputs();
        double wrong = LOSS.mistakes().stream()
                .filter(one -> one.id().equals("loss-of-probabilities"))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(in)
                .tensor("loss")
                .item();
        assertEquals(-0.1, wrong, 1e-16);
    }

    @Test
    void dropout_keeps_the_mean_over_random_draws() {
        Draw draw = new Draw(7);
        int n = 100_000;
        double p = 0.3;
        Inputs in = Inputs.none()
                .and("x", draw.vector(n, () -> 1))
                .and("u", draw.vector(n, () -> draw.uniform(0, 1)))
                .and("p", p)
                .and("w", draw.vector(n, () -> 1.0 / n));
        double mean = Arrays.stream(DROPOUT.solve(in).tensor("training").toArray())
                .average()
                .orElseThrow();
        double deviation = Math.sqrt(p / (1 - p) / n);
        assertTrue(Math.abs(mean - 1) <= 5 * deviation, "mean " + mean);
        assertEquals(1, DROPOUT.solve(in).tensor("test").item(), 1e-10);
    }

    @Test
    void the_claim_on_the_mean_takes_every_mask_that_keeps_it() {
        Inputs in = DROPOUT.edgeCases().stream()
                .filter(one -> one.name().equals("1000 even draws"))
                .map(EdgeCase::inputs)
                .findFirst()
                .orElseThrow();
        var claim = DROPOUT.claims().get("mean-kept");
        assertTrue(claim.objection(in, DROPOUT.solve(in)).isEmpty());
        for (String id :
                new String[] {"not-scaled", "scaled-the-wrong-way", "divided-by-p", "mask-inverted", "nothing-dropped"
                }) {
            Answers wrong = DROPOUT.mistakes().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .answer()
                    .apply(in);
            assertTrue(claim.objection(in, wrong).isPresent(), id);
        }
    }
}
