package assay.bench;

import assay.api.Tensor;
import assay.api.Value;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time one line of the protocol: a matrix of random numbers with all their digits. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "-XX:TieredStopAtLevel=1") // as the launcher runs them
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WireBenchmark {
    private static final long SEED = 20260101;

    /** Say how many rows and columns; 4 is a usual answer, 256 a large layer. */
    @Param({"4", "256"})
    private int size = 4;

    private Value value = Tensor.scalar(0);
    private byte[] line = new byte[0];
    private final Wire wire = new Wire(WireLimits.standard());

    /** Draw the numbers. */
    @Setup(Level.Trial)
    public void prepare() {
        Random random = new Random(SEED);
        double[][] matrix = new double[size][];
        for (int row = 0; row < size; row++) {
            matrix[row] = random.doubles(size, -1, 1).toArray();
        }
        value = Tensor.matrix(matrix);
        line = Wire.write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Write the line. */
    @Benchmark
    public String write() {
        return Wire.write(value);
    }

    /** Read the line. */
    @Benchmark
    public Value read() throws WireException {
        return wire.read(line);
    }
}
