package assay.experiment.net;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Build the nets that are compared on images of 28 x 28 pixels in ten classes.
 *
 * <p>What DL4J calls dropout is the probability that a value stays; here the argument is the probability that it goes.
 */
public final class MnistNets {
    private static final InputType IMAGES = InputType.convolutionalFlat(28, 28, 1);

    private MnistNets() {}

    /** Build softmax regression: 7,850 parameters. */
    public static MultiLayerConfiguration softmax(long seed, IUpdater updater, DataType type) {
        return begin(seed, updater, type)
                .list()
                .layer(output())
                .setInputType(IMAGES)
                .build();
    }

    /** Build 784-512-512-10 with {@code dropout} after each hidden layer, none if 0: 669,706 parameters. */
    public static MultiLayerConfiguration mlp(long seed, IUpdater updater, DataType type, double dropout) {
        NeuralNetConfiguration.ListBuilder layers = begin(seed, updater, type).list();
        for (int i = 0; i < 2; i++) {
            layers.layer(new DenseLayer.Builder().nOut(512).build());
            drop(layers, dropout);
        }
        return layers.layer(output()).setInputType(IMAGES).build();
    }

    /**
     * Build two 3 x 3 convolutions of 32 and 64 planes, 2 x 2 maximum pooling, 128 hidden units: 1,199,882 parameters.
     *
     * @param afterPooling the dropout after the pooling, none if 0
     * @param afterHidden the dropout after the hidden units, none if 0
     */
    public static MultiLayerConfiguration convolutional(
            long seed, IUpdater updater, DataType type, double afterPooling, double afterHidden) {
        NeuralNetConfiguration.ListBuilder layers = begin(seed, updater, type)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(32).build())
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(64).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build());
        drop(layers, afterPooling);
        layers.layer(new DenseLayer.Builder().nOut(128).build());
        drop(layers, afterHidden);
        return layers.layer(output()).setInputType(IMAGES).build();
    }

    /** Build a net of dense layers with {@code hidden} units; 256, 256, 128, 128 gives 317,450 parameters. */
    public static MultiLayerConfiguration dense(long seed, IUpdater updater, DataType type, List<Integer> hidden) {
        NeuralNetConfiguration.ListBuilder layers = begin(seed, updater, type).list();
        for (int units : hidden) {
            layers.layer(new DenseLayer.Builder().nOut(units).build());
        }
        return layers.layer(output()).setInputType(IMAGES).build();
    }

    private static NeuralNetConfiguration.Builder begin(long seed, IUpdater updater, DataType type) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(type)
                .updater(updater)
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.RELU);
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static void drop(NeuralNetConfiguration.ListBuilder layers, double dropout) {
        if (dropout > 0) {
            layers.layer(new DropoutLayer.Builder(1 - dropout).build());
        }
    }
}
