package assay.bench.lesson;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Show that what ran before in the same process is measured as well. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MixedProfile {
    private static final int SIZE = 1000;
    private static final int CALLS = 20_000;

    /** Hold the numbers. */
    @State(Scope.Benchmark)
    public static class Fresh {
        private final double[] z = Vectors.drawn(SIZE);
        private DoubleUnaryOperator activation = MixedProfile::relu;
    }

    /** Have other activations computed by the same loop before. */
    @State(Scope.Benchmark)
    public static class Used {
        private double before;

        /** Compute them, often enough for the compiler to take note. */
        @Setup(Level.Trial)
        public void prepare(Fresh fresh) {
            List<DoubleUnaryOperator> others =
                    List.of(z -> z * z, z -> Math.abs(z), z -> z / (1 + Math.abs(z)), z -> z > 0 ? 1 : -1);
            for (int call = 0; call < CALLS; call++) {
                before += sum(fresh.z, others.get(call % others.size()));
            }
        }
    }

    private static double relu(double z) {
        return Math.max(0, z);
    }

    private static double sum(double[] z, DoubleUnaryOperator activation) {
        double sum = 0;
        for (double value : z) {
            sum += activation.applyAsDouble(value);
        }
        return sum;
    }

    /** Wrong: after others in one process the loop was compiled for all of them. */
    @Benchmark
    public double wrong(Used used, Fresh fresh) {
        return used.before + sum(fresh.z, fresh.activation);
    }

    /** Right: each in fresh processes. */
    @Benchmark
    public double right(Fresh fresh) {
        return sum(fresh.z, fresh.activation);
    }
}
