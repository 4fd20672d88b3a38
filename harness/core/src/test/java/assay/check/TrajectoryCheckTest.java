package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.assignment.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrajectoryCheckTest {
    private static final Task TASK = Scenes.task("path: matrix [t, 3]");
    private static final String KEYS = "{'answer': 'path', 'columns': ['w0', 'w1', 'loss']}";

    /** Descend the mean squared error of a line from (0, 0) in 20 steps of length 0.02. */
    private static final class Descent implements ReferenceTask {
        @Override
        public String id() {
            return "descent";
        }

        @Override
        public Inputs draw(Draw draw) {
            int n = draw.integer(4, 9);
            double[] x = draw.vector(n, () -> draw.uniform(0, 3));
            return Inputs.of(Map.of(
                    "x", Tensor.vector(x),
                    "y",
                            Tensor.vector(Arrays.stream(x)
                                    .map(at -> 5 + 2 * at + draw.normal())
                                    .toArray())));
        }

        @Override
        public Answers solve(Inputs inputs) {
            return Answers.of("path", descend(inputs, 1, 0.02));
        }

        @Override
        public List<Mistake> mistakes() {
            return List.of(new Mistake(
                    "one-after-the-other", "Both use the old values.", in -> Answers.of("path", inTurn(in))));
        }
    }

    private static double[][] descend(Inputs inputs, double gradientFactor, double rate) {
        double w0 = 0;
        double w1 = 0;
        double[][] rows = new double[21][];
        for (int step = 0; step <= 20; step++) {
            double[] g = gradient(inputs, w0, w1);
            rows[step] = new double[] {w0, w1, g[2]};
            w0 -= rate * gradientFactor * g[0];
            w1 -= rate * gradientFactor * g[1];
        }
        return rows;
    }

    private static double[][] inTurn(Inputs inputs) {
        double w0 = 0;
        double w1 = 0;
        double[][] rows = new double[21][];
        for (int step = 0; step <= 20; step++) {
            rows[step] = new double[] {w0, w1, gradient(inputs, w0, w1)[2]};
            w0 -= 0.02 * gradient(inputs, w0, w1)[0];
            w1 -= 0.02 * gradient(inputs, w0, w1)[1];
        }
        return rows;
    }

    private static double[] gradient(Inputs inputs, double w0, double w1) {
        double[] x = inputs.vector("x");
        double[] y = inputs.vector("y");
        double[] sums = new double[3];
        for (int i = 0; i < x.length; i++) {
            double residual = w0 + w1 * x[i] - y[i];
            sums[0] += 2 * residual / x.length;
            sums[1] += 2 * residual * x[i] / x.length;
            sums[2] += residual * residual / x.length;
        }
        return sums;
    }

    private static Judgement judge(Function<Inputs, double[][]> student) {
        return Scenes.bind("trajectory", KEYS, TASK)
                .judge(Scenes.context(TASK, new Descent(), 5, in -> Answers.of("path", student.apply(in))));
    }

    private static Function<Inputs, double[][]> rows(UnaryOperator<List<double[]>> change) {
        return in -> change.apply(new ArrayList<>(Arrays.asList(descend(in, 1, 0.02))))
                .toArray(double[][]::new);
    }

    private static Function<Inputs, double[][]> row(UnaryOperator<double[]> change) {
        return rows(rows -> rows.stream().map(change).toList());
    }

    @Test
    void the_right_path_passes() {
        Judgement judgement = judge(in -> descend(in, 1, 0.02));
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
        assertEquals("right in all 6 cases, to the last digit", judgement.message());
    }

    @Test
    void the_same_path_with_other_round_off_passes() {
        Judgement judgement = judge(in -> descend(in, 1 / 3.0, 3 * 0.02));
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
    }

    static List<Arguments> wrong() {
        return List.of(
                Arguments.of("one-after-the-other", at(TrajectoryCheckTest::inTurn)),
                Arguments.of("step-length", at(in -> descend(in, 0.5, 0.02))),
                Arguments.of("step-length", at(in -> descend(in, 1, 0.03))),
                Arguments.of("step-uphill", at(in -> descend(in, -1, 0.02))),
                Arguments.of("step-times-n", at(in -> descend(in, in.vector("x").length, 0.02))),
                Arguments.of("step-divided-by-n", at(in -> descend(in, 1.0 / in.vector("x").length, 0.02))),
                Arguments.of("no-step", at(in -> descend(in, 0, 0.02))),
                Arguments.of("columns-swapped", row(r -> new double[] {r[1], r[0], r[2]})),
                Arguments.of("factor-2", row(r -> new double[] {2 * r[0], 2 * r[1], 2 * r[2]})),
                Arguments.of("zeros", row(r -> new double[3])),
                Arguments.of("factor-1/2", row(r -> new double[] {r[0], r[1], r[2] / 2})),
                Arguments.of("some-entries", rows(rows -> {
                    rows.get(7)[2] += 1;
                    return rows;
                })),
                Arguments.of("start-missing", rows(rows -> rows.subList(1, 21))),
                Arguments.of("end-missing", rows(rows -> rows.subList(0, 20))),
                Arguments.of("row-too-many", rows(rows -> {
                    rows.add(new double[] {1, 2, 3});
                    return rows;
                })),
                Arguments.of("number-of-rows", rows(rows -> rows.subList(0, 15))),
                Arguments.of("logged-after-update", rows(rows -> {
                    rows.add(new double[] {1, 2, 3});
                    return rows.subList(1, 22);
                })),
                Arguments.of("logged-after-update", rows(rows -> {
                    for (int i = 0; i < 20; i++) {
                        rows.get(i)[2] = rows.get(i + 1)[2];
                    }
                    return rows;
                })),
                Arguments.of("logged-late", rows(rows -> {
                    rows.add(0, rows.get(0));
                    return rows.subList(0, 21);
                })));
    }

    private static Function<Inputs, double[][]> at(Function<Inputs, double[][]> student) {
        return student;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_mistake_is_diagnosed(String id, Function<Inputs, double[][]> student) {
        Judgement judgement = judge(student);
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertEquals(id, judgement.diagnosis().id(), judgement.message());
    }

    @Test
    void the_first_step_that_departs_is_named() {
        Judgement judgement = judge(TrajectoryCheckTest::inTurn);
        assertEquals(
                "In case 'draw 0': right at step 0, departs at step 1 in w1, loss. Both use the old values.",
                judgement.message());
    }

    @Test
    void a_later_departure_is_named() {
        Judgement judgement = judge(rows(rows -> {
            rows.get(7)[1] += 1e-3;
            return rows;
        }));
        assertTrue(
                judgement.message().startsWith("In case 'draw 0': right up to step 6, departs at step 7 in w1."),
                judgement.message());
    }

    @Test
    void a_path_that_blows_up_is_called_so() {
        Judgement judgement = judge(rows(rows -> {
            for (int i = 3; i < 21; i++) {
                rows.set(i, new double[] {Math.pow(-90, i), Math.pow(95, i + 1), Math.pow(99, i)});
            }
            return rows;
        }));
        assertEquals("diverges", judgement.diagnosis().id(), judgement.message());
    }

    @Test
    void the_evidence_holds_both_curves_and_the_first_departure() {
        Judgement judgement = judge(TrajectoryCheckTest::inTurn);
        Evidence.Curves curves = (Evidence.Curves) judgement.evidence().get(0);
        Evidence.Numbers numbers = (Evidence.Numbers) judgement.evidence().get(1);
        assertEquals(
                List.of("reference", "answer"),
                curves.curves().stream().map(Evidence.Curves.Curve::name).toList());
        assertEquals(21, curves.curves().get(1).x().size());
        assertEquals("loss", curves.yLabel());
        assertTrue(curves.logY());
        assertEquals(
                List.of("draw 0, step 1, w0", "draw 0, step 1, w1", "draw 0, step 1, loss"),
                numbers.rows().stream().map(Evidence.Numbers.Row::place).toList());
    }

    @Test
    void numbers_that_are_not_finite_are_left_out_of_the_curve() {
        Judgement judgement = judge(rows(rows -> {
            rows.get(20)[2] = Double.NaN;
            return rows;
        }));
        Evidence.Curves curves = (Evidence.Curves) judgement.evidence().get(0);
        assertEquals(20, curves.curves().get(1).x().size());
        assertEquals("non-finite", judgement.cause());
    }
}
