package assay.bench;

import assay.check.region.Network;
import assay.check.region.Point;
import assay.check.region.Polygon;
import assay.check.region.Survey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.fraction.BigFraction;
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

/** Time the exact decision about a network: its hidden units' lines cut the plane into about half their number squared. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "-XX:TieredStopAtLevel=1") // as the launcher runs them
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RegionBenchmark {
    private static final long SEED = 20260101;
    private static final int DENOMINATOR = 97;

    /** Say how many hidden units. */
    @Param({"3", "6", "64"})
    private int units = 3;

    private final Polygon triangle = new Polygon(List.of(point(0, 0), point(1, 0), point(0, 1)));
    private Network network = new Network(1, List.of(), List.of(), BigFraction.ZERO);

    /** Draw lines with fractions, in general position but for accidents. */
    @Setup(Level.Trial)
    public void prepare() {
        Random random = new Random(SEED);
        List<Network.Unit> hidden = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            hidden.add(new Network.Unit(fraction(random), fraction(random), fraction(random)));
        }
        List<BigFraction> weights = Collections.nCopies(units, BigFraction.MINUS_ONE);
        network = new Network(1, hidden, weights, BigFraction.ONE_HALF);
    }

    private static Point point(int x, int y) {
        return new Point(new BigFraction(x), new BigFraction(y));
    }

    private static BigFraction fraction(Random random) {
        return new BigFraction(1 + random.nextInt(DENOMINATOR) - 2 * random.nextInt(DENOMINATOR), DENOMINATOR);
    }

    /** Evaluate the network in every piece of the plane. */
    @Benchmark
    public Survey decide() {
        return Survey.of(network, triangle);
    }
}
