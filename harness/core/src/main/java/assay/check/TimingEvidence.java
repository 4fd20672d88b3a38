package assay.check;

import assay.timing.Clock;
import assay.timing.Interval;
import assay.timing.Round;
import assay.timing.Times;
import assay.timing.Timing;
import assay.timing.TimingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Show what was measured: every judged time, the intervals and the noise gate. */
final class TimingEvidence {
    private TimingEvidence() {}

    static Evidence of(TimedCheck.Spec spec, Timing timing, TimingRule.Decision decision) {
        boolean cpu = decision.clock() == Clock.CPU;
        List<Evidence.Timed.Span> spans = new ArrayList<>();
        spans.add(span("submission / reference", decision.ratio()));
        if (cpu) {
            spans.add(span("the same by the clock", decision.wall()));
        }
        double control = decision.control();
        spans.add(new Evidence.Timed.Span("reference / itself", control, control, control));
        return new Evidence.Timed(
                "Time of one request beside the reference's",
                cpu ? "processor time" : "time by the clock",
                timing.language(),
                timing.device(),
                List.of(
                        series("submission", timing, decision.clock(), Round::submission),
                        series("reference", timing, decision.clock(), Round::reference),
                        series("reference again", timing, decision.clock(), Round::again)),
                spans,
                spec.rule().limits().stream()
                        .map(limit -> new Evidence.Timed.Limit(limit.ratio(), limit.share()))
                        .toList(),
                spec.gate(),
                facts(timing));
    }

    private static Evidence.Timed.Span span(String name, Interval interval) {
        return new Evidence.Timed.Span(name, interval.estimate(), interval.low(), interval.high());
    }

    private static Evidence.Timed.Series series(String name, Timing timing, Clock clock, Function<Round, Times> who) {
        return new Evidence.Timed.Series(
                name,
                timing.sessions().stream()
                        .map(session -> session.judged().stream()
                                .map(round -> clock == Clock.CPU
                                        ? who.apply(round).cpu()
                                        : who.apply(round).wall())
                                .toList())
                        .toList());
    }

    private static String facts(Timing timing) {
        long unsteady =
                timing.sessions().stream().filter(session -> !session.steady()).count();
        String still = switch (timing.rest()) {
            case "freezer" -> "frozen while it was not their turn";
            case "signals" -> "stopped while it was not their turn";
            default -> "not frozen between turns, which this machine cannot";
        };
        return timing.sessions().size() + (timing.sessions().size() == 1 ? " session" : " sessions")
                + " of three fresh processes, "
                + still + "; warm-up of "
                + String.join(
                        ", ",
                        timing.sessions().stream()
                                .map(session -> String.valueOf(session.warmUp()))
                                .toList())
                + " rounds"
                + (unsteady == 0 ? "" : ", not steady after it in " + unsteady)
                + "; "
                + TimedCheck.number(timing.seconds()) + " s in all; all rounds are in timing.json.";
    }
}
