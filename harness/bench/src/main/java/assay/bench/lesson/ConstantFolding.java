package assay.bench.lesson;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Show that the result of constants is a constant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConstantFolding {
    private static final int TERMS = 20;
    private static final double CONSTANT = 0.7;

    private double read = CONSTANT;

    /** Sum the first terms of exp(x). */
    private static double series(double x) {
        double sum = 1;
        double term = 1;
        for (int i = 1; i <= TERMS; i++) {
            term *= x / i;
            sum += term;
        }
        return sum;
    }

    /** Wrong: the compiler knows the argument, so it computes the sum once and for all. */
    @Benchmark
    public double wrong() {
        return series(CONSTANT);
    }

    /** Right: the argument is read from a field that could change. */
    @Benchmark
    public double right() {
        return series(read);
    }
}
