package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.assignment.Task;
import assay.run.Fault;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloseToCheckTest {
    private static final Task TASK = Scenes.task("gradient: vector [n]");
    private static final ReferenceTask FIT = new Fit();

    private static Judgement judge(String keys, Function<Inputs, Answers> student) {
        return Scenes.bind("close-to", "{'answer': 'gradient'" + keys + "}", TASK)
                .judge(Scenes.context(TASK, FIT, 1, student));
    }

    private static Function<Inputs, Answers> changed(Function<double[], double[]> change) {
        return in -> Answers.of(
                "gradient", change.apply(FIT.solve(in).tensor("gradient").toArray()));
    }

    @Test
    void the_reference_passes_to_the_last_digit() {
        Judgement judgement = judge("", FIT::solve);
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
        assertEquals("right in all 7 cases, to the last digit", judgement.message());
    }

    @Test
    void another_right_formula_passes_and_says_how_much_of_the_bound_it_used() {
        Judgement judgement = judge("", Fit::backwards);
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
        assertTrue(
                judgement.message().matches("right in all 7 cases; largest error is 0\\.0000\\d+ % of the allowed one"),
                judgement.message());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void right_answers_summed_in_another_order_are_never_rejected(long seed) {
        Draw draw = new Draw(seed);
        BoundCheck check = Scenes.bind("close-to", "{'answer': 'gradient'}", TASK);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            trials.add(Scenes.trial("draw " + i, false, FIT.draw(draw), Fit::backwards));
        }
        Judgement judgement = check.judge(new CheckContext(TASK, trials, FIT));
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-300})
    void one_number_everywhere_never_passes(double number) {
        assertEquals(
                Verdict.WRONG,
                judge("", in -> Answers.of("gradient", Tensor.vector(number, number)))
                        .verdict());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void shuffled_entries_never_pass(long seed) {
        CheckContext context = Scenes.context(TASK, FIT, seed, changed(right -> new double[] {right[1], right[0]}));
        Judgement judgement = Scenes.bind("close-to", "{'answer': 'gradient', 'on': 'drawn'}", TASK)
                .judge(context);
        assertEquals("swapped", judgement.diagnosis().id(), judgement.message());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void one_entry_off_by_ten_bounds_in_one_case_never_passes(long seed) {
        Draw draw = new Draw(seed);
        int entry = draw.integer(0, 1);
        Inputs chosen = FIT.draw(new Draw(seed));
        double scale = FIT.scale(chosen).tensor("gradient").at(entry);
        Judgement judgement = Scenes.bind("close-to", "{'answer': 'gradient'}", TASK)
                .judge(Scenes.context(TASK, FIT, seed, in -> {
                    double[] right = FIT.solve(in).tensor("gradient").toArray();
                    right[entry] += in.equals(chosen) ? 1e-8 * scale : 0;
                    return Answers.of("gradient", right);
                }));
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertTrue(judgement.message().startsWith("Wrong at [" + entry + "] in case 'draw 0'"), judgement.message());
    }

    @Test
    void an_input_handed_back_never_passes() {
        Judgement judgement = judge("", in -> Answers.of("gradient", in.tensor("y")));
        assertEquals(Verdict.WRONG, judgement.verdict());
    }

    static List<Arguments> wrong() {
        return List.of(
                Arguments.of("no-two", changed(right -> new double[] {right[0] / 2, right[1] / 2})),
                Arguments.of("no-x", changed(right -> new double[] {right[0], right[0]})),
                Arguments.of("sign", changed(right -> new double[] {-right[0], -right[1]})),
                Arguments.of("factor-2", changed(right -> new double[] {2 * right[0], 2 * right[1]})),
                Arguments.of("times-n", (Function<Inputs, Answers>) in -> Fit.gradient(in, 2)),
                Arguments.of("zeros", changed(right -> new double[2])),
                Arguments.of("single-precision", changed(right -> new double[] {(float) right[0], (float) right[1]})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_mistake_is_diagnosed(String id, Function<Inputs, Answers> student) {
        Judgement judgement = judge("", student);
        assertEquals(id, judgement.diagnosis().id(), judgement.message());
        assertTrue(judgement.message().contains(judgement.diagnosis().sentence()), judgement.message());
        assertEquals("wrong-value", judgement.cause());
    }

    @Test
    void overflow_at_a_named_case_is_said_first() {
        Judgement judgement = judge(
                "", in -> in.equals(Fit.LARGE) ? Answers.of("gradient", Tensor.vector(-3, Double.NaN)) : FIT.solve(in));
        assertEquals("non-finite", judgement.cause());
        assertEquals("overflow", judgement.diagnosis().id());
        assertTrue(judgement.message().startsWith("Not finite at [1] in case 'x = 800'. "), judgement.message());
    }

    @Test
    void a_known_mistake_earns_its_declared_share() {
        Judgement judgement =
                judge(", 'partial': {'no-two': 0.5}", in -> Fit.gradient(in, 1.0 / in.vector("y").length));
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertEquals(0.5, judgement.share());
    }

    @Test
    void another_mistake_earns_nothing() {
        assertEquals(
                0,
                judge(", 'partial': {'no-two': 0.5}", in -> Fit.gradient(in, 2)).share());
    }

    @Test
    void a_share_for_a_mistake_that_nobody_knows_is_not_judged() {
        Judgement judgement = judge(", 'partial': {'no-too': 0.5}", FIT::solve);
        assertEquals(Verdict.NOT_JUDGED, judgement.verdict());
        assertTrue(judgement.message().contains("did you mean 'no-two'?"), judgement.message());
    }

    @Test
    void the_evidence_shows_the_worst_numbers_first_and_every_case() {
        Judgement judgement = judge("", in -> Fit.gradient(in, 1.9 / in.vector("y").length));
        Evidence.Numbers numbers = (Evidence.Numbers) judgement.evidence().get(0);
        Evidence.Errors errors = (Evidence.Errors) judgement.evidence().get(1);
        assertEquals(8, numbers.rows().size());
        assertEquals(7, errors.points().size());
        assertEquals(CloseToCheck.REASON, numbers.because());
        double before = Double.POSITIVE_INFINITY;
        for (Evidence.Numbers.Row row : numbers.rows()) {
            assertTrue(Double.parseDouble(row.share()) <= before, numbers.rows().toString());
            before = Double.parseDouble(row.share());
        }
    }

    @Test
    void a_cancelling_entry_is_measured_by_its_terms() {
        Inputs cancelling = Inputs.of(Map.of("x", Tensor.vector(1, 1, 1), "y", Tensor.vector(1e8, 1e-8, -1e8)));
        Trial trial = Scenes.trial("cancelling", true, cancelling, in -> Answers.of("gradient", Tensor.vector(0, 0)));
        Judgement judgement = Scenes.bind("close-to", "{'answer': 'gradient'}", TASK)
                .judge(new CheckContext(TASK, List.of(trial), FIT));
        assertEquals(Verdict.PASSED, judgement.verdict(), judgement.message());
    }

    @Test
    void a_column_for_a_vector_is_explained() {
        Judgement judgement = judge("", in -> Answers.of("gradient", Tensor.of(new int[] {2, 1}, new double[] {1, 2})));
        assertEquals("wrong-shape", judgement.cause());
        assertEquals("axis-of-length-1", judgement.diagnosis().id(), judgement.message());
    }

    @Test
    void a_vector_of_another_length_is_explained() {
        Judgement judgement = judge("", in -> Answers.of("gradient", Tensor.vector(1, 2, 3)));
        assertEquals("length-off-by-one", judgement.diagnosis().id());
        assertTrue(judgement.message().contains("is a vector [3], must be a vector [2]"), judgement.message());
    }

    @Test
    void a_known_mistake_of_another_shape_is_named() {
        Judgement judgement =
                judge("", in -> Answers.of("gradient", in.tensor("y").map(y -> -2 * y)));
        assertEquals("wrong-shape", judgement.cause());
        assertEquals("not-summed", judgement.diagnosis().id(), judgement.message());
    }

    @Test
    void the_shape_of_a_known_mistake_with_other_numbers_is_not_named_so() {
        Judgement judgement =
                judge("", in -> Answers.of("gradient", in.tensor("y").map(y -> -3 * y)));
        assertEquals("wrong-shape", judgement.cause());
        assertTrue(!judgement.diagnosis().id().equals("not-summed"), judgement.message());
    }

    @Test
    void a_text_is_not_a_number() {
        Judgement judgement = judge("", in -> Answers.of("gradient", "2*x"));
        assertEquals("wrong-shape", judgement.cause());
        assertTrue(judgement.message().contains("is the text '2*x', must be a vector [n]"), judgement.message());
    }

    @Test
    void no_answer_is_missing() {
        assertEquals(Verdict.MISSING, judge("", in -> Answers.none()).verdict());
    }

    @Test
    void an_exception_in_one_case_is_wrong_and_names_the_case() {
        List<Trial> trials = List.of(
                Scenes.trial("first", true, Fit.LARGE, FIT::solve),
                Scenes.trial(
                        "second", true, Fit.LARGE, Scenes.failed(Fault.EXCEPTION, "division by zero"), Answers.none()));
        Judgement judgement =
                Scenes.bind("close-to", "{'answer': 'gradient'}", TASK).judge(new CheckContext(TASK, trials, FIT));
        assertEquals("exception", judgement.cause());
        assertTrue(judgement.message().contains("'second'"), judgement.message());
    }

    @Test
    void without_trials_nothing_is_judged() {
        Judgement judgement =
                Scenes.bind("close-to", "{'answer': 'gradient'}", TASK).judge(new CheckContext(TASK, List.of(), FIT));
        assertEquals(Verdict.NOT_JUDGED, judgement.verdict());
    }

    @Test
    void a_case_that_does_not_exist_is_not_judged() {
        assertEquals(
                "unknown-case", judge(", 'on': ['drawn', 'x = 80']", FIT::solve).cause());
    }

    @Test
    void only_the_chosen_cases_count() {
        Function<Inputs, Answers> wrongWhenLarge =
                in -> in.equals(Fit.LARGE) ? Answers.of("gradient", Tensor.vector(0, 0)) : FIT.solve(in);
        assertEquals(Verdict.PASSED, judge(", 'on': 'drawn'", wrongWhenLarge).verdict());
        assertEquals(Verdict.WRONG, judge(", 'on': 'edge'", wrongWhenLarge).verdict());
        assertEquals(Verdict.WRONG, judge(", 'on': ['x = 800']", wrongWhenLarge).verdict());
    }

    @Test
    void a_written_case_needs_no_reference() {
        CheckContext kit = new CheckContext(TASK, List.of(written(Tensor.vector(1.5, 2), Tensor.vector(1.5, 2))), null);
        Judgement judgement =
                Scenes.bind("close-to", "{'answer': 'gradient'}", TASK).judge(kit);
        assertEquals("right, to the last digit", judgement.message());
    }

    @Test
    void a_case_without_a_right_answer_is_not_judged() {
        Trial trial = Scenes.trial("bare", true, Fit.LARGE, FIT::solve);
        Judgement judgement = Scenes.bind("close-to", "{'answer': 'gradient'}", TASK)
                .judge(new CheckContext(TASK, List.of(trial), null));
        assertEquals("no-right-answer", judgement.cause());
    }

    @Test
    void a_right_answer_that_is_not_finite_is_not_judged() {
        Tensor nan = Tensor.vector(Double.NaN, 1);
        CheckContext kit = new CheckContext(TASK, List.of(written(nan, nan)), null);
        assertEquals(
                Verdict.NOT_JUDGED,
                Scenes.bind("close-to", "{'answer': 'gradient'}", TASK)
                        .judge(kit)
                        .verdict());
    }

    @Test
    void an_absolute_tolerance_above_all_right_numbers_is_not_judged() {
        CheckContext kit =
                new CheckContext(TASK, List.of(written(Tensor.vector(1e-13, 2e-13), Tensor.vector(0, 0))), null);
        assertEquals(
                "vacuous-tolerance",
                Scenes.bind("close-to", "{'answer': 'gradient'}", TASK)
                        .judge(kit)
                        .cause());
    }

    @Test
    void no_numbers_at_all_are_not_judged() {
        CheckContext kit = new CheckContext(TASK, List.of(written(Tensor.vector(), Tensor.vector())), null);
        assertEquals(
                "no-numbers",
                Scenes.bind("close-to", "{'answer': 'gradient'}", TASK)
                        .judge(kit)
                        .cause());
    }

    @Test
    void round_offs_bound_by_the_declared_precision() {
        Function<Inputs, Answers> single = changed(right -> new double[] {(float) right[0], (float) right[1]});
        assertEquals(
                Verdict.PASSED,
                judge(", 'round-offs': 2, 'precision': 'single'", single).verdict());
        assertEquals(
                Verdict.WRONG,
                judge(", 'round-offs': 2, 'precision': 'double'", single).verdict());
        assertEquals(Verdict.PASSED, judge(", 'round-offs': 10", Fit::backwards).verdict());
    }

    @Test
    void a_wrong_compared_form_is_the_students_only_if_a_shape_is() {
        ReferenceTask summing = new Fit() {
            @Override
            public Answers compared(Inputs inputs, Answers given) {
                Tensor gradient = given.tensor("gradient");
                return Answers.of("gradient", Tensor.vector(gradient.at(0) + gradient.at(1), gradient.at(1)));
            }
        };
        Judgement judgement = Scenes.bind("close-to", "{'answer': 'gradient'}", TASK)
                .judge(Scenes.context(TASK, summing, 1, in -> Answers.of("gradient", Tensor.vector(1))));
        assertEquals("wrong-shape", judgement.cause());
        assertTrue(judgement.message().contains("is a vector [1], must be a vector [2]"), judgement.message());
    }

    private static Trial written(Tensor right, Tensor given) {
        return Scenes.trial(
                "by hand",
                true,
                Inputs.none(),
                new Outcome.Answered(Answers.of("gradient", given), 0),
                Answers.of("gradient", right));
    }
}
