package assay.check.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumberTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1/3, 1/3",
        "-2/4, -1/2",
        "+1 / 3, 1/3",
        "-2, -2",
        "−2, -2",
        "0.1, 1/10",
        ".5, 1/2",
        "5., 5",
        "1e-3, 1/1000",
        "2.5E2, 250",
        "0/7, 0",
        "-0, 0",
        "0e64, 0"
    })
    void a_text_is_read_exactly(String written, String exact) {
        assertEquals(exact, ExactNumber.text(ExactNumber.parse(written)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0.1, 1/10",
        "-0.0, 0",
        "3, 3",
        "1e-64, 1/1" + "0000000000000000000000000000000000000000000000000000000000000000"
    })
    void a_double_is_its_shortest_decimal(double number, String exact) {
        assertEquals(exact, ExactNumber.text(ExactNumber.of(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/0",
                "0/0",
                "NaN",
                "Infinity",
                "",
                "one",
                "1/3/5",
                "1/-3",
                "1.5/2",
                "--1",
                "0x10",
                "1e65",
                "1e-65",
                "0e65",
                "1e999999999999",
                "10e64",
                "1 2",
                "١",
                "12345678901234567890123456789012345678901"
            })
    void what_is_not_a_bounded_number_is_refused(String written) {
        assertThrows(IllegalArgumentException.class, () -> ExactNumber.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e65, 1e-65, Double.MIN_VALUE})
    void a_double_that_is_not_finite_or_too_large_is_refused(double number) {
        assertThrows(IllegalArgumentException.class, () -> ExactNumber.of(number));
    }

    @Test
    void what_is_quoted_is_bounded_and_without_control_characters() {
        String quoted = ExactNumber.quote("a\u001b[31m\n" + "x".repeat(100));

        assertEquals("'a?[31m?" + "x".repeat(33) + "...'", quoted);
    }

    @Test
    void a_fraction_beyond_doubles_is_rounded_for_drawing() {
        BigInteger huge = BigInteger.TEN.pow(400);
        BigFraction almostHalf = new BigFraction(huge, huge.add(huge).add(BigInteger.ONE));

        assertEquals(0.5, ExactNumber.rounded(almostHalf, 9));
        assertEquals("about 0.5", ExactNumber.shown(almostHalf));
        assertTrue(ExactNumber.text(almostHalf).length() > 800);
    }
}
