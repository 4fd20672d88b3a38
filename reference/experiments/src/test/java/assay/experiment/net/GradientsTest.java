package assay.experiment.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.PrintMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Back-propagation against central differences in double, without dropout, at some parameters of every layer. */
@Tag("slow")
class GradientsTest {
    /** What checks gradients wants double for everything. */
    @BeforeEach
    void compute_in_double() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterEach
    void compute_in_float_again() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    @Test
    void of_the_original_lenet() {
        check(LeNet.original(1, new NoOp(), DataType.DOUBLE), true);
    }

    @Test
    void of_the_modern_lenet() {
        check(LeNet.modern(1, new NoOp(), DataType.DOUBLE), true);
    }

    @Test
    void of_softmax_regression() {
        check(MnistNets.softmax(1, new NoOp(), DataType.DOUBLE), false);
    }

    @Test
    void of_the_dense_net() {
        check(MnistNets.dense(1, new NoOp(), DataType.DOUBLE, List.of(16, 12)), false);
    }

    @Test
    void of_the_convolutional_net() {
        check(MnistNets.convolutional(1, new NoOp(), DataType.DOUBLE, 0, 0), false);
    }

    private static void check(MultiLayerConfiguration configuration, boolean planes) {
        MultiLayerNetwork net = new MultiLayerNetwork(configuration);
        net.init();
        Nd4j.getRandom().setSeed(7);
        INDArray images = Nd4j.rand(DataType.DOUBLE, 2, 784);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, 2, 10);
        labels.putScalar(0, 3, 1).putScalar(1, 8, 1);
        assertTrue(GradientCheckUtil.checkGradients(new MLNConfig()
                .net(net)
                .input(planes ? images.reshape(2, 1, 28, 28) : images)
                .labels(labels)
                .epsilon(1e-6)
                // The differences are good to about 1e-9 of the loss; a factor of 2 would be an error of 0.33.
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(PrintMode.FAILURES_ONLY)
                .exitOnFirstError(false)
                .subset(true)
                .maxPerParam(12)));
    }
}
