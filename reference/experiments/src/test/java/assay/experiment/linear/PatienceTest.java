package assay.experiment.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
    @ParameterizedTest(name = "{0} with patience {1} stops at {2}, best {3}")
    @CsvSource({
        "5 4 3 3 3 3 2, 3, 5, 2",
        "2 2 2 2, 2, 2, 0",
        "5 4 5 3 5 2 5 1, 2, -1, 7",
        "3 4 3.9 3.8 3.7, 2, 2, 0",
        "3 NaN NaN 1, 2, 2, 0",
    })
    void stops_without_a_strict_improvement_over_the_best(String losses, int checks, int stop, int best) {
        Patience patience = new Patience(checks);
        String[] all = losses.split(" ", -1);
        int stopped = -1;
        int kept = -1;
        for (int i = 0; i < all.length && stopped < 0; i++) {
            if (patience.improves(Double.parseDouble(all[i]))) {
                kept = i;
            }
            stopped = patience.isOver() ? i : -1;
        }
        assertEquals(stop, stopped);
        assertEquals(best, kept);
    }
}
