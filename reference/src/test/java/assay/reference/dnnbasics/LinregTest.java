package assay.reference.dnnbasics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Truth;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.reference.math.Sums;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LinregTest {
    private final LinregClosedForm closedForm = new LinregClosedForm();
    private final LinregDescent descent = new LinregDescent();

    @RepeatedTest(50)
    void the_residuals_of_the_best_line_add_up_to_zero_also_times_x(RepetitionInfo repetition) {
        Inputs in = closedForm.draw(new Draw(repetition.getCurrentRepetition()));
        Points points = new Points(in);
        Answers line = closedForm.solve(in);
        double w0 = line.tensor("intercept").item();
        double w1 = line.tensor("slope").item();
        double bound = 1e-9 * points.n() * Sums.largest(points.y) * Sums.largest(points.x);
        assertEquals(0, Sums.sum(points.n(), i -> points.residual(w0, w1, i)), bound);
        assertEquals(0, Sums.sum(points.n(), i -> points.residual(w0, w1, i) * points.x[i]), bound);
    }

    @Test
    void points_that_determine_no_line_are_reported() {
        for (EdgeCase edge : closedForm.edgeCases()) {
            boolean degenerate = edge.name().startsWith("all x") || edge.name().equals("one point");
            assertEquals(
                    new Truth(degenerate),
                    closedForm.solve(edge.inputs()).get("degenerate").orElseThrow());
        }
    }

    @Test
    void the_difference_of_raw_sums_fails_far_from_zero() {
        for (EdgeCase edge : closedForm.edgeCases()) {
            if (edge.name().startsWith("shifted")) {
                Points points = new Points(edge.inputs());
                int n = points.n();
                double sumX = Sums.sum(n, i -> points.x[i]);
                double sumY = Sums.sum(n, i -> points.y[i]);
                double onePass = (n * Sums.dot(points.x, points.y) - sumX * sumY)
                        / (n * Sums.dot(points.x, points.x) - sumX * sumX);
                double right = closedForm.solve(edge.inputs()).tensor("slope").item();
                assertTrue(Math.abs(onePass - right) > 3e-7 * right, edge.name());
            }
        }
    }

    @Test
    void far_from_zero_the_fitted_values_are_compared_in_place_of_the_intercept() {
        Inputs near = Points.inputs(new double[] {0, 1, 2}, new double[] {1, 2, 2});
        Inputs far = Points.inputs(new double[] {1e6, 1e6 + 1, 1e6 + 2}, new double[] {1, 2, 2});
        assertEquals(
                0,
                closedForm
                        .compared(near, closedForm.solve(near))
                        .tensor("intercept")
                        .rank());
        assertEquals(
                3,
                closedForm
                        .compared(far, closedForm.solve(far))
                        .tensor("intercept")
                        .size());
    }

    @Test
    void an_answer_without_a_slope_is_compared_as_it_is() {
        Inputs far = Points.inputs(new double[] {1e6, 1e6 + 1, 1e6 + 2}, new double[] {1, 2, 2});
        Answers half = Answers.of("intercept", 3);
        assertEquals(half, closedForm.compared(far, half));
    }

    @RepeatedTest(20)
    void descent_ends_within_the_bound_of_its_slowest_direction(RepetitionInfo repetition) {
        Inputs in = descent.draw(new Draw(repetition.getCurrentRepetition())).and("steps", 60);
        Points points = new Points(in);
        Answers best = closedForm.solve(in);
        double largest = points.largestEigenvalue();
        double smallest = points.spread() / points.n() / largest; // the determinant is the variance of x
        double rate = in.number("rate");
        double factor = Math.max(Math.abs(1 - 2 * rate * smallest), Math.abs(1 - 2 * rate * largest));
        double[] last = descent.solve(in).tensor("trajectory").toRows()[60];
        double start =
                Math.hypot(best.tensor("intercept").item(), best.tensor("slope").item());
        double end = Math.hypot(
                last[0] - best.tensor("intercept").item(),
                last[1] - best.tensor("slope").item());
        assertTrue(end <= Math.pow(factor, 60) * start * (1 + 1e-9));
    }

    @RepeatedTest(20)
    void descent_converges_just_below_the_largest_rate_and_diverges_above(RepetitionInfo repetition) {
        Inputs drawn = descent.draw(new Draw(repetition.getCurrentRepetition())).and("steps", 4000);
        double largest = descent.solve(drawn).tensor("largest-rate").item();
        double start = new Points(drawn).loss(0, 0);
        assertTrue(lastLoss(drawn.and("rate", 0.99 * largest)) < start);
        assertFalse(lastLoss(drawn.and("rate", 1.01 * largest)) < start);
    }

    private double lastLoss(Inputs in) {
        double[][] rows = descent.solve(in).tensor("trajectory").toRows();
        return rows[rows.length - 1][2];
    }
}
