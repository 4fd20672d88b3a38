package assay.bench.lesson;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Show that a result which nobody reads need not be computed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeadCode {
    private static final int SIZE = 1000;

    private double[] x = Vectors.drawn(SIZE);

    private static double squares(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }

    /** Wrong: the sum is dropped, and so is its computation. */
    @Benchmark
    public void wrong() {
        squares(x);
    }

    /** Right: what is returned must have been computed. */
    @Benchmark
    public double right() {
        return squares(x);
    }
}
