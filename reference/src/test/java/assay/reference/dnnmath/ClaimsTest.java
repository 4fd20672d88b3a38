package assay.reference.dnnmath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Values;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    static Stream<ReferenceTask> tasks() {
        return DnnMath.tasks().stream().filter(task -> !task.claims().isEmpty());
    }

    private static Optional<String> objection(ReferenceTask task, String claim, Inputs in, Answers given) {
        return Optional.ofNullable(task.claims().get(claim)).orElseThrow().objection(in, given);
    }

    private static Optional<String> objection(ReferenceTask task, String claim, Answers given) {
        return objection(task, claim, Inputs.none(), given);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_references_show_their_claims_and_nothing_shows_none(ReferenceTask task) {
        List<Inputs> inputs =
                new ArrayList<>(task.edgeCases().stream().map(EdgeCase::inputs).toList());
        inputs.add(task.draw(new Draw(5)));
        for (Inputs in : inputs) {
            for (String claim : task.claims().keySet()) {
                assertEquals(Optional.empty(), objection(task, claim, in, task.solve(in)), claim);
                assertTrue(objection(task, claim, in, Answers.none()).isPresent(), claim);
            }
        }
    }

    @Test
    void a_filter_of_ones_in_every_channel_does_not_pool() {
        PoolingFilter task = new PoolingFilter();
        Inputs in = Inputs.none().and("k", 2).and("C", 2);
        Answers summed = Answers.of("filter", task.solve(in).tensor("filter").map(x -> 0.25))
                .and("stride", 2);
        assertTrue(objection(task, "pools", in, summed).orElseThrow().contains("its mean is"));
    }

    @Test
    void a_window_on_which_both_orders_agree_but_for_rounding_is_no_witness() {
        MaximumCommutes task = new MaximumCommutes();
        Answers almost = Answers.of("square-window", new double[] {1, -1 - 1e-12});
        assertTrue(objection(task, "square", almost).orElseThrow().contains("agree"));
        Answers plain = Answers.of("square-window", new double[] {1, -1 - 1e-6});
        assertEquals(Optional.empty(), objection(task, "square", plain));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-800, -5, 0, 0.69, 800, Double.NaN, Double.POSITIVE_INFINITY})
    void the_squared_distance_curves_upwards_up_to_ln_2(double z) {
        assertTrue(objection(new LossReasons(), "concave", Answers.of("concave-at", z))
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6932, 1, 2, 100, 300})
    void the_squared_distance_curves_downwards_beyond_ln_2(double z) {
        assertEquals(Optional.empty(), objection(new LossReasons(), "concave", Answers.of("concave-at", z)));
    }

    @Test
    void the_formula_of_the_curvature_agrees_with_a_difference_of_slopes() {
        double h = 1e-5;
        for (double z = -3; z <= 4; z += 0.5) {
            double s = Logistic.sigmoid(z);
            double difference =
                    (PairLoss.MSE.slope().at(z + h, -1) - PairLoss.MSE.slope().at(z - h, -1)) / (2 * h);
            assertEquals(4 * s * s * (1 - s) * (2 - 3 * s), difference, 1e-9);
        }
    }

    @Test
    void rows_of_the_table_may_change_places_within_their_group_only() {
        LenetTable task = new LenetTable();
        List<List<Integer>> rows = new ArrayList<>(List.of(
                List.of(2, 1, 3),
                List.of(2, 0, 1),
                List.of(2, 3, 4),
                List.of(3, 4, 5),
                List.of(5, 4, 0),
                List.of(0, 1, 5)));
        rows.addAll(List.of(List.of(0, 1, 2, 3), List.of(1, 2, 3, 4), List.of(2, 3, 4, 5)));
        rows.addAll(List.of(List.of(0, 3, 4, 5), List.of(0, 1, 4, 5), List.of(0, 1, 3, 4)));
        rows.addAll(List.of(List.of(0, 1, 2, 5), List.of(1, 2, 4, 5), List.of(0, 2, 3, 5)));
        rows.add(List.of(5, 4, 3, 2, 1, 0));
        Answers given = Answers.of("table", Values.of(rows));
        assertEquals(Optional.empty(), objection(task, "triples", given));
        assertEquals(Optional.empty(), objection(task, "all", given));
        assertTrue(objection(task, "quadruples", given).orElseThrow().startsWith("Row 11"));
        assertTrue(objection(task, "pairs", given).orElseThrow().startsWith("Row 12"));
    }

    @Test
    void every_map_of_s2_is_seen_ten_times_and_there_are_60_connections() {
        int[] seen = new int[6];
        int connections = 0;
        var table = (assay.api.Sequence)
                new LenetTable().solve(Inputs.none()).get("table").orElseThrow();
        for (var row : table.items()) {
            for (double map : ((Tensor) row).toArray()) {
                seen[(int) map]++;
                connections++;
            }
        }
        assertEquals("[10, 10, 10, 10, 10, 10]", java.util.Arrays.toString(seen));
        assertEquals(60, connections);
    }

    @Test
    void a_gradient_beside_the_mask_is_refused_with_its_place() {
        MaskedConvolution task = new MaskedConvolution();
        Inputs in = task.edgeCases().get(0).inputs();
        double[] entries = task.solve(in).tensor("gradient").toArray();
        entries[5] = 1e-300;
        Answers given = Answers.of("gradient", Tensor.of(new int[] {1, 2, 2, 2}, entries));
        assertTrue(objection(task, "zero-on-mask", in, given).orElseThrow().contains("[0, 1, 0, 1]"));
    }
}
