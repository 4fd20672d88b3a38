package assay.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Make sessions with a known ratio. */
final class Rounds {
    private Rounds() {}

    /** Return a session of {@code count} rounds in which all times scatter by a few percent. */
    static Session session(int count, double cpuRatio, double wallRatio, double again, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rounds.add(new Round(times(cpuRatio, wallRatio, random), times(1, 1, random), times(again, again, random)));
        }
        return new Session(1, 0, true, rounds, 0, 2);
    }

    private static Times times(double cpu, double wall, SplittableRandom random) {
        double scatter = Math.exp(0.03 * random.nextGaussian());
        return new Times(12 * wall * scatter, 10 * cpu * scatter);
    }
}
