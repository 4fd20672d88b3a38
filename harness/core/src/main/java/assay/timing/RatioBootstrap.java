package assay.timing;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Find an interval for the ratio of two medians. Rounds are drawn again in blocks of neighbours, since a busy machine slows
 * several in a row, and whole sessions are drawn again, since processes of the same program differ.
 *
 * <p>Percentile bootstrap (Efron, Tibshirani 1993, chapter 13) over moving blocks (Kuensch 1989).
 */
final class RatioBootstrap {
    private static final int RESAMPLES = 2000;
    private static final int NEIGHBOURS = 4;
    private static final long SEED = 20_260_401;

    private final List<double[][]> sessions;

    /** Take the times of the submission and of both processes of the reference, {@code [3][rounds]} for each session. */
    private RatioBootstrap(List<double[][]> sessions) {
        this.sessions = List.copyOf(sessions);
    }

    /** Return submission by reference, each end wrong with probability {@code alpha}; needs a judged round. */
    static Interval ratio(List<Session> sessions, Clock clock, double alpha) {
        return new RatioBootstrap(sessions.stream()
                        .map(session -> new double[][] {
                            times(session, clock, Round::submission),
                            times(session, clock, Round::reference),
                            times(session, clock, Round::again)
                        })
                        .filter(times -> times[0].length > 0)
                        .toList())
                .interval(alpha);
    }

    /** Return the second process of the reference by the first one. */
    static double control(List<Session> sessions, Clock clock) {
        return median(all(sessions, clock, Round::again)) / median(all(sessions, clock, Round::reference));
    }

    static double[] all(List<Session> sessions, Clock clock, java.util.function.Function<Round, Times> who) {
        return sessions.stream()
                .flatMap(session -> session.judged().stream())
                .mapToDouble(round -> who.apply(round).by(clock))
                .toArray();
    }

    private static double[] times(Session session, Clock clock, java.util.function.Function<Round, Times> who) {
        ToDoubleFunction<Round> time = round -> who.apply(round).by(clock);
        return session.judged().stream().mapToDouble(time).toArray();
    }

    private Interval interval(double alpha) {
        SplittableRandom random = new SplittableRandom(SEED);
        int rounds = sessions.stream().mapToInt(times -> times[0].length).sum();
        int most = sessions.stream().mapToInt(times -> times[0].length).max().orElse(0) * sessions.size();
        double[] submission = new double[most];
        double[] reference = new double[2 * most];
        double[] ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int filled = 0;
            for (int s = 0; s < sessions.size(); s++) {
                double[][] drawn = sessions.get(random.nextInt(sessions.size()));
                filled = resample(drawn, random, submission, reference, filled);
            }
            ratios[i] = median(submission, filled) / median(reference, 2 * filled);
        }
        Arrays.sort(ratios);
        int tail = (int) Math.floor(alpha * RESAMPLES);
        return new Interval(estimate(rounds), ratios[tail], ratios[RESAMPLES - 1 - tail]);
    }

    private static int resample(
            double[][] from, SplittableRandom random, double[] submission, double[] reference, int filled) {
        int rounds = from[0].length;
        int block = Math.min(NEIGHBOURS, rounds);
        int at = filled;
        while (at < filled + rounds) {
            int start = random.nextInt(rounds - block + 1);
            for (int i = start; i < start + block && at < filled + rounds; i++, at++) {
                submission[at] = from[0][i];
                reference[2 * at] = from[1][i];
                reference[2 * at + 1] = from[2][i];
            }
        }
        return at;
    }

    private double estimate(int rounds) {
        double[] submission = new double[rounds];
        double[] reference = new double[2 * rounds];
        int at = 0;
        for (double[][] times : sessions) {
            for (int i = 0; i < times[0].length; i++, at++) {
                submission[at] = times[0][i];
                reference[2 * at] = times[1][i];
                reference[2 * at + 1] = times[2][i];
            }
        }
        return median(submission) / median(reference);
    }

    /** Return the median; of an even number of values the mean of the two in the middle. */
    static double median(double[] values) {
        return median(values, values.length);
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}
