package assay.bench.net;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Time one step of logistic regression on one image of 28 x 28 pixels, {@code w -= rate (sigma(w x + b) - y) x}, three ways: what a
 * library costs when it is given one sample at a time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LogisticStepBenchmark {
    private static final long SEED = 20260101;
    private static final int FEATURES = 784;
    private static final int SAMPLES = 64;
    private static final float RATE = 1e-3f;

    private final float[][] rows = new float[SAMPLES][FEATURES];
    private final float[] labels = new float[SAMPLES];
    private final float[] weights = new float[FEATURES];
    private float bias;
    private int next;
    private @Nullable Arrays arrays;

    private record Arrays(List<INDArray> rows, List<INDArray> labels, INDArray weights, MultiLayerNetwork net) {}

    /** Draw images and labels, the same for all three; they are taken in turn. */
    @Setup(Level.Trial)
    public void prepare() {
        Threads.use(1);
        Random random = new Random(SEED);
        INDArray[] given = new INDArray[SAMPLES];
        INDArray[] wanted = new INDArray[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < FEATURES; j++) {
                rows[i][j] = random.nextFloat();
            }
            labels[i] = random.nextInt(2);
            given[i] = Nd4j.createFromArray(rows[i]).reshape(1, FEATURES);
            wanted[i] = Nd4j.createFromArray(labels[i]).reshape(1, 1);
        }
        MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .dataType(DataType.FLOAT)
                .updater(new Sgd(RATE))
                .list()
                .layer(new OutputLayer.Builder(LossFunction.XENT)
                        .nIn(FEATURES)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
        net.init();
        arrays = new Arrays(List.of(given), List.of(wanted), Nd4j.zeros(DataType.FLOAT, FEATURES, 1), net);
    }

    /** Step with loops over arrays of Java. */
    @Benchmark
    public float plainLoops() {
        int i = turn();
        float[] x = rows[i];
        float z = bias;
        for (int j = 0; j < FEATURES; j++) {
            z += weights[j] * x[j];
        }
        float change = RATE * (sigma(z) - labels[i]);
        for (int j = 0; j < FEATURES; j++) {
            weights[j] -= change * x[j];
        }
        bias -= change;
        return bias;
    }

    /** Step with two operations of ND4J, a product and an update in place. */
    @Benchmark
    public float nd4jRaw() {
        int i = turn();
        Arrays all = arrays();
        float z;
        try (INDArray product = all.rows().get(i).mmul(all.weights())) {
            z = product.getFloat(0) + bias;
        }
        float change = RATE * (sigma(z) - labels[i]);
        try (INDArray step = all.rows().get(i).mul(change)) {
            all.weights().subi(step.reshape(FEATURES, 1));
        }
        bias -= change;
        return bias;
    }

    /** Step with a net of one layer. */
    @Benchmark
    public double multiLayerNetwork() {
        int i = turn();
        Arrays all = arrays();
        all.net().fit(all.rows().get(i), all.labels().get(i));
        return all.net().score();
    }

    private static float sigma(float z) {
        return (float) (1 / (1 + Math.exp(-z)));
    }

    private int turn() {
        next = (next + 1) % SAMPLES;
        return next;
    }

    private Arrays arrays() {
        if (arrays == null) {
            throw new IllegalStateException("not prepared");
        }
        return arrays;
    }
}
