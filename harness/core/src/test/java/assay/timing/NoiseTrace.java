package assay.timing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Play races on a recorded machine: each block takes as long as the same work took then, times what the program needs. */
final class NoiseTrace {
    private static final int ROUNDS = 16;
    /** Two processes of the same program differ by a few percent, whatever the machine does. */
    private static final double PROCESSES = 0.02;

    private final List<Times> blocks;

    NoiseTrace(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NoiseTrace.class.getResourceAsStream("/timing/" + name)),
                StandardCharsets.US_ASCII))) {
            blocks = lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(parts -> new Times(Double.parseDouble(parts[0]) / 1000, Double.parseDouble(parts[1]) / 1000))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return blocks.size();
    }

    /** Return how unevenly the machine worked: the 95th percentile by the median. */
    double unevenness(Clock clock) {
        double[] sorted =
                blocks.stream().mapToDouble(one -> one.by(clock)).sorted().toArray();
        return sorted[(int) (0.95 * sorted.length)] / sorted[sorted.length / 2];
    }

    /** Play one session of a submission that needs {@code ratio} times what the reference does. */
    Session session(double ratio, boolean cpu, SplittableRandom random) {
        List<Round> rounds = new ArrayList<>();
        Tape tape = new Tape(random.nextInt(blocks.size()), cpu);
        double[] own = {process(random), process(random), process(random)};
        for (int pair = 0; pair < ROUNDS / 2; pair++) {
            int first = random.nextInt(3);
            int[] order = {first, (first + 1 + random.nextInt(2)) % 3, 0};
            order[2] = 3 - order[0] - order[1];
            rounds.add(round(order, own, ratio, tape));
            rounds.add(round(new int[] {order[2], order[1], order[0]}, own, ratio, tape));
        }
        return new Session(1, 0, true, rounds, 0, 2);
    }

    private Round round(int[] order, double[] own, double ratio, Tape tape) {
        Times[] times = new Times[3];
        for (int who : order) {
            times[who] = tape.next(own[who] * (who == 0 ? ratio : 1));
        }
        return new Round(times[0], times[1], times[2]);
    }

    private static double process(SplittableRandom random) {
        return Math.exp(PROCESSES * random.nextGaussian());
    }

    /** Be a place in the recording. */
    private final class Tape {
        private int at;
        private final boolean cpu;

        Tape(int at, boolean cpu) {
            this.at = at;
            this.cpu = cpu;
        }

        /** Let {@code work} blocks pass, the last of them in part. */
        Times next(double work) {
            double wall = 0;
            double processor = 0;
            for (double left = work; left > 0; left--) {
                Times block = blocks.get(at);
                at = (at + 1) % blocks.size();
                wall += Math.min(left, 1) * block.wall();
                processor += Math.min(left, 1) * block.cpu();
            }
            return new Times(wall, cpu ? processor : 0);
        }
    }
}
