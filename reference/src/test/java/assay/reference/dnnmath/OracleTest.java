package assay.reference.dnnmath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Values;
import assay.api.reference.ReferenceTask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The references agree with numbers of an independent script (double precision, checked by finite differences). */
class OracleTest {
    private static final Tensor IMAGE =
            Tensor.matrix(new double[] {1, 2, 4}, new double[] {8, 16, 32}, new double[] {64, 128, 256});

    private static Answers byHand(ReferenceTask task) {
        return task.solve(task.edgeCases().stream()
                .filter(edge -> edge.name().equals("by hand"))
                .findFirst()
                .orElseThrow()
                .inputs());
    }

    private static void assertClose(double[] expected, Answers answers, String name) {
        assertArrayEquals(expected, answers.tensor(name).toArray(), 1e-15, name);
    }

    @Test
    void the_difference_filters_give_the_differences_of_the_table() {
        Answers filters = new DifferenceFilters().solve(Inputs.none());
        assertEquals(
                Tensor.matrix(new double[] {7, 14, 28}, new double[] {56, 112, 224}, new double[] {-64, -128, -256}),
                applied(filters.tensor("w1")));
        assertEquals(
                Tensor.matrix(new double[] {1, 2, -4}, new double[] {8, 16, -32}, new double[] {64, 128, -256}),
                applied(filters.tensor("w2")));
    }

    @Test
    void the_flipped_difference_filter_gives_minus_14_in_the_centre() {
        Tensor flipped =
                Images.flipped(new DifferenceFilters().solve(Inputs.none()).tensor("w1"));
        assertEquals(-14, applied(flipped).get(1, 1));
    }

    private static Tensor applied(Tensor filter) {
        Inputs in = Inputs.none().and("image", IMAGE).and("filter", filter);
        return new PaddedCorrelation().solve(in).tensor("output").map(x -> x + 0.0);
    }

    @Test
    void the_given_counts_are_those_of_the_table() {
        Answers counts = new GivenCosts().solve(Inputs.none());
        assertEquals(120_422_400, counts.tensor("direct").item());
        assertEquals(12_443_648, counts.tensor("bottleneck").item());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one-side-only, 24084480",
        "no-output-channels, 3763200",
        "no-input-channels, 627200",
        "additions-counted, 240844800"
    })
    void the_wrong_direct_counts_are_those_of_the_table(String mistake, double count) {
        Answers wrong = new GivenCosts()
                .mistakes().stream()
                        .filter(one -> one.id().equals(mistake))
                        .findFirst()
                        .orElseThrow()
                        .answer()
                        .apply(Inputs.none());
        assertEquals(count, wrong.tensor("direct").item());
    }

    @ParameterizedTest(name = "z = {0}, y = {1}")
    @CsvSource({
        "-2.0, -1, 0.1269280110429725, 0.02841867323722211, 0.13341225864072861, 0.11920292202211755, 0.05006216869470689",
        "-2.0, 1, 2.1269280110429727, 1.5516069851487515, 1.5516069851487515, -0.8807970779778823, -0.36991217291931905",
        "-0.5, -1, 0.4740769841801067, 0.2850739131931018, 0.5200776253946964, 0.3775406687981454, 0.3548938346985474",
        "0.0, -1, 0.6931471805599453, 0.5, 0.75, 0.5, 0.5",
        "0.0, 1, 0.6931471805599453, 0.5, 0.5, -0.5, -0.5",
        "1.5, -1, 1.7014132779827524, 1.3368560482466216, 1.4860025003169546, 0.8175744761936437, 0.4877533297101711",
        "1.5, 1, 0.2014132779827524, 0.06655814347204697, 0.06655814347204697, -0.18242552380635635, -0.10883247857116037"
    })
    void the_losses_agree_with_the_table(
            double z, double y, double kl, double mse, double published, double dkl, double dmse) {
        assertEquals(kl, PairLoss.KL.value().at(z, y), 1e-15);
        assertEquals(mse, PairLoss.MSE.value().at(z, y), 1e-15);
        assertEquals(published, PairLoss.SQUARE_MISSING.value().at(z, y), 1e-15);
        assertEquals(dkl, PairLoss.KL.slope().at(z, y), 1e-15);
        assertEquals(dmse, PairLoss.MSE.slope().at(z, y), 1e-15);
    }

    @Test
    void the_jacobians_agree_with_the_table() {
        Answers layers = byHand(new MlpJacobians());
        assertClose(new double[] {0.2403147063763648, 0, 0, 0.11659159196326259}, layers, "dy2-db2");
        assertClose(
                new double[] {
                    0.2403147063763648,
                    -0.1201573531881824,
                    0.0600786765940912,
                    0.058295795981631295,
                    0.1748873879448939,
                    -0.11659159196326259
                },
                layers,
                "dy2-dy1");
    }

    @Test
    void the_derivatives_by_the_weights_agree_with_the_table() {
        Answers weights = byHand(new MlpWeights());
        assertClose(new double[] {0.598413889383741, 0.865251157474877}, weights, "dy3-dA3");
        assertClose(
                new double[] {
                    0.3605970739639823,
                    0.4048059476541604,
                    0.13404024821252086,
                    -0.08747402009786026,
                    -0.09819825549768679,
                    -0.032515625368705475
                },
                weights,
                "dy3-dA2");
        assertClose(
                new double[] {
                    0.07913259890326939,
                    -0.039566299451634694,
                    -0.05516826918199775,
                    0.027584134590998875,
                    0.04761212533927896,
                    -0.02380606266963948
                },
                weights,
                "dy3-dA1");
        assertClose(new double[] {0.4806294127527296, -0.11659159196326259}, weights, "dy3-db2");
        assertClose(new double[] {0.07913259890326939, -0.05516826918199775, 0.04761212533927896}, weights, "dy3-db1");
    }

    @Test
    void the_counts_of_lenet_add_up_to_those_of_the_table() {
        Answers counts = new LenetCounts().solve(Inputs.none());
        assertEquals(60_806, counts.tensor("total").item());
        assertEquals(61_706, counts.tensor("total-full").item());
        assertEquals(900, counts.tensor("difference").item());
    }

    @Test
    void the_connections_of_lenet_are_those_of_the_table() {
        assertEquals(
                Values.of(List.of(
                        List.of(0, 1, 2),
                        List.of(1, 2, 3),
                        List.of(2, 3, 4),
                        List.of(3, 4, 5),
                        List.of(0, 4, 5),
                        List.of(0, 1, 5),
                        List.of(0, 1, 2, 3),
                        List.of(1, 2, 3, 4),
                        List.of(2, 3, 4, 5),
                        List.of(0, 3, 4, 5),
                        List.of(0, 1, 4, 5),
                        List.of(0, 1, 2, 5),
                        List.of(0, 1, 3, 4),
                        List.of(1, 2, 4, 5),
                        List.of(0, 2, 3, 5),
                        List.of(0, 1, 2, 3, 4, 5))),
                new LenetTable().solve(Inputs.none()).get("table").orElseThrow());
    }

    @Test
    void the_table_of_five_runs_gives_the_known_statistics() {
        Answers table = new PublishedTable().solve(Inputs.none());
        assertEquals(1.923, table.tensor("spread-kl").item(), 5e-4);
        assertEquals(3.207, table.tensor("spread-mse").item(), 5e-4);
        assertEquals(0.995, table.tensor("t").item(), 5e-4);
    }

    @Test
    void at_z_10_the_squared_distance_has_lost_its_gradient() {
        assertEquals(0.99995, PairLoss.KL.slope().at(10, -1), 5e-6);
        assertEquals(1.8e-4, PairLoss.MSE.slope().at(10, -1), 5e-6);
    }
}
