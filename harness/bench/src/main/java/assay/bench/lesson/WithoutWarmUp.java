package assay.bench.lesson;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Show that the first calls are not like the millionth. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WithoutWarmUp {
    private static final int SIZE = 1000;

    private final double[] x = Vectors.drawn(SIZE);

    private double squares() {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }

    /** Wrong: single calls in a process that has just begun; nothing is compiled yet. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public double wrong() {
        return squares();
    }

    /** Right: many calls, after many that do not count. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public double right() {
        return squares();
    }
}
