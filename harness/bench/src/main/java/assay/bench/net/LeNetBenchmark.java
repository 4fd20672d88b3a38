package assay.bench.net;

import assay.experiment.net.LeNet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time LeNet-5 on DL4J: a batch forward, and a batch forward, backward and updated. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LeNetBenchmark {
    private static final long SEED = 20260101;
    private static final int SIDE = 28;
    private static final int CLASSES = 10;
    private static final double RATE = 1e-4;

    /** Say how many images are computed at once. */
    @Param({"1", "16", "128"})
    private int batch = 1;

    /** Say on how many threads. */
    @Param({"1", "2"})
    private int cores = 1;

    private @Nullable Prepared prepared;

    private record Prepared(MultiLayerNetwork net, INDArray images, INDArray labels) {}

    /** Make a net with drawn weights, images and labels. */
    @Setup(Level.Trial)
    public void prepare() {
        Threads.use(cores);
        Random random = new Random(SEED);
        float[] pixels = new float[batch * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        INDArray labels = Nd4j.zeros(DataType.FLOAT, batch, CLASSES);
        for (int i = 0; i < batch; i++) {
            labels.putScalar(i, random.nextInt(CLASSES), 1);
        }
        MultiLayerNetwork net = new MultiLayerNetwork(LeNet.modern(SEED, new Sgd(RATE), DataType.FLOAT));
        net.init();
        prepared = new Prepared(net, Nd4j.createFromArray(pixels).reshape(batch, 1, SIDE, SIDE), labels);
    }

    /** Compute the probabilities of a batch; asked for one, so that the arrays are back on the Java side. */
    @Benchmark
    public double forward() {
        try (INDArray output = prepared().net().output(prepared().images())) {
            return output.getDouble(0, 0);
        }
    }

    /** Train on a batch once. */
    @Benchmark
    public double step() {
        prepared().net().fit(prepared().images(), prepared().labels());
        return prepared().net().score();
    }

    private Prepared prepared() {
        if (prepared == null) {
            throw new IllegalStateException("not prepared");
        }
        return prepared;
    }
}
