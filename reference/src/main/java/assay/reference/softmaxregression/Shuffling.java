package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Solve 3.2e: shuffle samples and labels together, anew in each epoch, by a seed.
 *
 * <p>Any permutation is right, so nothing is compared with this solution: {@link ShufflingClaims} examine what is given.
 */
public final class Shuffling implements ReferenceTask {
    @Override
    public String id() {
        return "training/shuffle";
    }

    /** Draw ten samples and more: two permutations of ten agree by chance once in 3.6 million times. */
    @Override
    public Inputs draw(Draw draw) {
        int samples = draw.integer(10, 16);
        int d = draw.integer(2, 3);
        int first = draw.integer(1, 1_000_000);
        int second = first + draw.integer(1, 1000);
        return Inputs.none()
                .and("x", draw.matrix(samples, d, draw::normal))
                .and("y", draw.vector(samples, () -> draw.uniform(0, 10)))
                .and("epochs", draw.integer(2, 4))
                .and("seeds", new double[] {first, second, first});
    }

    @Override
    public Answers solve(Inputs in) {
        double[][] x = in.matrix("x");
        double[] y = in.vector("y");
        double[] seeds = in.vector("seeds");
        int epochs = in.integer("epochs");
        double[][][] orders = new double[seeds.length][][];
        for (int run = 0; run < seeds.length; run++) {
            orders[run] = orders((long) seeds[run], epochs, x.length);
        }
        double[][][] shuffled = new double[epochs][x.length][];
        double[][] labels = new double[epochs][];
        for (int e = 0; e < epochs; e++) {
            double[] order = orders[0][e];
            for (int i = 0; i < x.length; i++) {
                shuffled[e][i] = x[(int) order[i]];
            }
            labels[e] = Sums.vector(x.length, i -> y[(int) order[i]]);
        }
        return Answers.of("orders", orders)
                .and("x", shuffled)
                .and("y", Tensor.matrix(labels))
                .and("given", Tensor.matrix(x));
    }

    /** Shuffle 0..n-1 once for each epoch (Fisher and Yates, in the version of Durstenfeld 1964). */
    private static double[][] orders(long seed, int epochs, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] orders = new double[epochs][];
        for (int e = 0; e < epochs; e++) {
            double[] order = Sums.vector(n, i -> i);
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double moved = order[i];
                order[i] = order[j];
                order[j] = moved;
            }
            orders[e] = order;
        }
        return orders;
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "permutations", ShufflingClaims::permutations,
                "joint", ShufflingClaims::joint,
                "new-each-epoch", ShufflingClaims::newEachEpoch,
                "seeded", ShufflingClaims::seeded,
                "caller-untouched", ShufflingClaims::callerUntouched);
    }
}
