package assay.experiment.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

/** The numbers of parameters, counted by hand. */
class ParameterCountsTest {
    private static final Sgd SGD = new Sgd(0.1);

    @Test
    void the_original_lenet_has_60806() {
        // C1 156, C3 6 * 76 + 9 * 101 + 151 = 1516, C5 48120, F6 10164, F7 850
        assertEquals(60_806, parameters(LeNet.original(1, SGD, DataType.FLOAT)));
    }

    @Test
    void the_modern_lenet_has_900_more() {
        assertEquals(61_706, parameters(LeNet.modern(1, SGD, DataType.FLOAT)));
    }

    @Test
    void softmax_regression_has_7850() {
        assertEquals(7_850, parameters(MnistNets.softmax(1, SGD, DataType.FLOAT)));
    }

    @Test
    void the_dense_net_with_dropout_has_669706() {
        assertEquals(669_706, parameters(MnistNets.mlp(1, SGD, DataType.FLOAT, 0.2)));
    }

    @Test
    void the_convolutional_net_has_1199882() {
        assertEquals(1_199_882, parameters(MnistNets.convolutional(1, SGD, DataType.FLOAT, 0.25, 0.5)));
    }

    @Test
    void the_searched_net_has_317450() {
        assertEquals(317_450, parameters(MnistNets.dense(1, SGD, DataType.FLOAT, List.of(256, 256, 128, 128))));
    }

    private static long parameters(MultiLayerConfiguration configuration) {
        MultiLayerNetwork net = new MultiLayerNetwork(configuration);
        net.init();
        return net.numParams();
    }
}
