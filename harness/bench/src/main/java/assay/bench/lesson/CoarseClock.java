package assay.bench.lesson;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Show the smallest time that a clock can tell: how long one waits until it shows another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoarseClock {
    /** Wrong: milliseconds, of a clock that may also be set. */
    @Benchmark
    public long wrong() {
        long before = System.currentTimeMillis();
        long now = before;
        while (now == before) {
            now = System.currentTimeMillis();
        }
        return now;
    }

    /** Right: a clock for lengths of time. */
    @Benchmark
    public long right() {
        long before = System.nanoTime();
        long now = before;
        while (now == before) {
            now = System.nanoTime();
        }
        return now;
    }
}
