package assay.reference.softmaxregression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetClaimsTest {
    private static final Shuffling SHUFFLING = new Shuffling();
    private static final CurvesLog CURVES = new CurvesLog();
    private static final PenaltyPath PATH = new PenaltyPath();

    static Stream<ReferenceTask> tasks() {
        return Stream.of(SHUFFLING, CURVES, PATH);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_reference_has_the_properties_that_it_asks_for(ReferenceTask task) {
        Draw draw = new Draw(3);
        for (int i = 0; i < 300; i++) {
            Inputs in = task.draw(draw);
            task.claims()
                    .forEach(
                            (name, claim) -> assertEquals(Optional.empty(), claim.objection(in, task.solve(in)), name));
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void nothing_answered_shows_no_claim(ReferenceTask task) {
        Inputs in = task.draw(new Draw(5));
        task.claims()
                .forEach((name, claim) ->
                        assertTrue(claim.objection(in, Answers.none()).isPresent(), name));
    }

    @Test
    void an_order_applied_backwards_is_named() {
        Inputs in = SHUFFLING.draw(new Draw(7));
        Answers right = SHUFFLING.solve(in);
        double[][] x = in.matrix("x");
        double[][][] there = new double[in.integer("epochs")][x.length][];
        for (int e = 0; e < there.length; e++) {
            for (int i = 0; i < x.length; i++) {
                there[e][(int) right.tensor("orders").get(0, e, i)] = x[i];
            }
        }
        double[][] labels = right.tensor("y").toRows();
        for (double[] row : labels) {
            row[0] += 1;
        }
        assertSays(SHUFFLING, in, "joint", right.and("x", there).and("y", labels), "inverse");
    }

    @Test
    void an_order_that_never_changes_anything_is_no_shuffle() {
        Inputs in = SHUFFLING.draw(new Draw(8));
        int n = in.vector("y").length;
        Tensor orders = SHUFFLING.solve(in).tensor("orders");
        double[] identity = new double[orders.size()];
        for (int i = 0; i < identity.length; i++) {
            identity[i] = i % n;
        }
        Tensor same = Tensor.of(new int[] {3, in.integer("epochs"), n}, identity);
        assertSays(SHUFFLING, in, "permutations", SHUFFLING.solve(in).and("orders", same), "nothing has been shuffled");
    }

    @Test
    void an_index_that_is_not_a_number_is_no_sample() {
        Inputs in = SHUFFLING.draw(new Draw(8));
        Answers right = SHUFFLING.solve(in);
        Tensor orders = right.tensor("orders").map(index -> index == 0 ? Double.NaN : index);
        assertSays(SHUFFLING, in, "permutations", right.and("orders", orders), "holds NaN");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "starts-at-ln-k, train-loss, 0, never filled",
        "starts-at-ln-k, validation-loss, 0.6931471805599453, ln 2 is the value",
        "shares, train-accuracy, 50, percent",
        "shares, validation-accuracy, 0.123, no multiple of 1/",
        "shares, train-accuracy, NaN, not finite",
        "learns, validation-loss, 0.01, nothing is learned"
    })
    void a_first_entry_that_cannot_be_is_named(String claim, String curve, double first, String says) {
        Inputs in = CURVES.draw(new Draw(9));
        double[] values = CURVES.solve(in).tensor(curve).toArray();
        values[0] = first;
        assertSays(CURVES, in, claim, CURVES.solve(in).and(curve, values), says);
    }

    @Test
    void norms_that_are_equal_do_not_fall() {
        Inputs in = PATH.draw(new Draw(10));
        Answers right = PATH.solve(in);
        assertSays(
                PATH, in, "monotone", right.and("norms", right.tensor("norms").map(norm -> 1)), "does lambda enter");
    }

    @Test
    void losses_that_fall_with_lambda_are_named() {
        Inputs in = PATH.draw(new Draw(10));
        Answers right = PATH.solve(in);
        assertSays(
                PATH,
                in,
                "monotone",
                right.and("losses", right.tensor("losses").map(loss -> -loss)),
                "can only get worse");
    }

    @Test
    void infinite_norms_show_nothing() {
        Inputs in = PATH.draw(new Draw(10));
        Answers right = PATH.solve(in);
        Tensor infinite = right.tensor("norms").map(norm -> Double.POSITIVE_INFINITY);
        assertSays(PATH, in, "monotone", right.and("norms", infinite), "not finite");
    }

    private static void assertSays(ReferenceTask task, Inputs in, String claim, Answers given, String words) {
        String objection = task.claims().get(claim).objection(in, given).orElse("no objection");
        assertTrue(objection.contains(words), objection);
    }
}
