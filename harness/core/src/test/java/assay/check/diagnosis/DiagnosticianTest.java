package assay.check.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticianTest {
    private static final int[] NUMBER = {};
    private static final int[] VECTOR = {5};
    private static final int[] SQUARE = {3, 3};
    private static final int[] MATRIX = {2, 3};
    private static final double LN_10 = Math.log(10);

    static Stream<Arguments> mistakes() {
        return Stream.concat(wrongNumbers(), misplacedNumbers());
    }

    private static Stream<Arguments> wrongNumbers() {
        return Stream.of(
                arguments("non-finite", VECTOR, each(right -> Double.NaN)),
                arguments("zeros", VECTOR, each(right -> 0.0)),
                arguments("zeros", NUMBER, each(right -> -0.0)),
                arguments("ignores-inputs", VECTOR, all(one -> Tensor.vector(1, 2, 3, 4, 5))),
                arguments("ignores-inputs", VECTOR, each(right -> 1.0)),
                arguments(
                        "same-entries",
                        VECTOR,
                        all(one -> fill(one, one.inputs().vector("x")[0]))),
                arguments("sign", NUMBER, each(right -> -right)),
                arguments("sign", VECTOR, each(right -> -right)),
                arguments("factor-2", VECTOR, each(right -> 2 * right)),
                arguments("factor-1/2", MATRIX, each(right -> right / 2)),
                arguments("factor-ln10", VECTOR, each(right -> right * LN_10)),
                arguments("factor-1/ln10", VECTOR, each(right -> right / LN_10)),
                arguments("factor", VECTOR, each(right -> right * 0.7)),
                arguments("factor", NUMBER, each(right -> right * -3)),
                arguments("times-n", VECTOR, scaled(n -> n)),
                arguments("times-n", NUMBER, scaled(n -> n)),
                arguments("divided-by-n", VECTOR, scaled(n -> 1 / n)),
                arguments("times-n-squared", VECTOR, scaled(n -> n * n)),
                arguments("divided-by-n-squared", VECTOR, scaled(n -> 1 / (n * n))),
                arguments("n-over-n-minus-1", VECTOR, scaled(n -> n / (n - 1))),
                arguments("n-minus-1-over-n", VECTOR, scaled(n -> (n - 1) / n)),
                arguments("times-root-n", VECTOR, scaled(Math::sqrt)),
                arguments("divided-by-root-n", VECTOR, scaled(n -> 1 / Math.sqrt(n))));
    }

    private static Stream<Arguments> misplacedNumbers() {
        return Stream.of(
                arguments("transposed", SQUARE, all(one -> one.expected().transposed())),
                arguments(
                        "column-by-column",
                        MATRIX,
                        all(one -> Tensor.of(MATRIX, one.expected().transposed().toArray()))),
                arguments("reversed", VECTOR, all(one -> Cases.picked(one.expected(), 4, 3, 2, 1, 0))),
                arguments("swapped", VECTOR, all(one -> Cases.picked(one.expected(), 0, 3, 2, 1, 4))),
                arguments("permuted", VECTOR, all(one -> Cases.picked(one.expected(), 0, 3, 1, 2, 4))),
                arguments("order", VECTOR, all(one -> sorted(one.expected()))),
                arguments(
                        "shifted-back",
                        VECTOR,
                        all(one -> Cases.changed(Cases.picked(one.expected(), 1, 2, 3, 4, 4), 4, last -> 7.5))),
                arguments(
                        "shifted-on",
                        VECTOR,
                        all(one -> Cases.changed(Cases.picked(one.expected(), 0, 0, 1, 2, 3), 0, first -> 7.5))),
                arguments("offset", VECTOR, each(right -> right - 1.25)),
                arguments("rounded", VECTOR, each(right -> Math.rint(right * 1e4) / 1e4)),
                arguments("single-precision", VECTOR, each(right -> (double) right.floatValue())),
                arguments("factor-per-case", VECTOR, scaled(n -> Math.exp(-n))),
                arguments(
                        "some-cases",
                        VECTOR,
                        all(one -> one.label().equals("draw 2")
                                ? Cases.changed(one.expected(), 0, entry -> entry + 1.7)
                                : one.expected())),
                arguments(
                        "some-entries",
                        VECTOR,
                        all(one -> Cases.changed(one.expected(), 1, entry -> Math.exp(entry)))));
    }

    @ParameterizedTest(name = "{0}, shape {1}")
    @MethodSource("mistakes")
    void a_mistake_everywhere_is_named(String id, int[] shape, Function<Comparison, Tensor> mistake) {
        assertEquals(
                id,
                Diagnostician.diagnose(Cases.drawn(shape, mistake), List.of()).id());
    }

    @ParameterizedTest(name = "{0}, shape {1}")
    @MethodSource("mistakes")
    void the_same_mistake_with_another_wrong_case_is_not_named(
            String id, int[] shape, Function<Comparison, Tensor> mistake) {
        Comparisons drawn = Cases.drawn(shape, mistake);
        Tensor right = drawn.cases().get(0).expected();
        Tensor other = right.map(entry -> 10 + entry * entry * entry);
        Tensor more = right.size() > 1 ? Cases.changed(other, 0, entry -> 4 - 1.3 * entry) : other;
        Comparisons all = Cases.and(drawn, Cases.one("more", false, Tensor.vector(1, 2), right, more));
        assertNotEquals(id, Diagnostician.diagnose(all, List.of()).id());
    }

    @ParameterizedTest(name = "{0}, shape {1}")
    @MethodSource("mistakes")
    void every_diagnosis_is_listed_and_is_a_sentence(String id, int[] shape, Function<Comparison, Tensor> mistake) {
        assertTrue(Diagnostician.ids().contains(id), id);
        String sentence =
                Diagnostician.diagnose(Cases.drawn(shape, mistake), List.of()).sentence();
        assertTrue(sentence.matches("(?s)[A-Z].{20,}[.?]"), sentence);
    }

    @Test
    void nothing_wrong_gives_no_diagnosis() {
        assertEquals(Diagnosis.none(), Diagnostician.diagnose(Cases.drawn(VECTOR, Comparison::expected), List.of()));
    }

    @Test
    void numbers_without_any_pattern_give_no_diagnosis() {
        assertEquals(
                Diagnosis.none(),
                Diagnostician.diagnose(
                        Cases.drawn(VECTOR, each(right -> Math.exp(right) + Math.sin(9 * right))), List.of()));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                arguments("sign", each(right -> -right * (1 + 1e-6))),
                arguments("factor-2", each(right -> 2 * right + 1e-6)),
                arguments("factor-1/2", each(right -> 0.5 * right - 1e-6)),
                arguments("factor-ln10", each(right -> 2.3026 * right)),
                arguments("factor-1/ln10", each(right -> 0.4343 * right)),
                arguments("factor", each(right -> 0.7 * right + (right > 0 ? 1e-6 : 0))),
                arguments("factor", each(right -> right * (1 + 1e-7))),
                arguments("times-n", scaled(n -> n + 1)),
                arguments("divided-by-n", scaled(n -> 1 / (n + 1))),
                arguments("offset", each(right -> right + 1.25 + 1e-6 * right)),
                arguments("offset", all(one -> Cases.changed(one.expected(), 0, entry -> entry + 1))),
                arguments("zeros", each(right -> 1e-300)),
                arguments("rounded", each(right -> Math.floor(right * 1e4) / 1e4)),
                arguments("rounded", each(right -> Math.rint(right * 1e1) / 1e1)),
                arguments("single-precision", each(right -> right * (1 + 1e-5 * Math.sin(1e3 * right)))),
                arguments("reversed", all(one -> Cases.picked(one.expected(), 4, 3, 2, 0, 1))),
                arguments("swapped", all(one -> Cases.picked(one.expected(), 0, 3, 2, 2, 4))),
                arguments("permuted", all(one -> Cases.picked(one.expected(), 0, 3, 1, 1, 4))),
                arguments("order", all(one -> Cases.changed(sorted(one.expected()), 0, entry -> entry + 1e-6))),
                arguments("shifted-back", all(one -> Cases.picked(one.expected(), 1, 2, 3, 3, 0))),
                arguments(
                        "some-entries",
                        all(one -> Cases.changed(
                                Cases.changed(Cases.changed(one.expected(), 0, Math::exp), 1, Math::exp),
                                2,
                                Math::exp))));
    }

    @ParameterizedTest(name = "not {0} ({index})")
    @MethodSource("nearMisses")
    void what_is_only_near_a_mistake_is_not_called_it(String id, Function<Comparison, Tensor> near) {
        assertNotEquals(
                id, Diagnostician.diagnose(Cases.drawn(VECTOR, near), List.of()).id());
    }

    @Test
    void a_square_matrix_that_is_almost_transposed_is_not_called_so() {
        Comparisons near =
                Cases.drawn(SQUARE, all(one -> Cases.changed(one.expected().transposed(), 1, entry -> entry + 1e-6)));
        assertNotEquals("transposed", Diagnostician.diagnose(near, List.of()).id());
    }

    @Test
    void one_wrong_number_is_not_explained_by_a_factor_of_its_own() {
        Tensor right = Tensor.scalar(2.5);
        Comparisons one =
                new Comparisons(List.of(Cases.one("only", true, Tensor.vector(1, 2, 3), right, Tensor.scalar(1.75))));
        assertEquals(Diagnosis.none(), Diagnostician.diagnose(one, List.of()));
    }

    @Test
    void a_copied_input_is_named() {
        Comparisons copies = new Comparisons(List.of(
                Cases.one("a", true, Tensor.vector(1, 2), Tensor.vector(3, 5), Tensor.vector(1, 2)),
                Cases.one("b", true, Tensor.vector(4, 7), Tensor.vector(3, 6), Tensor.vector(4, 7))));
        Diagnosis diagnosis = Diagnostician.diagnose(copies, List.of());
        assertEquals("input-copy", diagnosis.id());
        assertTrue(diagnosis.sentence().contains("'x'"), diagnosis.sentence());
    }

    @Test
    void an_input_copied_in_one_case_only_is_not_named() {
        Comparisons copies = new Comparisons(List.of(
                Cases.one("a", true, Tensor.vector(1, 2), Tensor.vector(3, 5), Tensor.vector(1, 2)),
                Cases.one("b", true, Tensor.vector(4, 7), Tensor.vector(3, 6), Tensor.vector(4, 8))));
        assertNotEquals("input-copy", Diagnostician.diagnose(copies, List.of()).id());
    }

    @Test
    void not_finite_at_large_inputs_only_is_an_overflow() {
        Comparisons all = Cases.and(
                Cases.drawn(VECTOR, Comparison::expected),
                Cases.one("z = 800", true, Tensor.vector(800), Tensor.vector(800, 0), Tensor.vector(800, Double.NaN)));
        Diagnosis diagnosis = Diagnostician.diagnose(all, List.of());
        assertEquals("overflow", diagnosis.id());
        assertTrue(diagnosis.sentence().contains("'z = 800'"), diagnosis.sentence());
    }

    @Test
    void not_finite_at_small_inputs_is_no_overflow() {
        Comparisons all = Cases.and(
                Cases.drawn(VECTOR, Comparison::expected),
                Cases.one("x = 0", true, Tensor.vector(0), Tensor.vector(1, 0), Tensor.vector(1, Double.NaN)));
        assertEquals("non-finite", Diagnostician.diagnose(all, List.of()).id());
    }

    @Test
    void wrong_at_a_named_case_only_names_the_case() {
        Comparisons all = Cases.and(
                Cases.drawn(VECTOR, Comparison::expected),
                Cases.one("at the kink", true, Tensor.vector(0), Tensor.vector(1, 0), Tensor.vector(1, 1)));
        Diagnosis diagnosis = Diagnostician.diagnose(all, List.of());
        assertEquals("edge-case", diagnosis.id());
        assertTrue(
                diagnosis.sentence().contains("all 4 drawn cases, wrong only in 'at the kink'"), diagnosis.sentence());
    }

    @Test
    void wrong_at_a_named_case_and_a_drawn_one_is_no_edge_case() {
        Comparisons all = Cases.and(
                Cases.drawn(
                        VECTOR,
                        one -> one.label().equals("draw 1")
                                ? Cases.changed(one.expected(), 0, entry -> entry + 1)
                                : one.expected()),
                Cases.one("at the kink", true, Tensor.vector(0), Tensor.vector(1, 0), Tensor.vector(1, 1)));
        assertNotEquals("edge-case", Diagnostician.diagnose(all, List.of()).id());
    }

    @Test
    void a_factor_that_is_a_fixed_length_is_called_the_length() {
        Tensor x = Tensor.vector(1, 2, 3, 4, 5, 6, 7, 8);
        Comparisons all = new Comparisons(List.of(
                Cases.one("a", true, x, Tensor.vector(3, 5), Tensor.vector(24, 40)),
                Cases.one("b", true, x, Tensor.vector(1, 2), Tensor.vector(8, 16))));
        Diagnosis diagnosis = Diagnostician.diagnose(all, List.of());
        assertEquals("times-n", diagnosis.id());
        assertTrue(diagnosis.sentence().contains("8 is the length of 'x'"), diagnosis.sentence());
    }

    @Test
    void a_known_mistake_is_told_before_a_general_one() {
        Comparisons all = Cases.drawn(VECTOR, each(right -> 2 * right));
        assertEquals(new Diagnosis("own", "Its own sentence."), Diagnostician.diagnose(all, List.of(doubled(true))));
    }

    @Test
    void a_known_mistake_that_says_nothing_about_a_failing_case_is_not_told() {
        Comparisons all = Cases.drawn(VECTOR, each(right -> 2 * right));
        assertEquals(
                "factor-2", Diagnostician.diagnose(all, List.of(doubled(false))).id());
    }

    @Test
    void a_known_mistake_that_a_passing_case_contradicts_is_not_told() {
        Comparisons all = Cases.and(
                Cases.drawn(VECTOR, each(right -> 2 * right)),
                Cases.one("right", true, Tensor.vector(0), Tensor.vector(1, 3), Tensor.vector(1, 3)));
        assertNotEquals(
                "own", Diagnostician.diagnose(all, List.of(doubled(true))).id());
    }

    @Test
    void a_known_mistake_that_is_right_here_is_not_told() {
        Suspect harmless = new Suspect("own", "Its own sentence.", one -> Optional.of(one.expected()));
        Comparisons all = Cases.drawn(VECTOR, each(right -> right * (1 + 1.5e-9)));
        assertNotEquals("own", Diagnostician.diagnose(all, List.of(harmless)).id());
    }

    @Test
    void zeros_are_not_blamed_on_a_mistake_that_is_only_small() {
        Suspect small = new Suspect(
                "own", "Its own sentence.", one -> Optional.of(one.expected().map(right -> 1e-13 * right)));
        Comparisons zeros = Cases.drawn(VECTOR, each(right -> 0.0));
        assertEquals("zeros", Diagnostician.diagnose(zeros, List.of(small)).id());
    }

    @Test
    void zeros_are_blamed_on_a_mistake_that_gives_them() {
        Suspect zero = new Suspect(
                "own", "Its own sentence.", one -> Optional.of(one.expected().map(right -> 0)));
        Comparisons zeros = Cases.drawn(VECTOR, each(right -> 0.0));
        assertEquals("own", Diagnostician.diagnose(zeros, List.of(zero)).id());
    }

    private static Suspect doubled(boolean everywhere) {
        return new Suspect(
                "own",
                "Its own sentence.",
                one -> everywhere || one.label().equals("draw 0")
                        ? Optional.of(one.expected().map(right -> 2 * right))
                        : Optional.empty());
    }

    private static Function<Comparison, Tensor> each(Function<Double, Double> change) {
        return one -> one.expected().map(change::apply);
    }

    private static Function<Comparison, Tensor> all(Function<Comparison, Tensor> change) {
        return change;
    }

    private static Function<Comparison, Tensor> scaled(Function<Double, Double> factor) {
        return one -> {
            double by = factor.apply((double) one.inputs().vector("x").length);
            return one.expected().map(right -> by * right);
        };
    }

    private static Tensor fill(Comparison one, double number) {
        return one.expected().map(right -> number);
    }

    private static Tensor sorted(Tensor tensor) {
        double[] entries = tensor.toArray();
        Arrays.sort(entries);
        return Tensor.vector(entries);
    }
}
