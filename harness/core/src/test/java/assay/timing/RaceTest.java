package assay.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.Limits;
import assay.run.ChildPlan;
import assay.run.ChildTrace;
import assay.run.Fault;
import assay.run.IsolationLevel;
import assay.run.Language;
import assay.run.LiveChild;
import assay.run.LiveRun;
import assay.run.Outcome;
import assay.run.Request;
import assay.run.Sandbox;
import assay.run.SandboxStub;
import assay.timing.Timing.Blame;
import assay.timing.Timing.Trouble;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody else did to a process while it was timed is not held against it. */
class RaceTest {
    private static final TimingRule RULE = new TimingRule(List.of(new SpeedLimit(3, 1)), 1.25, 3, 20);

    /** Answers at once, or has been killed. */
    private record Scripted(Optional<Outcome.Failed> end) implements LiveChild {
        @Override
        public Optional<Outcome.Failed> start(String task) {
            return Optional.empty();
        }

        @Override
        public Block ask(List<Request> requests) {
            Outcome answer = new Outcome.Answered(Answers.of("x", 1), 10);
            return end.map(failed -> new Block(List.of(failed), 0, Optional.empty(), 0))
                    .orElseGet(() -> new Block(
                            Collections.nCopies(requests.size(), answer),
                            10.0 * requests.size(),
                            Optional.of(10.0 * requests.size()),
                            0));
        }
    }

    private record Together(List<LiveChild> children) implements LiveRun {
        @Override
        public String rest() {
            return "freezer";
        }

        @Override
        public String processorClock() {
            return "processes";
        }

        @Override
        public void close() {}
    }

    /** Kills the submission in the first {@code kills} sessions. */
    private static final class Killing extends SandboxStub {
        private final int kills;
        private final int killed;
        private int sessions;

        Killing(int kills, int killed) {
            super(IsolationLevel.A);
            this.kills = kills;
            this.killed = killed;
        }

        @Override
        public LiveRun open(List<ChildPlan> plans) {
            Optional<Outcome.Failed> end = sessions++ < kills
                    ? Optional.of(new Outcome.Failed(Fault.CRASHED, "The program was killed (SIGKILL).", ""))
                    : Optional.empty();
            return new Together(IntStream.range(0, plans.size())
                    .<LiveChild>mapToObj(i -> new Scripted(i == killed ? end : Optional.empty()))
                    .toList());
        }

        @Override
        public ChildTrace run(ChildPlan plan) {
            throw new AssertionError("nothing is run outside of sessions");
        }
    }

    private static Timing race(Sandbox sandbox) {
        ChildPlan plan = new ChildPlan(Language.JAVA, Path.of("x"), List.of("X.java"), Limits.standard(), List.of());
        return new Race(sandbox, plan, plan, RULE)
                .run(
                        new Race.Subject("t", "fast", 1),
                        () -> new Request("id", "t", "timed", false, Inputs.none()),
                        (submission, reference) -> Trouble.none());
    }

    @ParameterizedTest(name = "killed in {0} sessions")
    @CsvSource({"0, NOBODY, 1", "1, NOBODY, 1", "2, SUBMISSION, 1"})
    void who_is_killed_in_one_session_is_timed_in_another(int kills, Blame blame, int sessions) {
        Timing timing = race(new Killing(kills, 1));
        assertEquals(blame, timing.trouble().blame());
        assertEquals(sessions, timing.sessions().size());
    }

    @Test
    void a_killed_reference_is_ours() {
        assertEquals(Blame.HARNESS, race(new Killing(1, 0)).trouble().blame());
    }
}
