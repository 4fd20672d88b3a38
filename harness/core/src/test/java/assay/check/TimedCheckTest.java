package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.run.Fault;
import assay.run.Outcome;
import assay.run.Request;
import assay.timing.Round;
import assay.timing.Session;
import assay.timing.SpeedLimit;
import assay.timing.Times;
import assay.timing.Timing;
import assay.timing.Timing.Blame;
import assay.timing.Timing.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedCheckTest {
    private static final TimedCheck.Spec SPEC =
            new TimedCheck.Spec(List.of(new SpeedLimit(2, 1), new SpeedLimit(4, 0.5)), 1.25, 3, 20, "");

    private static Timing timing(double ratio, double again, Trouble trouble) {
        List<Session> sessions = new ArrayList<>();
        for (int session = 0; session < 3; session++) {
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                double one = 10 + 0.1 * ((5 * i + session) % 7);
                double own = ratio * one * (1 + 0.02 * ((3 * i) % 5 - 2));
                rounds.add(new Round(new Times(own, own), new Times(one, one), new Times(again * one, again * one)));
            }
            sessions.add(new Session(1, 0, true, rounds, 0, 2));
        }
        return new Timing("fit", "value", "java", "cpu", "freezer", "control group", sessions, trouble);
    }

    private static Judgement judge(Timing timing) {
        return new TimedCheck()
                .judge(SPEC, context(new Outcome.Answered(Answers.none(), 0)).timed(timing));
    }

    private static CheckContext context(Outcome outcome) {
        Request request = new Request("1", "fit", "draw 1", false, Inputs.none());
        Trial trial = new Trial(request, outcome, Answers.none());
        return new CheckContext(Scenes.task("value: number"), List.of(trial), null);
    }

    @Test
    void who_is_as_fast_gets_all() {
        Judgement judgement = judge(timing(1.1, 1, Trouble.none()));
        assertEquals(Verdict.PASSED, judgement.verdict());
        assertTrue(judgement.message().contains("times the reference's processor time"));
        Evidence.Timed evidence = (Evidence.Timed) judgement.evidence().get(0);
        assertEquals(3, evidence.series().size());
        assertEquals(16, evidence.series().get(0).millis().get(2).size());
    }

    @Test
    void who_is_slower_gets_a_share_and_hears_the_limits() {
        Judgement judgement = judge(timing(3, 1, Trouble.none()));
        assertEquals(Verdict.WRONG, judgement.verdict());
        assertEquals(0.5, judgement.share());
        assertTrue(judgement.message().contains("up to 2 times all points, up to 4 times 50 %"));
    }

    @Test
    void on_a_limit_it_is_inconclusive_and_the_certain_share_is_given() {
        Judgement judgement = judge(timing(1.999, 1, Trouble.none()));
        assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
        assertEquals(0.5, judgement.share());
        assertTrue(judgement.message().contains("costs nothing"));
    }

    @Test
    void a_noisy_machine_is_nobodys_fault() {
        Judgement judgement = judge(timing(9, 1.4, Trouble.none()));
        assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
        assertEquals("too-noisy", judgement.cause());
    }

    @Test
    void blame_decides_who_pays() {
        Trouble theirs = new Trouble(Blame.SUBMISSION, "wrong-when-timed", "wrong");
        Trouble ours = new Trouble(Blame.HARNESS, "harness", "broken");
        assertEquals(Verdict.WRONG, judge(timing(1, 1, theirs)).verdict());
        assertEquals(Verdict.NOT_JUDGED, judge(timing(1, 1, ours)).verdict());
    }

    @Test
    void what_was_not_timed_is_missing_or_open_and_never_wrong() {
        Outcome nothing = new Outcome.Failed(Fault.NOT_ANSWERED, "Nothing was handed in for this task.", "");
        TimedCheck check = new TimedCheck();
        assertEquals(Verdict.MISSING, check.judge(SPEC, context(nothing)).verdict());
        Judgement open = check.judge(SPEC, context(new Outcome.Answered(Answers.none(), 0)));
        assertEquals(Verdict.INCONCLUSIVE, open.verdict());
    }

    @Test
    void numbers_have_three_digits_at_most() {
        assertEquals("1.5", TimedCheck.number(1.5));
        assertEquals("34.5", TimedCheck.number(34.54));
        assertEquals("100", TimedCheck.number(100));
        assertEquals("20", TimedCheck.number(20));
        assertEquals("1", TimedCheck.number(1.001));
    }
}
