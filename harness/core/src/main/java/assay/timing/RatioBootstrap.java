package assay.timing;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Find an interval for the ratio of two medians. Rounds are drawn again in blocks of neighbours, since a busy machine slows
 * several in a row, and whole sessions are drawn again, since processes of the same program differ.
 *
 * <p>Percentile bootstrap (Efron, Tibshirani 1993, chapter 13) over moving blocks (Kuensch 1989).
 */
final class RatioBootstrap {
    private static final int RESAMPLES = 1000;
    private static final int NEIGHBOURS = 4;
    private static final long SEED = 20_260_401;

    private final List<Ranked> submission;
    private final List<Ranked> reference;
    private final Urn submissions;
    private final Urn references;

    private RatioBootstrap(List<Session> sessions, Clock clock) {
        List<Session> judged =
                sessions.stream().filter(session -> !session.judged().isEmpty()).toList();
        submissions = new Urn(all(judged, clock, Round::submission));
        references = new Urn(DoubleStream.concat(
                        DoubleStream.of(all(judged, clock, Round::reference)),
                        DoubleStream.of(all(judged, clock, Round::again)))
                .toArray());
        submission = judged.stream()
                .map(one -> new Ranked(submissions, List.of(times(one, clock, Round::submission))))
                .toList();
        reference = judged.stream()
                .map(one -> new Ranked(
                        references, List.of(times(one, clock, Round::reference), times(one, clock, Round::again))))
                .toList();
    }

    /** Return submission by reference, each end wrong with probability {@code alpha}; needs a judged round. */
    static Interval ratio(List<Session> sessions, Clock clock, double alpha) {
        return new RatioBootstrap(sessions, clock).interval(alpha);
    }

    /** Return the second process of the reference by the first one. */
    static double control(List<Session> sessions, Clock clock) {
        return median(all(sessions, clock, Round::again)) / median(all(sessions, clock, Round::reference));
    }

    static double[] all(List<Session> sessions, Clock clock, Function<Round, Times> who) {
        return sessions.stream()
                .flatMap(session -> session.judged().stream())
                .mapToDouble(round -> who.apply(round).by(clock))
                .toArray();
    }

    private static double[] times(Session session, Clock clock, Function<Round, Times> who) {
        return session.judged().stream()
                .mapToDouble(round -> who.apply(round).by(clock))
                .toArray();
    }

    private Interval interval(double alpha) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            submissions.empty();
            references.empty();
            for (int drawn = 0; drawn < submission.size(); drawn++) {
                resample(random.nextInt(submission.size()), random);
            }
            ratios[i] = submissions.median() / references.median();
        }
        Arrays.sort(ratios);
        int tail = (int) Math.floor(alpha * RESAMPLES);
        return new Interval(
                median(submissions.sorted) / median(references.sorted), ratios[tail], ratios[RESAMPLES - 1 - tail]);
    }

    /** Draw as many rounds as the session has, in blocks of neighbours; those of all programs together. */
    private void resample(int session, SplittableRandom random) {
        int rounds = submission.get(session).rounds();
        int block = Math.min(NEIGHBOURS, rounds);
        int left = rounds;
        while (left > 0) {
            int start = random.nextInt(rounds - block + 1);
            for (int i = start; i < start + block && left > 0; i++, left--) {
                submission.get(session).put(i, submissions);
                reference.get(session).put(i, references);
            }
        }
    }

    /** Know the ranks of the times of one session, one or two for each round. */
    private static final class Ranked {
        private final List<int[]> ranks;

        Ranked(Urn urn, List<double[]> times) {
            ranks = times.stream()
                    .map(one -> DoubleStream.of(one).mapToInt(urn::rank).toArray())
                    .toList();
        }

        int rounds() {
            return ranks.get(0).length;
        }

        void put(int round, Urn urn) {
            for (int[] of : ranks) {
                urn.add(of[round]);
            }
        }
    }

    /** Count values by their ranks: the median of many draws needs no sorting then. */
    private static final class Urn {
        private final double[] sorted;
        private final int[] counts;
        private int size;

        Urn(double[] values) {
            sorted = values.clone();
            Arrays.sort(sorted);
            counts = new int[sorted.length];
        }

        int rank(double value) {
            return Arrays.binarySearch(sorted, value);
        }

        void empty() {
            Arrays.fill(counts, 0);
            size = 0;
        }

        void add(int rank) {
            counts[rank]++;
            size++;
        }

        double median() {
            return (value((size - 1) / 2) + value(size / 2)) / 2;
        }

        private double value(int place) {
            int at = 0;
            for (int passed = counts[0]; passed <= place; passed += counts[at]) {
                at++;
            }
            return sorted[at];
        }
    }

    /** Return the median; of an even number of values the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
