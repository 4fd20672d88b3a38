package assay.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.check.Tolerance;
import assay.check.Trial;
import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Comparisons;
import assay.run.Outcome;
import assay.run.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Multiplies matrices in every format by software, and asks which one it was. */
class PrecisionTest {
    private static final Tolerance TOLERANCE = new Tolerance(1e-9, 1e-12);

    /** Return products A B [n, n] of random matrices, multiplied after {@code operands} and stored through {@code result}. */
    private static Comparisons products(int n, DoubleUnaryOperator operands, DoubleUnaryOperator result) {
        return compared(n, operands, result, x -> x);
    }

    private static Comparisons compared(
            int n, DoubleUnaryOperator operands, DoubleUnaryOperator result, DoubleUnaryOperator ofReference) {
        SplittableRandom random = new SplittableRandom(20);
        List<Comparison> cases = new ArrayList<>();
        for (int draw = 0; draw < 4; draw++) {
            double[] a = random.doubles(n * n, -1, 1).toArray();
            double[] b = random.doubles(n * n, -1, 1).toArray();
            double[] right = new double[n * n];
            double[] answered = new double[n * n];
            double[] scale = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        double x = a[i * n + k];
                        double y = b[k * n + j];
                        right[i * n + j] += ofReference.applyAsDouble(x) * ofReference.applyAsDouble(y);
                        scale[i * n + j] += Math.abs(x * y);
                        answered[i * n + j] += operands.applyAsDouble(x) * operands.applyAsDouble(y);
                    }
                    answered[i * n + j] = result.applyAsDouble(answered[i * n + j]);
                }
            }
            cases.add(comparison(n, right, answered, scale));
        }
        return new Comparisons(cases);
    }

    private static Comparison comparison(int n, double[] right, double[] answered, double[] scale) {
        int[] shape = {n, n};
        Trial trial = new Trial(
                new Request("0", "t", "draw", false, Inputs.none()),
                new Outcome.Answered(Answers.none(), 1),
                Answers.none());
        return new Comparison(
                trial, Tensor.of(shape, right), Tensor.of(shape, answered), Tensor.of(shape, scale), TOLERANCE);
    }

    private static Optional<Comparisons> unknown(Format format) {
        return Optional.empty();
    }

    @Test
    void double_precision_has_nothing_to_say() {
        Precision found = Precision.of(products(16, x -> x, x -> x), PrecisionTest::unknown);
        assertEquals(new Precision(Format.DOUBLE, ""), found);
    }

    @ParameterizedTest
    @EnumSource(names = {"SINGLE", "TEN_BITS", "BFLOAT16"})
    void operands_of_a_format_are_recognised_by_the_reference_on_rounded_inputs(Format format) {
        DoubleUnaryOperator single = x -> (float) x;
        Comparisons answered = products(24, format::round, single);
        Precision found =
                Precision.of(answered, tried -> Optional.of(compared(24, format::round, single, tried::round)));
        assertEquals(format, found.format());
        boolean byRounding = found.why().contains(format.title());
        // In single precision the sums themselves are rounded as much as the operands: the size tells.
        assertTrue(byRounding || format == Format.SINGLE, found.why());
    }

    @ParameterizedTest
    @EnumSource(names = {"TEN_BITS", "BFLOAT16"})
    void numbers_that_were_stored_in_a_format_are_recognised_by_their_bits(Format format) {
        Precision found = Precision.of(products(8, x -> (float) x, format::round), PrecisionTest::unknown);
        assertEquals(format, found.format());
        assertTrue(found.why().startsWith("all answers fit into " + format.bits() + " bits"), found.why());
    }

    @ParameterizedTest(name = "{0} terms")
    @ValueSource(ints = {4, 16, 48})
    void without_a_reference_the_size_of_the_errors_tells_ten_bits_from_single(int terms) {
        DoubleUnaryOperator single = x -> (float) x;
        assertEquals(
                Format.TEN_BITS,
                Precision.of(products(terms, Format.TEN_BITS::round, single), PrecisionTest::unknown)
                        .format());
        assertEquals(
                Format.SINGLE,
                Precision.of(products(terms, single, single), PrecisionTest::unknown)
                        .format());
    }

    @Test
    void a_wrong_factor_is_no_format() {
        Comparisons off = products(16, x -> x * 1.001, x -> x);
        assertEquals(Format.UNKNOWN, Precision.of(off, PrecisionTest::unknown).format());
    }

    @Test
    void what_is_entirely_wrong_or_not_finite_is_no_format() {
        assertEquals(
                Format.UNKNOWN,
                Precision.of(products(8, x -> x, x -> -x), PrecisionTest::unknown)
                        .format());
        assertEquals(
                Format.UNKNOWN,
                Precision.of(products(8, x -> x, x -> Double.NaN), PrecisionTest::unknown)
                        .format());
    }

    @Test
    void rounding_is_that_of_the_hardware_types() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble(-100, 100);
            assertEquals((float) x, Format.SINGLE.round(x));
        }
        assertEquals(1.0, Format.TEN_BITS.round(1 + 0x1p-11), "half way goes to the even neighbour");
        assertEquals(1 + 0x1p-9, Format.TEN_BITS.round(1 + 0x1.8p-10));
    }
}
