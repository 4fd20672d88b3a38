package assay.timing;

import java.util.List;
import java.util.function.Function;

/**
 * Tell when a program has warmed up: the last few rounds of each process take as long as the few before them. A process that
 * a just-in-time compiler still works on becomes faster from one window to the next.
 */
final class SteadyState {
    /** Rounds in each of the two windows that are compared. */
    static final int WINDOW = 4;

    /** What the medians of both windows may differ by. */
    private static final double SAME = 1.2;

    private SteadyState() {}

    /** Return whether the last rounds are steady for all three processes. */
    static boolean isReached(List<Round> rounds, Clock clock) {
        return rounds.size() >= 2 * WINDOW
                && List.<Function<Round, Times>>of(Round::submission, Round::reference, Round::again).stream()
                        .allMatch(who -> isSteady(rounds, clock, who));
    }

    private static boolean isSteady(List<Round> rounds, Clock clock, Function<Round, Times> who) {
        int end = rounds.size();
        double before = median(rounds.subList(end - 2 * WINDOW, end - WINDOW), clock, who);
        double after = median(rounds.subList(end - WINDOW, end), clock, who);
        return after <= SAME * before && before <= SAME * after;
    }

    private static double median(List<Round> rounds, Clock clock, Function<Round, Times> who) {
        return RatioBootstrap.median(
                rounds.stream().mapToDouble(round -> who.apply(round).by(clock)).toArray());
    }
}
