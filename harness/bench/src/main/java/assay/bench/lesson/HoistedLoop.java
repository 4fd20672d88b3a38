package assay.bench.lesson;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Show that a loop around what is timed is not so many times the work. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HoistedLoop {
    private static final int TIMES = 1000;

    private double w = 0.3;
    private double x = 1.7;
    private double b = -0.2;

    /** Wrong: every round computes the same, so the product is computed before the loop; then the time is divided. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public double wrong() {
        double last = 0;
        for (int i = 0; i < TIMES; i++) {
            last = Math.max(0, w * x + b);
        }
        return last;
    }

    /** Right: once; who calls it again, and how often, is the harness's business. */
    @Benchmark
    public double right() {
        return Math.max(0, w * x + b);
    }
}
