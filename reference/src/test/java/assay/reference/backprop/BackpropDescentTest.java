package assay.reference.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BackpropDescentTest {
    private static final BackpropDescent TASK = new BackpropDescent();
    private static final Claim FALLS = TASK.claims().get("falls");

    private static Inputs smallRate() {
        return TASK.edgeCases().stream()
                .filter(one -> one.name().equals("small rate"))
                .map(EdgeCase::inputs)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_step_of_the_right_descent_lowers_the_loss() {
        assertEquals(Optional.empty(), FALLS.objection(smallRate(), TASK.solve(smallRate())));
    }

    /** The first step of one point is the gradient of the other task. */
    @RepeatedTest(20)
    void the_first_step_is_the_gradient_of_one_point(RepetitionInfo repetition) {
        Inputs drawn = TASK.draw(new Draw(repetition.getCurrentRepetition()));
        double[] point = drawn.matrix("x")[0];
        Inputs one = drawn.and("x", Tensor.matrix(point)).and("steps", 1).and("rate", 1);
        double[][] rows = TASK.solve(one).tensor("trajectory").toRows();
        Answers gradient = new BackpropGradients()
                .solve(Inputs.none()
                        .and("A", drawn.tensor("A"))
                        .and("B", drawn.tensor("B"))
                        .and("x", point));
        for (int i = 0; i < 4; i++) {
            assertEquals(gradient.tensor("dA").at(i), rows[0][i] - rows[1][i], 1e-12 * (1 + Math.abs(rows[1][i])));
            assertEquals(
                    gradient.tensor("dB").at(i),
                    rows[0][4 + i] - rows[1][4 + i],
                    1e-12 * (1 + Math.abs(rows[1][4 + i])));
        }
        assertEquals(gradient.tensor("loss").item(), rows[0][8], 1e-12 * rows[0][8]);
    }

    @Test
    void the_claim_refuses_a_climb_a_wrong_loss_and_a_standstill() {
        Inputs in = smallRate();
        assertTrue(objection(in, "ascent").contains("does not fall"));
        assertTrue(objection(in, "loss-after-update").contains("In row 0 the loss is logged as"));
        double[][] rows = TASK.solve(in).tensor("trajectory").toRows();
        rows[3] = rows[2].clone();
        String standstill = FALLS.objection(in, Answers.of("trajectory", Tensor.matrix(rows)))
                .orElseThrow();
        assertTrue(standstill.startsWith("From row 2 to row 3 the loss does not fall"), standstill);
        rows[3][8] = Double.NaN;
        assertTrue(FALLS.objection(in, Answers.of("trajectory", Tensor.matrix(rows)))
                .isPresent());
        assertTrue(FALLS.objection(in, Answers.of("trajectory", Tensor.matrix(new double[9])))
                .isPresent());
    }

    private static String objection(Inputs in, String mistake) {
        Answers wrong = TASK.mistakes().stream()
                .filter(one -> one.id().equals(mistake))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(in);
        return FALLS.objection(in, wrong).orElseThrow();
    }
}
