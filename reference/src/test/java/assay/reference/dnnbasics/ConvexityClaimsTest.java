package assay.reference.dnnbasics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvexityClaimsTest {
    private final BceConvexity task = new BceConvexity();

    private Optional<String> objection(String claim, Answers given) {
        Claim examined = task.claims().get(claim);
        return examined.objection(Inputs.none(), given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-minimum", "two-minimisers", "diagonal-not-enough", "zero-not-smallest"})
    void the_witnesses_of_the_reference_hold(String claim) {
        assertEquals(Optional.empty(), objection(claim, task.solve(Inputs.none())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-minimum", "two-minimisers", "diagonal-not-enough", "zero-not-smallest"})
    void nothing_is_no_witness(String claim) {
        assertTrue(objection(claim, Answers.none()).orElseThrow().contains("is missing"));
    }

    @Test
    void separation_is_decided_without_rounding() {
        // In doubles 0.1 * 3 - 0.3 is not 0 but 5.6e-17; exactly, with the doubles nearest to 0.1 and 0.3, it is
        // positive.
        Answers barely = separated(new double[][] {{0.1, -0.3}, {1, 0}}, new double[] {1, 1}, new double[] {3, 1});
        assertEquals(Optional.empty(), objection("no-minimum", barely));
        Answers not = separated(new double[][] {{0.1, -0.3}, {1, 0}}, new double[] {0, 1}, new double[] {3, 1});
        assertTrue(objection("no-minimum", not).orElseThrow().contains("sample 0"));
    }

    private static Answers separated(double[][] x, double[] y, double[] direction) {
        return Answers.of("separable-x", Tensor.matrix(x)).and("separable-y", y).and("direction", direction);
    }

    @Test
    void along_a_separating_direction_the_loss_falls_below_any_bound() {
        Answers given = task.solve(Inputs.none());
        double[][] x = given.tensor("separable-x").toRows();
        double[] y = given.tensor("separable-y").toArray();
        double before = Double.POSITIVE_INFINITY;
        for (double length : new double[] {1, 10, 30}) {
            LogisticBatch batch = new LogisticBatch(new double[] {length}, x, y);
            double loss = Sums.mean(2, p -> Logistic.loss(batch.z(p), y[p]));
            assertTrue(loss < before / 100);
            before = loss;
        }
        assertEquals(9.4e-14, before, 0.1e-14);
    }

    @Test
    void two_flat_points_far_out_on_separable_data_are_no_minimisers() {
        Answers far = minimisers(new double[][] {{1}}, new double[] {1}, new double[] {30}, new double[] {31});
        assertTrue(objection("two-minimisers", far).orElseThrow().contains("not a minimiser"));
        Answers further = minimisers(new double[][] {{1}}, new double[] {1}, new double[] {800}, new double[] {900});
        assertTrue(objection("two-minimisers", further).orElseThrow().contains("flat"));
    }

    @Test
    void rounded_minimisers_are_accepted() {
        double[][] x = {{1, 0.1}, {1, 0.1}, {1, 0.1}};
        double z = StrictMath.log(2);
        Answers rounded =
                minimisers(x, new double[] {1, 1, 0}, new double[] {z, 0}, new double[] {z - 0.3, 3.0000000000000004});
        assertEquals(Optional.empty(), objection("two-minimisers", rounded));
    }

    private static Answers minimisers(double[][] x, double[] y, double[] first, double[] second) {
        return Answers.of("dependent-x", Tensor.matrix(x))
                .and("dependent-y", y)
                .and("first-minimiser", first)
                .and("second-minimiser", second);
    }

    @Test
    void a_form_that_is_zero_is_not_negative() {
        Answers zero = Answers.of("diagonal-matrix", Tensor.matrix(new double[] {1, 1}, new double[] {1, 1}))
                .and("diagonal-direction", new double[] {1, -1});
        assertTrue(objection("diagonal-not-enough", zero).orElseThrow().contains("not negative"));
    }

    @Test
    void numbers_that_are_not_finite_are_no_witness() {
        Answers odd = task.solve(Inputs.none()).and("direction", new double[] {Double.NaN});
        assertTrue(objection("no-minimum", odd).orElseThrow().contains("finite"));
    }

    @Test
    void dependent_columns_have_a_zero_eigenvalue() {
        Answers dependent = Answers.of("positive-x", Tensor.matrix(new double[] {0.1, 0.3}, new double[] {0.2, 0.6}))
                .and("positive-w", new double[] {1, 1});
        assertTrue(objection("zero-not-smallest", dependent).orElseThrow().contains("dependent"));
    }
}
