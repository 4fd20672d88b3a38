package assay.check.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplestRationalTest {
    private static @Nullable BigFraction read(@Nullable String written) {
        return written == null ? null : ExactNumber.parse(written);
    }

    @ParameterizedTest(name = "between {0} and {1} lies {2}")
    @CsvSource({
        ", , 0",
        "-1, 1, 0",
        "0, , 1",
        ", 0, -1",
        "2, , 3",
        "5/2, , 3",
        ", -2, -3",
        "0, 1, 1/2",
        "-1, 0, -1/2",
        "0, 1/2, 1/3",
        "1/2, 1, 2/3",
        "3, 22/7, 25/8",
        "1/3, 7/2, 1",
        "-7/2, -1/3, -1",
        "333/1000, 334/1000, 1/3"
    })
    void the_simplest_is_found(@Nullable String low, @Nullable String high, String expected) {
        assertEquals(expected, ExactNumber.text(SimplestRational.between(read(low), read(high))));
    }

    @Test
    void an_empty_interval_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> SimplestRational.between(BigFraction.ONE, BigFraction.ONE));
    }

    @Test
    void no_smaller_denominator_lies_in_the_interval() {
        Random random = new Random(5);
        for (int k = 0; k < 300; k++) {
            BigFraction low = new BigFraction(random.nextInt(400) - 200, 1 + random.nextInt(60));
            BigFraction high = low.add(new BigFraction(1, 1 + random.nextInt(2000)));
            BigFraction found = SimplestRational.between(low, high);
            assertTrue(low.compareTo(found) < 0 && found.compareTo(high) < 0, low + " " + found + " " + high);
            for (int below = 1; below < found.getDenominatorAsInt(); below++) {
                BigFraction next =
                        new BigFraction((long) Math.floor(low.doubleValue() * below + 1e-9) + 1, (long) below);
                assertTrue(next.compareTo(high) >= 0, next + " is simpler than " + found);
            }
        }
    }
}
