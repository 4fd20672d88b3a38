package assay.api.reference;

import assay.api.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Draw numbers from a seed: the same seed gives the same numbers on every machine and JDK. Not thread-safe. */
public final class Draw {
    private static final int MOST_TRIES = 10_000;

    private final SplittableRandom random;

    /** Start from {@code seed}. */
    public Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Draw uniformly from [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Draw from the normal distribution with mean 0 and variance 1 (Box-Muller, in StrictMath: same bits everywhere). */
    public double normal() {
        double radius = StrictMath.sqrt(-2.0 * StrictMath.log(1.0 - unit()));
        return radius * StrictMath.cos(2.0 * Math.PI * unit());
    }

    /** Draw a whole number from low to high, both included. */
    public int integer(int low, int high) {
        return low + (int) Math.floor(unit() * (high - low + 1.0));
    }

    /** Draw one of {@code choices}. */
    public <T> T choice(List<T> choices) {
        return choices.get(integer(0, choices.size() - 1));
    }

    /** Draw low to high in absolute value, with either sign. */
    public double signed(double low, double high) {
        double magnitude = uniform(low, high);
        return unit() < 0.5 ? -magnitude : magnitude;
    }

    /** Fill a vector [n]. */
    public double[] vector(int n, DoubleSupplier entry) {
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = entry.getAsDouble();
        }
        return vector;
    }

    /** Fill a matrix [rows, columns]. */
    public Tensor matrix(int rows, int columns, DoubleSupplier entry) {
        return Tensor.of(new int[] {rows, columns}, vector(rows * columns, entry));
    }

    /**
     * Draw until {@code accepted} holds.
     *
     * @throws IllegalStateException if that does not happen in 10,000 tries: the condition is too narrow
     */
    public <T> T until(Supplier<T> drawn, Predicate<T> accepted) {
        for (int i = 0; i < MOST_TRIES; i++) {
            T candidate = drawn.get();
            if (accepted.test(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no draw was accepted in " + MOST_TRIES + " tries");
    }

    private double unit() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }
}
