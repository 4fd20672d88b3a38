package assay.check;

import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Task;
import assay.run.Outcome;
import assay.timing.Clock;
import assay.timing.SpeedLimit;
import assay.timing.Timing;
import assay.timing.TimingRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judge how fast a solution is, by the ratio of its time to the reference's, measured in the same minutes on the same machine
 * with the same requests. The criterion needs those that judge what is computed: they must have passed, and judge what is
 * answered while times are taken, too. What noise leaves open costs nothing.
 */
@About(
        "Judge how fast a solution is, by the ratio of its time to that of a reference of the same language in private/timing, measured side by side. 'needs' in assignment.yaml must name the criteria that judge what is computed; they judge the answers of the timed requests, too. What noise leaves open costs nothing.")
public final class TimedCheck implements CheckKind<TimedCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About(
                    "what a speed is worth, each with 'ratio' and 'share': a list such as [{ratio: 1.5, share: 1}, {ratio: 3, share: 0.5}]")
            List<SpeedLimit> limits,

            @About("most that two processes of the reference may differ by; beyond it nothing is decided")
            @Default("1.25")
            double gate,

            @About("most sessions of fresh processes") @Default("3")
            int sessions,

            @About("seconds after which no further session begins") @Default("20")
            double seconds,

            @About("why the limits are what they are") @Default("")
            String because) {
        public Spec {
            limits = List.copyOf(limits);
            new TimingRule(limits, gate, sessions, seconds);
        }

        TimingRule rule() {
            return new TimingRule(limits, gate, sessions, seconds);
        }
    }

    @Override
    public String name() {
        return "timed";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public boolean dependsOnTime() {
        return true;
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public Optional<TimingRule> timing(Spec spec) {
        return Optional.of(spec.rule());
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.inputs().isEmpty() ? "a task without inputs is asked once, which is too short to be timed" : "";
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        Optional<Timing> timing = context.timing();
        if (timing.isEmpty()) {
            return untimed(context);
        }
        Timing measured = timing.get();
        Timing.Trouble trouble = measured.trouble();
        return switch (trouble.blame()) {
            case HARNESS -> Judgement.without(Verdict.NOT_JUDGED, trouble.cause(), trouble.message());
            case SUBMISSION -> Judgement.wrong(trouble.cause(), trouble.message(), Diagnosis.none(), List.of());
            case NOBODY -> judge(spec, measured, spec.rule().decide(measured.sessions()));
        };
    }

    private static Judgement untimed(CheckContext context) {
        return context.trials().stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Failed)
                .findFirst()
                .map(trial -> context.fault(trial, (Outcome.Failed) trial.outcome()))
                .orElseGet(() -> Judgement.without(
                        Verdict.INCONCLUSIVE,
                        "not-timed",
                        "Its speed was not measured in this run; that costs nothing."));
    }

    private static Judgement judge(Spec spec, Timing timing, TimingRule.Decision decision) {
        List<Evidence> evidence = List.of(TimingEvidence.of(spec, timing, decision));
        String found = found(timing, decision);
        return switch (decision.outcome()) {
            case TOO_NOISY ->
                new Judgement(
                        Verdict.INCONCLUSIVE,
                        0,
                        "too-noisy",
                        "The machine was too noisy to judge speed: two processes of the reference differed by a factor of "
                                + number(Math.max(decision.control(), 1 / decision.control()))
                                + ", at most " + number(spec.gate())
                                + " is allowed. This costs nothing; grade again when"
                                + " the machine is quieter.",
                        Diagnosis.none(),
                        evidence);
            case TOO_WIDE ->
                new Judgement(
                        Verdict.INCONCLUSIVE,
                        decision.share(),
                        "too-wide",
                        found + " A limit lies within the interval (" + limits(spec) + "); what is open costs nothing. "
                                + more(decision),
                        Diagnosis.none(),
                        evidence);
            case DECIDED ->
                decision.share() == 1
                        ? Judgement.passed(found, evidence)
                        : new Judgement(
                                Verdict.WRONG,
                                decision.share(),
                                decision.waits() ? "waits" : "slow",
                                found + waiting(decision) + " Limits: " + limits(spec) + ".",
                                Diagnosis.none(),
                                evidence);
        };
    }

    private static String found(Timing timing, TimingRule.Decision decision) {
        String clock = decision.clock() == Clock.CPU ? "processor time" : "time by the clock";
        int rounds = timing.sessions().stream()
                .mapToInt(session -> session.judged().size())
                .sum();
        return "It needs " + number(decision.ratio().estimate()) + " times the reference's " + clock + " ("
                + number(decision.ratio().low()) + " to "
                + number(decision.ratio().high()) + ", "
                + rounds + " rounds).";
    }

    private static String waiting(TimingRule.Decision decision) {
        return decision.waits()
                ? " By the clock it is " + number(decision.wall().estimate())
                        + " times, and that counts: it waits instead of computing."
                : "";
    }

    private static String more(TimingRule.Decision decision) {
        return Double.isInfinite(decision.moreSeconds())
                ? "It is so near to the limit that more measuring would hardly decide."
                : "About " + Math.round(Math.ceil(decision.moreSeconds())) + " s more of measuring would decide.";
    }

    static String limits(Spec spec) {
        return String.join(
                ", ",
                spec.rule().limits().stream()
                        .map(limit -> "up to " + number(limit.ratio()) + " times "
                                + (limit.share() == 1 ? "all points" : number(100 * limit.share()) + " %"))
                        .toList());
    }

    /** Write three digits, which is more than a time has. */
    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text = String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
