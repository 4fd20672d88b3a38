package assay.reference.dnnbasics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class OracleTest {
    private static final double[] X = {0, 1, 2, 3, 4};
    private static final double[] Y = {1, 3, 2, 5, 4};

    @ParameterizedTest(name = "z = {0}")
    @CsvFileSource(resources = "/oracle/logistic.csv", useHeadersInDisplayName = true)
    void the_logistic_function_agrees_with_the_40_digit_table(double z, double sigmoid, double softplus, double slope) {
        assertUlps(sigmoid, Logistic.sigmoid(z), 2);
        assertUlps(softplus, Logistic.softplus(z), 2);
        assertUlps(slope, Logistic.slope(z), 4);
    }

    @ParameterizedTest(name = "logits {0}, label {1}")
    @CsvFileSource(resources = "/oracle/softmax-loss.csv", useHeadersInDisplayName = true)
    void the_loss_on_logits_agrees_with_the_40_digit_table(String logits, int label, double loss) {
        double[] z = Arrays.stream(logits.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertUlps(loss, Softmax.loss(z, label), 4);
    }

    @ParameterizedTest(name = "shifted by {0}")
    @CsvFileSource(resources = "/oracle/closed-form.csv", useHeadersInDisplayName = true)
    void the_line_through_shifted_points_agrees_with_the_40_digit_table(
            double shift, double slope, double intercept, double fitted) {
        double[] x = {0.3, 1.9, 2.4, 4.1, 5.6, 6.2, 7.7, 8.5, 9.8};
        double[] y = {52.5, 62.0, 69.0, 78.1, 90.3, 91.0, 104.8, 111.2, 117.1};
        Inputs in = Points.inputs(Sums.vector(x.length, i -> x[i] + shift), y);
        Answers line = new LinregClosedForm().solve(in);
        // The mean of nine numbers near the shift is rounded; measured is 6e-16 up to 1e6 and 1.2e-15 at 1e8.
        assertEquals(slope, number(line, "slope"), 5e-15 * slope);
        assertEquals(intercept, number(line, "intercept"), 5e-15 * (Math.abs(intercept) + 100));
        double first = number(line, "intercept") + number(line, "slope") * (x[0] + shift);
        assertEquals(fitted, first, 1e-14 * (Math.abs(shift) * slope + 100));
    }

    @ParameterizedTest(name = "d{0}")
    @CsvFileSource(resources = "/oracle/graph-partials.csv", useHeadersInDisplayName = true)
    void the_partial_derivatives_agree_with_the_table(String parameter, double value) {
        GraphPartials task = new GraphPartials();
        assertEquals(value, number(task.solve(byHand(task)), "d" + parameter), 1e-13 * Math.abs(value));
    }

    @ParameterizedTest(name = "d{0}: {1}")
    @CsvFileSource(resources = "/oracle/graph-mistakes.csv", useHeadersInDisplayName = true)
    void the_mistakes_in_them_agree_with_the_table(String parameter, String mistake, double value) {
        GraphPartials task = new GraphPartials();
        Mistake known = task.mistakes().stream()
                .filter(one -> one.id().equals(mistake))
                .findFirst()
                .orElseThrow();
        Answers wrong = known.answer().apply(byHand(task));
        assertEquals(value, number(wrong, "d" + parameter), 1e-13 * Math.abs(value));
    }

    @Test
    void the_loss_of_the_graph_is_that_of_the_table() {
        GraphVariables task = new GraphVariables();
        assertEquals(11.548930319518593, number(task.solve(byHand(task)), "loss"), 1e-14);
    }

    @Test
    void the_gradient_of_one_sample_is_that_of_the_table() {
        Inputs in = Inputs.none()
                .and("w", new double[] {0.5, -1, 0.25})
                .and("x", new double[] {1, 2, -4})
                .and("y", 1);
        Answers answers = new BceGradient().solve(in);
        assertEquals(2.5788897342925496, number(answers, "loss"), 1e-15);
        assertArrayEquals(
                new double[] {-0.9241418199787564, -1.8482836399575129, 3.6965672799150258},
                answers.tensor("gradient").toArray(),
                1e-15);
    }

    @Test
    void the_line_through_five_points_is_that_of_the_table() {
        Answers line = new LinregClosedForm().solve(Points.inputs(X, Y));
        assertEquals(1.4, number(line, "intercept"), 1e-15);
        assertEquals(0.8, number(line, "slope"), 1e-15);
        Answers origin = new LinregClosedForm().mistakes().get(0).answer().apply(Points.inputs(X, Y));
        assertEquals(19.0 / 15, number(origin, "slope"), 1e-15);
    }

    @Test
    void the_derivatives_at_zero_are_those_of_the_table() {
        LinregDerivatives task = new LinregDerivatives();
        Answers answers = task.solve(byHand(task));
        assertEquals(-6, number(answers, "dw0"), 1e-14);
        assertEquals(-15.2, number(answers, "dw1"), 1e-14);
    }

    @Test
    void softmax_on_a_confident_probability_cannot_fall_below_the_floor() {
        double[] sure = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertEquals(1.461150171734475, Softmax.loss(sure, 0), 1e-15);
        assertEquals(2.4611501717344746, Softmax.loss(sure, 1), 1e-15);
    }

    private static Inputs byHand(ReferenceTask task) {
        return task.edgeCases().stream()
                .filter(edge -> edge.name().equals("by hand"))
                .map(EdgeCase::inputs)
                .findFirst()
                .orElseThrow();
    }

    private static double number(Answers answers, String name) {
        return answers.tensor(name).item();
    }

    private static void assertUlps(double expected, double actual, int ulps) {
        assertEquals(expected, actual, ulps * Math.ulp(expected));
    }
}
