package assay.timing;

import assay.run.ChildPlan;
import assay.run.Exchange;
import assay.run.Fault;
import assay.run.GradingException;
import assay.run.LiveRun;
import assay.run.Request;
import assay.run.Sandbox;
import assay.timing.Timing.Blame;
import assay.timing.Timing.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Time a submission against a reference: in sessions of three fresh processes, two of them the reference, until the rule
 * decides or its time is up.
 */
public final class Race {
    private final Sandbox sandbox;
    private final ChildPlan reference;
    private final ChildPlan submission;
    private final TimingRule rule;

    /** Look at what was answered while times were taken; a fast wrong answer is wrong. */
    @FunctionalInterface
    public interface Examiner {
        /** Say what is wrong with the submission's answers, or ours; {@code reference} answered the same requests. */
        Trouble examine(List<Exchange> submission, List<Exchange> reference);
    }

    /** Name what is timed; the order of turns comes from {@code seed}. */
    public record Subject(String task, String criterion, long seed) {}

    /** Let {@code submission} run against {@code reference}, both of the same language. */
    public Race(Sandbox sandbox, ChildPlan reference, ChildPlan submission, TimingRule rule) {
        this.sandbox = sandbox;
        this.reference = reference;
        this.submission = submission;
        this.rule = rule;
    }

    /** Run; {@code requests} gives another request with new inputs each time. */
    public Timing run(Subject subject, Supplier<Request> requests, Examiner examiner) {
        List<Session> sessions = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(subject.seed());
        String rest = "not";
        String processorClock = "not";
        Trouble trouble = Trouble.none();
        double seconds = 0;
        boolean triedAgain = false;
        while (trouble.blame() == Blame.NOBODY && isOpen(sessions, seconds)) {
            long began = System.nanoTime();
            try (LiveRun run = sandbox.open(List.of(reference, submission, reference))) {
                Heat heat = new Heat(run.children(), rule, requests, random);
                trouble = heat.run(subject.task());
                if (trouble.blame() == Blame.NOBODY) {
                    trouble = examiner.examine(heat.answered(1), heat.answered(0));
                }
                rest = run.rest();
                processorClock = run.processorClock();
                if (isCrash(trouble) && !triedAgain) {
                    triedAgain = true;
                    trouble = Trouble.none();
                } else {
                    sessions.add(heat.session((System.nanoTime() - began) / 1e9));
                }
            } catch (GradingException e) {
                trouble = new Trouble(Blame.HARNESS, "harness", "Its speed was not measured: " + e.getMessage() + ".");
            }
            seconds += (System.nanoTime() - began) / 1e9;
        }
        return new Timing(
                subject.task(),
                subject.criterion(),
                submission.language().name().toLowerCase(Locale.ROOT),
                sandbox.facts().getOrDefault("device", "cpu"),
                rest,
                processorClock,
                sessions,
                trouble);
    }

    /** Somebody else may have killed it; what happens in a second session, too, is the program's. */
    private static boolean isCrash(Trouble trouble) {
        return trouble.blame() == Blame.SUBMISSION && trouble.cause().equals(Fault.CRASHED.word());
    }

    private boolean isOpen(List<Session> sessions, double seconds) {
        if (sessions.isEmpty()) {
            return true;
        }
        boolean more = sessions.size() < rule.sessions() && seconds < rule.seconds();
        return more && !rule.decide(sessions).isDecided();
    }
}
