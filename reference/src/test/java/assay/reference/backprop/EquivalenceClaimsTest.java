package assay.reference.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceClaimsTest {
    private static final Answers RIGHT = new EquivalenceStatements().solve(Inputs.none());

    @RepeatedTest(50)
    void the_reference_keeps_the_model(RepetitionInfo repetition) {
        EquivalenceFactors factors = new EquivalenceFactors();
        Inputs in = factors.draw(new Draw(repetition.getCurrentRepetition()));
        assertEquals(Optional.empty(), EquivalenceClaims.factors(in, factors.solve(in)));
        EquivalenceProduct product = new EquivalenceProduct();
        Inputs other = product.draw(new Draw(repetition.getCurrentRepetition()));
        assertEquals(Optional.empty(), EquivalenceClaims.product(other, product.solve(other)));
    }

    /** Equal rows of the difference mean equal probabilities, other ones do not: tried at random x. */
    @RepeatedTest(20)
    void equal_rows_of_the_difference_are_what_softmax_ignores(RepetitionInfo repetition) {
        Draw draw = new Draw(repetition.getCurrentRepetition());
        double[][] w = draw.matrix(3, 2, draw::normal).toRows();
        double[] shift = draw.vector(2, draw::normal);
        double[][] moved = new double[3][];
        for (int i = 0; i < 3; i++) {
            double[] row = w[i];
            moved[i] = Sums.vector(2, j -> row[j] + shift[j]);
        }
        assertTrue(EquivalenceClaims.isSameModel(moved, w));
        assertTrue(difference(moved, w, draw) <= 1e-12);
        moved[1][0] += 0.1;
        assertTrue(!EquivalenceClaims.isSameModel(moved, w));
        assertTrue(difference(moved, w, draw) > 1e-6);
    }

    private static double difference(double[][] m, double[][] w, Draw draw) {
        double[] x = {1 + draw.uniform(0, 1), draw.normal()};
        double[] one = Softmax.probabilities(Sums.vector(3, i -> Sums.dot(m[i], x)));
        double[] other = Softmax.probabilities(Sums.vector(3, i -> Sums.dot(w[i], x)));
        return Sums.largest(Sums.vector(3, i -> one[i] - other[i]));
    }

    @Test
    void nan_and_infinity_never_give_the_same_model() {
        double[][] w = {{1}};
        assertTrue(!EquivalenceClaims.isSameModel(new double[][] {{Double.NaN}}, w));
        assertTrue(!EquivalenceClaims.isSameModel(new double[][] {{Double.POSITIVE_INFINITY}}, w));
    }

    @Test
    void the_witnesses_of_the_reference_hold() {
        assertEquals(Optional.empty(), EquivalenceClaims.singular(RIGHT));
        assertEquals(Optional.empty(), EquivalenceClaims.bottleneck(RIGHT));
    }

    @ParameterizedTest(name = "r = {0}")
    @CsvSource({"1, ''", "2, 'within reach of r = 2'", "3, 'less than both 3 and 3'", "1.5, 'whole number'"})
    void a_bottleneck_needs_a_rank_above_r_after_centring(double r, String words) {
        Answers given = RIGHT.and("bottleneck-r", r);
        String objection = EquivalenceClaims.bottleneck(given).orElse("");
        assertTrue(objection.contains(words) && objection.isEmpty() == words.isEmpty(), objection);
    }

    @Test
    void two_classes_pass_through_one_number() {
        Answers given =
                RIGHT.and("bottleneck-W", new double[][] {{1, 0}, {0, 1}}).and("bottleneck-r", 1);
        assertTrue(EquivalenceClaims.bottleneck(given).orElseThrow().contains("the rank is 1"));
    }

    @Test
    void a_sum_with_an_inverse_or_another_model_contradicts_nothing() {
        assertTrue(EquivalenceClaims.singular(RIGHT.and("singular-B", new double[][] {{0, 0}, {0, 1}}))
                .orElseThrow()
                .contains("has an inverse"));
        assertTrue(EquivalenceClaims.singular(RIGHT.and("singular-C", new double[][] {{2}, {5}}))
                .orElseThrow()
                .contains("the same model too"));
    }

    @Test
    void ranks_are_counted() {
        assertEquals(0, EquivalenceClaims.rank(new double[2][3]));
        assertEquals(1, EquivalenceClaims.rank(new double[][] {{1, 2}, {2, 4}, {-1, -2}}));
        assertEquals(2, EquivalenceClaims.rank(new double[][] {{0, 1}, {1, 0}}));
        assertEquals(2, EquivalenceClaims.rank(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}));
    }
}
