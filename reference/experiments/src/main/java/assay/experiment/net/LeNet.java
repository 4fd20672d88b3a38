package assay.experiment.net;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Build LeNet-5 (LeCun et al. 1998) for images of 28 x 28 pixels, with average pooling, tanh and softmax.
 *
 * <p>In the original, C3 reads the planes of S2 as table I says: 60,806 parameters. In the modern one every plane of C3
 * reads every plane of S2: 61,706.
 */
public final class LeNet {
    /** Table I: six neighbouring triples, six neighbouring quadruples, three with a gap, all. */
    public static final Connections TABLE_1 = new Connections(
            6,
            List.of(
                    List.of(0, 1, 2),
                    List.of(1, 2, 3),
                    List.of(2, 3, 4),
                    List.of(3, 4, 5),
                    List.of(0, 4, 5),
                    List.of(0, 1, 5),
                    List.of(0, 1, 2, 3),
                    List.of(1, 2, 3, 4),
                    List.of(2, 3, 4, 5),
                    List.of(0, 3, 4, 5),
                    List.of(0, 1, 4, 5),
                    List.of(0, 1, 2, 5),
                    List.of(0, 1, 3, 4),
                    List.of(1, 2, 4, 5),
                    List.of(0, 2, 3, 5),
                    List.of(0, 1, 2, 3, 4, 5)));

    private LeNet() {}

    /** Build the net with the sparse C3. */
    public static MultiLayerConfiguration original(long seed, IUpdater updater, DataType type) {
        return build(new PartialConvolution(TABLE_1, 5), seed, updater, type);
    }

    /** Build the net with the full C3. */
    public static MultiLayerConfiguration modern(long seed, IUpdater updater, DataType type) {
        return build(new ConvolutionLayer.Builder(5, 5).nOut(16).build(), seed, updater, type);
    }

    private static MultiLayerConfiguration build(ConvolutionLayer c3, long seed, IUpdater updater, DataType type) {
        c3.setActivationFn(Activation.TANH.getActivationFunction());
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(type)
                .updater(updater)
                .weightInit(WeightInit.UNIFORM)
                .activation(Activation.TANH)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5).padding(2, 2).nOut(6).build())
                .layer(pooling())
                .layer(c3)
                .layer(pooling())
                .layer(new DenseLayer.Builder().nOut(120).build())
                .layer(new DenseLayer.Builder().nOut(84).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(28, 28, 1))
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }
}
