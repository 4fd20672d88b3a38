package assay.reference.lossestransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WitnessesTest {
    private static final double[] X = {0.1, 0.8, 10};
    private static final double[] Y = {1, 0, 1};

    static Stream<Arguments> claims() {
        return Stream.of(new LossChoice(), new LossWitnesses(), new LinearConvexity())
                .flatMap(task -> task.claims().keySet().stream().map(claim -> Arguments.of(task, claim)));
    }

    private static Optional<String> objection(ReferenceTask task, String claim, Answers given) {
        return Optional.ofNullable(task.claims().get(claim)).orElseThrow().objection(Inputs.none(), given);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("claims")
    void the_witnesses_of_the_reference_hold(ReferenceTask task, String claim) {
        assertEquals(Optional.empty(), objection(task, claim, task.solve(Inputs.none())));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("claims")
    void nothing_is_no_witness(ReferenceTask task, String claim) {
        assertTrue(objection(task, claim, Answers.none()).isPresent());
    }

    // Table of the two minima, 17 digits: stationary points of the summed squared error and its values there.
    @ParameterizedTest(name = "w = {0}")
    @CsvSource({
        "-2.2549443582495354, 1.3292727357667609, true",
        "-0.5028963137981691, 1.4103691795183695, false",
        "0.21625047535944553, 0.5502707337424515, true",
        "5.660312536473901, 1.1099006681551482, false"
    })
    void only_the_valleys_of_the_table_are_accepted(double w, double value, boolean valley) {
        assertEquals(value, Sums.sum(3, p -> SquaredLoss.value(w, X[p], Y[p])), 1e-14);
        double other = w < 0 && valley ? 0.216 : -2.255;
        Answers given = Answers.of("minima-x", X).and("minima-y", Y).and("minima", new double[] {w, other});
        assertEquals(valley, objection(new LossWitnesses(), "two-minima", given).isEmpty());
    }

    @Test
    void the_cross_entropy_of_the_same_samples_is_stationary_at_one_weight() {
        double w = 0.3174631060113065;
        assertEquals(0, Sums.sum(3, p -> Logistic.residual(w * X[p], Y[p]) * X[p]), 1e-15);
    }

    @Test
    void three_decimals_are_enough_and_two_are_not() {
        Answers given = Answers.of("minima-x", X).and("minima-y", Y);
        Answers three = given.and("minima", new double[] {-2.254, 0.217});
        assertEquals(Optional.empty(), objection(new LossWitnesses(), "two-minima", three));
        Answers two = given.and("minima", new double[] {-2.26, 0.22});
        assertTrue(objection(new LossWitnesses(), "two-minima", two).isPresent());
    }

    @ParameterizedTest(name = "label {0}, sigma {1}")
    @CsvSource({
        "1, 0.333, true",
        "1, 0.334, false",
        "1, 0.5, false",
        "0, 0.667, true",
        "0, 0.666, false",
        "0, 0.5, false"
    })
    void the_curvature_is_negative_beyond_a_third_and_two_thirds(double y, double sigma, boolean negative) {
        double w = StrictMath.log(sigma / (1 - sigma));
        Answers given = Answers.of("curvature-x", 1).and("curvature-y", y).and("curvature-w", w);
        assertEquals(
                negative,
                objection(new LossWitnesses(), "negative-curvature", given).isEmpty());
    }

    private static Answers cross(String form, double y, double[] first, double[] second) {
        return Answers.of("cross-form", form)
                .and("cross-x", 1)
                .and("cross-y", y)
                .and("cross-first", first)
                .and("cross-second", second)
                .and("cross-t", 0.5);
    }

    @Test
    void a_probability_must_stay_between_0_and_1_on_the_way() {
        Answers inside = cross("probability", 0, new double[] {0.1, 1.5}, new double[] {1.5, 0.1});
        assertEquals(Optional.empty(), objection(new LinearConvexity(), "cross-not-convex", inside));
        Answers outside = cross("probability", 0, new double[] {0.1, 3}, new double[] {3, 0.1});
        assertTrue(objection(new LinearConvexity(), "cross-not-convex", outside)
                .orElseThrow()
                .contains("domain"));
    }

    @Test
    void along_one_layer_alone_no_points_are_accepted() {
        Draw draw = new Draw(5);
        for (int i = 0; i < 1000; i++) {
            double w1 = draw.normal();
            Answers given = cross("logit", draw.integer(0, 1), new double[] {w1, 3 * draw.normal()}, new double[] {
                w1, 3 * draw.normal()
            });
            assertTrue(
                    objection(new LinearConvexity(), "cross-not-convex", given).isPresent());
        }
    }

    @Test
    void not_a_number_is_no_witness() {
        Answers given = new LinearConvexity().solve(Inputs.none());
        for (String name : List.of("squared-x", "squared-y", "squared-t")) {
            assertTrue(objection(new LinearConvexity(), "squared-not-convex", given.and(name, Double.NaN))
                    .isPresent());
        }
        Answers odd = given.and("squared-first", new double[] {Double.NaN, 1});
        assertTrue(objection(new LinearConvexity(), "squared-not-convex", odd).isPresent());
    }

    @Test
    void a_shuffled_split_is_right_and_a_repeated_sample_is_not() {
        DenseSplit task = new DenseSplit();
        Inputs in = Inputs.none().and("samples", 5).and("share", 0.6);
        Answers shuffled = Answers.of("training", new double[] {4, 0, 2}).and("validation", new double[] {3, 1});
        assertEquals(Optional.empty(), split(task, "each-once", in, shuffled));
        assertEquals(Optional.empty(), split(task, "sizes", in, shuffled));
        Answers repeated = shuffled.and("validation", new double[] {3, 4});
        assertTrue(split(task, "each-once", in, repeated).orElseThrow().contains("both parts"));
    }

    private static Optional<String> split(ReferenceTask task, String claim, Inputs in, Answers given) {
        return Optional.ofNullable(task.claims().get(claim)).orElseThrow().objection(in, given);
    }

    @Test
    void copies_zeros_and_ones_are_no_trained_head() {
        TransferFreeze task = new TransferFreeze();
        Draw draw = new Draw(3);
        for (int i = 0; i < 50; i++) {
            Inputs in = task.draw(draw);
            Answers right = task.solve(in);
            assertEquals(Optional.empty(), split(task, "head-trained", in, right));
            Tensor head = in.tensor("head");
            Tensor bias = in.tensor("headbias");
            Answers copies = right.and("head", head).and("headbias", bias);
            assertTrue(split(task, "head-trained", in, copies).isPresent());
            for (double constant : new double[] {0, 1, Double.NaN}) {
                Answers same = right.and("head", head.map(x -> constant)).and("headbias", bias.map(x -> constant));
                assertTrue(split(task, "head-trained", in, same).isPresent());
            }
        }
    }
}
