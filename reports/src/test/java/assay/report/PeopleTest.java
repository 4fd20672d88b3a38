package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0 %",
        "1e-9, < 0.1 %",
        "0.0123, 1.2 %",
        "0.03, 3 %",
        "0.999, 100 %",
        "1, 100 %",
        "1.0000001, 101 %",
        "1.5, 150 %",
        "1.999, 200 %",
        "12, 12 times",
        "1.2e5, 1.2·10⁵ times",
        "1e300, not finite",
        "Infinity, not finite",
        "NaN, not finite"
    })
    void a_share_of_the_allowed_error(double share, String words) {
        assertEquals(words, People.share(share));
    }

    @Test
    void a_share_within_a_sentence() {
        assertEquals("3 % of the allowed error", People.ofAllowed(0.03));
        assertEquals("12 times the allowed error", People.ofAllowed(12));
    }

    @Test
    void a_share_that_is_no_number_stays_as_it_is() {
        assertEquals("<unknown>", People.share("<unknown>"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0, 0", "3, 3", "2.5, 2.5", "3.3333333, 3.33", "100, 100", "0.1, 0.1", "-0.0, 0"})
    void points_have_at_most_two_decimals(double points, String words) {
        assertEquals(words, People.points(points));
    }

    @ParameterizedTest(name = "{0} with {1} digits is {2}")
    @CsvSource({
        "0, 3, 0",
        "1234.5, 6, 1234.5",
        "0.00012345, 3, 0.000123",
        "0.000012345, 3, 1.23·10⁻⁵",
        "-1.5e20, 3, -1.5·10²⁰",
        "123456, 3, 1.23·10⁵",
        "Infinity, 3, not finite"
    })
    void a_number_is_short_but_readable(double value, int digits, String words) {
        assertEquals(words, People.number(value, digits));
    }

    @ParameterizedTest(name = "10 to the {0} is {1}")
    @CsvSource({"0, 1", "1, 10", "2, 100", "-1, 0.1", "3, 10³", "-12, 10⁻¹²"})
    void a_power_of_ten(int exponent, String words) {
        assertEquals(words, People.powerOfTen(exponent));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"1, 1", "0.1, 0.1", "1e300, 1.0E300", "-3, -3", "0.30000000000000004, 0.30000000000000004"})
    void exact_numbers_keep_all_digits(double value, String words) {
        assertEquals(words, People.exact(value));
    }
}
