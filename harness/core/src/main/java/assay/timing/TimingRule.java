package assay.timing;

import java.util.Comparator;
import java.util.List;

/**
 * Decide from the times of one or more sessions what a speed is worth.
 *
 * <p>The judged ratio is the median time of the submission by the median time of the reference. Its interval is widened by
 * what two processes of the same reference differed by, and, as long as more sessions may follow, by what processes of the
 * same program may differ by. What the speed is worth at both ends of the interval must agree, else nothing is decided.
 *
 * @param limits what a speed is worth
 * @param gate most that two processes of the reference may differ by; beyond it the machine is too noisy
 * @param sessions after how many sessions of fresh processes the matter is closed
 * @param seconds after which no further session begins
 */
public record TimingRule(List<SpeedLimit> limits, double gate, int sessions, double seconds) {
    /** Probability that an end of the interval is wrong, over all looks. */
    public static final double ALPHA = 0.01;

    private static final double OTHER_PROCESSES = 1.15;
    private static final double NOT_STEADY = 1.15;
    private static final int FEW = 8;
    private static final double FEW_ROUNDS = 1.5;
    private static final double LEAST_CPU_MILLIS = 1;
    private static final double MOST_TIMES = 100;

    public TimingRule {
        limits = limits.stream()
                .sorted(Comparator.comparingDouble(SpeedLimit::ratio))
                .toList();
        for (int i = 1; i < limits.size(); i++) {
            if (!(limits.get(i).share() < limits.get(i - 1).share())) {
                throw new IllegalArgumentException("a larger ratio must be worth a smaller share, was " + limits);
            }
        }
        if (limits.isEmpty() || limits.get(0).share() != 1) {
            throw new IllegalArgumentException("limits must name the ratio that is worth the share 1");
        }
        if (!(gate > 1 && gate <= 2)) {
            throw new IllegalArgumentException("gate must be more than 1 and at most 2, was " + gate);
        }
        if (!(sessions >= 1 && sessions <= 20)) {
            throw new IllegalArgumentException("sessions must be 1 to 20, was " + sessions);
        }
        if (!(seconds > 0 && seconds <= 600)) {
            throw new IllegalArgumentException("seconds must be more than 0 and at most 600, was " + seconds);
        }
    }

    /** Name what came out. */
    public enum Outcome {
        /** Both ends of the interval are worth the same. */
        DECIDED,
        /** A limit lies within the interval. */
        TOO_WIDE,
        /** The reference against itself is beyond the gate. */
        TOO_NOISY
    }

    /**
     * Be what the times say.
     *
     * @param share what the pessimistic end is worth; 0 while the machine is too noisy
     * @param clock the one that is judged by
     * @param ratio submission by reference, widened as the rule says
     * @param wall the same by the parent's clock; equal to {@code ratio} where that is judged by
     * @param control the reference by itself, on the clock that is judged by
     * @param waits whether the parent's clock shows more than processor time explains, and that is what counts
     * @param moreSeconds how much longer to measure for a decision; infinite if that is not to be expected
     */
    public record Decision(
            Outcome outcome,
            double share,
            Clock clock,
            Interval ratio,
            Interval wall,
            double control,
            boolean waits,
            double moreSeconds) {
        /** Return whether nothing more needs to be measured. */
        public boolean isDecided() {
            return outcome == Outcome.DECIDED;
        }
    }

    /** Return what a ratio is worth; 0 beyond all limits. */
    double worth(double ratio) {
        return limits.stream()
                .filter(limit -> ratio <= limit.ratio())
                .mapToDouble(SpeedLimit::share)
                .findFirst()
                .orElse(0);
    }

    /** Return the clock that the rounds can be judged by: processor time where it was measured and is not too short. */
    static Clock clock(List<Session> measured) {
        boolean cpu = measured.stream()
                .allMatch(session -> session.judged().stream()
                        .allMatch(round -> Math.min(
                                                round.submission().cpu(),
                                                Math.min(
                                                        round.reference().cpu(),
                                                        round.again().cpu()))
                                        * session.requestsPerBlock()
                                >= LEAST_CPU_MILLIS));
        return cpu ? Clock.CPU : Clock.WALL;
    }

    /** Decide; at least one session must have a judged round. */
    public Decision decide(List<Session> measured) {
        Clock clock = clock(measured);
        double control = RatioBootstrap.control(measured, clock);
        Interval ratio =
                RatioBootstrap.ratio(measured, clock, ALPHA / sessions).widened(margin(measured) * either(control));
        Interval wall = clock == Clock.WALL ? ratio : wall(measured);
        double most = clock == Clock.WALL ? 1 : worth(wall.low());
        boolean waits = most < worth(ratio.high());
        double optimistic = Math.min(most, worth(ratio.low()));
        double pessimistic = Math.min(most, worth(ratio.high()));
        if (!(either(control) <= gate)) {
            return new Decision(
                    Outcome.TOO_NOISY, 0, clock, ratio, wall, control, false, seconds(measured) / measured.size());
        }
        Outcome outcome = optimistic == pessimistic ? Outcome.DECIDED : Outcome.TOO_WIDE;
        return new Decision(outcome, pessimistic, clock, ratio, wall, control, waits, more(ratio, measured));
    }

    private Interval wall(List<Session> measured) {
        return RatioBootstrap.ratio(measured, Clock.WALL, ALPHA / sessions)
                .widened(margin(measured) * either(RatioBootstrap.control(measured, Clock.WALL)));
    }

    private double margin(List<Session> measured) {
        int rounds =
                measured.stream().mapToInt(session -> session.judged().size()).sum();
        return (measured.size() < sessions ? OTHER_PROCESSES : 1)
                * (measured.stream().allMatch(Session::steady) ? 1 : NOT_STEADY)
                * (rounds < FEW ? FEW_ROUNDS : 1);
    }

    private static double either(double ratio) {
        return Math.max(ratio, 1 / ratio);
    }

    private static double seconds(List<Session> measured) {
        return measured.stream().mapToDouble(Session::seconds).sum();
    }

    /** The width shrinks with the root of the time, so that the nearest limit leaves the interval after width^2/distance^2. */
    private double more(Interval ratio, List<Session> measured) {
        double width = Math.log(ratio.high() / ratio.low()) / 2;
        double distance = limits.stream()
                .mapToDouble(limit -> Math.abs(Math.log(ratio.estimate() / limit.ratio())))
                .min()
                .orElse(0);
        double times = width * width / (distance * distance);
        return times <= MOST_TIMES ? Math.max(times - 1, 0.5) * seconds(measured) : Double.POSITIVE_INFINITY;
    }
}
