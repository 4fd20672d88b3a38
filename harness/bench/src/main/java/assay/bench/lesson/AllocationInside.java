package assay.bench.lesson;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Show that a new array costs more than the numbers in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AllocationInside {
    private static final int SIZE = 10_000;

    private final double[] x = Vectors.drawn(SIZE);
    private final double[] rectified = new double[SIZE];

    private static double[] rectify(double[] x, double[] into) {
        for (int i = 0; i < x.length; i++) {
            into[i] = Math.max(0, x[i]);
        }
        return into;
    }

    /** Wrong, if the layer is meant: memory is cleared and collected within the time. */
    @Benchmark
    public double[] wrong() {
        return rectify(x, new double[SIZE]);
    }

    /** Right: the memory is there beforehand, as in a training loop that is well written. */
    @Benchmark
    public double[] right() {
        return rectify(x, rectified);
    }
}
