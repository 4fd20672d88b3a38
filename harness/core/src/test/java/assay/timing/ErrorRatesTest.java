package assay.timing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On a recorded busy machine, submissions of known speed are judged as they deserve. {@code -Dtiming.races=2000} plays more
 * races than the few hundred of a build.
 */
@Tag("slow")
class ErrorRatesTest {
    private static final TimingRule RULE =
            new TimingRule(List.of(new SpeedLimit(1.5, 1), new SpeedLimit(3, 0.5)), 1.25, 3, 20);
    private static final int RACES = Integer.getInteger("timing.races", 300);
    private static final double MOST_WRONG = 0.01;

    /** Count what came out of many races. */
    private record Count(int all, int half, int none, int open, int sessions) {
        @Override
        public String toString() {
            int races = all + half + none + open;
            return String.format(
                    Locale.ROOT,
                    "%d races: %d all points, %d half, %d none, %d open; %.2f sessions each",
                    races,
                    all,
                    half,
                    none,
                    open,
                    sessions / (double) races);
        }
    }

    private static Count play(NoiseTrace trace, double ratio, boolean cpu) {
        SplittableRandom random = new SplittableRandom(7 + (long) (1000 * ratio));
        int[] counts = new int[5];
        for (int race = 0; race < RACES; race++) {
            List<Session> sessions = new ArrayList<>();
            TimingRule.Decision decision;
            do {
                sessions.add(trace.session(ratio, cpu, random));
                decision = RULE.decide(sessions);
            } while (!decision.isDecided() && sessions.size() < RULE.sessions());
            int what = !decision.isDecided() ? 3 : decision.share() == 1 ? 0 : decision.share() > 0 ? 1 : 2;
            counts[what]++;
            counts[4] += sessions.size();
        }
        return new Count(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    @ParameterizedTest(name = "as fast as the reference, {0}, processor time: {1}")
    @CsvSource({"busy.csv, true", "busy.csv, false"})
    void an_equal_submission_loses_points_in_at_most_one_race_of_a_hundred(String trace, boolean cpu) {
        Count count = play(new NoiseTrace(trace), 1, cpu);
        System.out.println("equal, " + trace + ", cpu " + cpu + ": " + count);
        assertTrue(count.half() + count.none() <= MOST_WRONG * RACES, count::toString);
    }

    @ParameterizedTest(name = "twice as slow as allowed, {0}, processor time: {1}")
    @CsvSource({"busy.csv, true", "busy.csv, false"})
    void a_submission_twice_as_slow_as_allowed_gets_all_points_in_at_most_one_race_of_a_hundred(
            String trace, boolean cpu) {
        Count count = play(new NoiseTrace(trace), 2 * 1.5, cpu);
        System.out.println("twice as slow, " + trace + ", cpu " + cpu + ": " + count);
        assertTrue(count.all() <= MOST_WRONG * RACES, count::toString);
    }

    @ParameterizedTest(name = "at twice the last limit, {0}, processor time: {1}")
    @CsvSource("busy.csv, true")
    void a_submission_twice_beyond_the_last_limit_gets_points_in_at_most_one_race_of_a_hundred(
            String trace, boolean cpu) {
        Count count = play(new NoiseTrace(trace), 2 * 3, cpu);
        System.out.println("twice the last limit, " + trace + ", cpu " + cpu + ": " + count);
        assertTrue(count.all() + count.half() <= MOST_WRONG * RACES, count::toString);
    }
}
