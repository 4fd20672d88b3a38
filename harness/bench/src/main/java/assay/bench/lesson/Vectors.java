package assay.bench.lesson;

import java.util.Random;

/** Draw vectors to compute with. */
final class Vectors {
    private static final long SEED = 20260101;

    private Vectors() {}

    /** Return {@code size} numbers from the normal distribution, the same ones each time. */
    static double[] drawn(int size) {
        Random random = new Random(SEED);
        double[] drawn = new double[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = random.nextGaussian();
        }
        return drawn;
    }
}
