package assay.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingRuleTest {
    private static final TimingRule RULE =
            new TimingRule(List.of(new SpeedLimit(1.5, 1), new SpeedLimit(3, 0.5)), 1.25, 3, 20);

    private static List<Session> sessions(int count, double cpu, double wall, double again) {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(Rounds.session(16, cpu, wall, again, i));
        }
        return sessions;
    }

    @ParameterizedTest(name = "{0} times the reference is worth {1}")
    @CsvSource({"0.3, 1", "1, 1", "2.1, 0.5", "6, 0", "100, 0"})
    void a_clear_speed_is_decided_after_one_session(double ratio, double share) {
        TimingRule.Decision decision = RULE.decide(sessions(1, ratio, ratio, 1));
        assertTrue(decision.isDecided());
        assertEquals(share, decision.share());
        assertEquals(Clock.CPU, decision.clock());
        assertEquals(ratio, decision.ratio().estimate(), 0.05 * ratio);
    }

    @Test
    void what_is_near_to_a_limit_waits_for_other_processes() {
        assertFalse(RULE.decide(sessions(1, 1.38, 1.38, 1)).isDecided());
        TimingRule.Decision last = RULE.decide(sessions(3, 1.38, 1.38, 1));
        assertTrue(last.isDecided());
        assertEquals(1, last.share());
    }

    @Test
    void on_the_limit_the_pessimistic_end_counts_and_more_time_is_asked_for() {
        TimingRule.Decision decision = RULE.decide(sessions(3, 1.48, 1.48, 1));
        assertEquals(TimingRule.Outcome.TOO_WIDE, decision.outcome());
        assertEquals(0.5, decision.share());
        assertTrue(decision.moreSeconds() > 0);
    }

    @Test
    void a_reference_that_differs_from_itself_closes_the_gate() {
        TimingRule.Decision decision = RULE.decide(sessions(3, 1, 1, 1.3));
        assertEquals(TimingRule.Outcome.TOO_NOISY, decision.outcome());
        assertEquals(0, decision.share());
    }

    @Test
    void who_sleeps_needs_no_processor_and_yet_the_clock_goes_on() {
        TimingRule.Decision decision = RULE.decide(sessions(1, 1, 20, 1));
        assertTrue(decision.isDecided());
        assertTrue(decision.waits());
        assertEquals(0, decision.share());
    }

    @Test
    void a_clock_that_only_scatters_takes_nothing_away() {
        TimingRule.Decision decision = RULE.decide(sessions(1, 1, 1.45, 1));
        assertTrue(decision.isDecided());
        assertEquals(1, decision.share());
    }

    @Test
    void without_processor_time_the_clock_is_judged() {
        List<Session> measured = List.of(Rounds.session(16, 0, 1, 1, 1));
        assertEquals(Clock.WALL, RULE.decide(measured).clock());
    }

    @Test
    void limits_must_fall_and_begin_with_all_points() {
        assertThrows(
                IllegalArgumentException.class, () -> new TimingRule(List.of(new SpeedLimit(2, 0.5)), 1.25, 3, 20));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TimingRule(List.of(new SpeedLimit(2, 1), new SpeedLimit(3, 1)), 1.25, 3, 20));
        assertThrows(IllegalArgumentException.class, () -> new SpeedLimit(Double.NaN, 1));
    }

    @Test
    void a_program_that_still_becomes_faster_is_not_steady() {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double time = 10 * Math.pow(0.8, i);
            rounds.add(new Round(new Times(time, time), new Times(10, 10), new Times(10, 10)));
        }
        assertFalse(SteadyState.isReached(rounds, Clock.CPU));
        assertFalse(SteadyState.isReached(rounds.subList(0, 7), Clock.CPU));
        for (int i = 0; i < 8; i++) {
            rounds.add(new Round(new Times(2, 2), new Times(10, 10), new Times(10, 10)));
        }
        assertTrue(SteadyState.isReached(rounds, Clock.CPU));
    }
}
