package assay.reference.dnnbasics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.reference.math.Sums;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No draw in ten thousand lies where a mistake cannot be seen; the conditions are written anew here. */
class HidingPointsTest {
    private static final int DRAWS = 10_000;

    @Test
    void one_sample_has_a_residual_features_and_weights_unlike_them() {
        Draw draw = new Draw(1);
        BceGradient task = new BceGradient();
        for (int k = 0; k < DRAWS; k++) {
            Inputs in = task.draw(draw);
            double[] w = in.vector("w");
            double[] x = in.vector("x");
            double yhat = 1 / (1 + Math.exp(-Sums.dot(w, x)));
            assertTrue(x.length >= 1 && x.length <= 6);
            assertTrue(Math.abs(yhat - in.number("y")) > 0.049);
            assertTrue(IntStream.range(0, x.length).anyMatch(j -> Math.abs(x[j]) > 0.09));
            assertTrue(IntStream.range(0, x.length).anyMatch(j -> Math.abs(x[j] - w[j]) > 0.049));
        }
    }

    @Test
    void a_point_of_the_graph_is_in_its_domain_and_away_from_zeros() {
        Draw draw = new Draw(2);
        GraphPartials task = new GraphPartials();
        for (int k = 0; k < DRAWS; k++) {
            Inputs in = task.draw(draw);
            assertTrue(Math.abs(in.number("a")) <= 1 && Math.abs(in.number("m")) >= 0.5);
            assertTrue(
                    in.number("b") >= 0.5 && in.number("c") >= 0.3 && in.number("d") >= 0.2 && in.number("n") >= 0.3);
            for (int i = 0; i < 3; i++) {
                double x = in.vector("x")[i];
                assertTrue(x >= 0.2 && x <= 1.5 && Math.abs(in.vector("y")[i]) <= 2);
                assertTrue(Math.abs(Math.log(in.number("c") * x + in.number("d"))) > 0.049);
                assertTrue(Math.abs(in.vector("yhat")[i] - in.vector("y")[i]) > 0.049);
                assertTrue(Math.abs(Math.cos(in.number("n") * Math.exp(x))) > 0.049);
            }
        }
    }

    @Test
    void a_batch_is_not_as_large_as_it_has_features() {
        Draw draw = new Draw(3);
        BceBatchGradient task = new BceBatchGradient();
        for (int k = 0; k < DRAWS; k++) {
            Inputs in = task.draw(draw);
            assertTrue(in.matrix("x").length > 1 && in.matrix("x").length != in.vector("w").length);
        }
    }

    @Test
    void a_line_has_points_on_one_side_of_zero_only_for_the_derivatives() {
        Draw draw = new Draw(4);
        LinregDerivatives task = new LinregDerivatives();
        for (int k = 0; k < DRAWS; k++) {
            Inputs in = task.draw(draw);
            assertTrue(in.vector("x").length >= 3);
            for (double x : in.vector("x")) {
                assertTrue(x > 0.4);
            }
        }
    }

    @Test
    void a_descent_converges_and_has_steps() {
        Draw draw = new Draw(5);
        LinregDescent task = new LinregDescent();
        for (int k = 0; k < 1000; k++) {
            Inputs in = task.draw(draw);
            double[][] rows = task.solve(in).tensor("trajectory").toRows();
            assertTrue(rows.length >= 6);
            for (int t = 1; t < rows.length; t++) {
                assertTrue(rows[t][2] < rows[t - 1][2], "the loss must fall in every step of " + in);
            }
        }
    }

    @Test
    void a_fitted_line_has_a_spread_of_x() {
        Draw draw = new Draw(6);
        LinregClosedForm task = new LinregClosedForm();
        for (int k = 0; k < DRAWS; k++) {
            Inputs in = task.draw(draw);
            double[] x = in.vector("x");
            double mean = Sums.mean(x.length, i -> x[i]);
            assertTrue(Sums.mean(x.length, i -> (x[i] - mean) * (x[i] - mean)) > 0.99);
            assertTrue(x.length >= 3 && x.length <= 50);
        }
    }

    @Test
    void a_loss_on_logits_is_not_close_to_zero() {
        Draw draw = new Draw(7);
        SoftmaxLoss task = new SoftmaxLoss();
        for (int k = 0; k < DRAWS; k++) {
            Inputs in = task.draw(draw);
            assertTrue(task.solve(in).tensor("loss").item() > 0.049);
        }
    }
}
