package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0.4342944819, 0.4343",
        "12, 12",
        "0, 0",
        "-1234567, -1235000",
        "12345678, 1.235e+07",
        "1.3e-7, 1.3e-07",
        "0.00001234, 0.00001234",
        "100, 100",
        "NaN, NaN",
        "Infinity, Infinity"
    })
    void few_digits_are_about_four(double number, String written) {
        assertEquals(written, Digits.few(number));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0.00003, 0.003 %", "0.5, 50 %", "0.0349, 3 %", "1e-12, 1e-10 %"})
    void a_percentage_has_one_digit(double share, String written) {
        assertEquals(written, Digits.percent(share));
    }
}
