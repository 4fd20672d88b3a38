package assay.experiment.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.PrintMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class PartialConvolutionTest {
    /** What checks gradients wants double for everything. */
    @BeforeEach
    void compute_in_double() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterEach
    void compute_in_float_again() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static final Connections FEW =
            new Connections(3, List.of(List.of(0, 2), List.of(1), List.of(0, 1, 2), List.of(2)));

    @Test
    void the_gradient_of_every_parameter_is_right() {
        MultiLayerNetwork net = net(new PartialConvolution(FEW, 3), DataType.DOUBLE);
        assertEquals(7 * 9 + 4, net.getLayer(0).numParams());
        assertTrue(GradientCheckUtil.checkGradients(new MLNConfig()
                .net(net)
                .input(images(DataType.DOUBLE))
                .labels(labels(DataType.DOUBLE))
                .epsilon(1e-6)
                .maxRelError(1e-5)
                .minAbsoluteError(1e-9)
                .print(PrintMode.FAILURES_ONLY)));
    }

    @Test
    void it_equals_the_full_convolution_with_zeros_in_the_gaps() {
        MultiLayerNetwork partial = net(new PartialConvolution(FEW, 3), DataType.FLOAT);
        MultiLayerNetwork full = net(new ConvolutionLayer.Builder(3, 3).nOut(4).build(), DataType.FLOAT);
        full.setParam("1_W", partial.getParam("1_W"));
        INDArray own = partial.getParam("0_W");
        INDArray weights = Nd4j.zeros(DataType.FLOAT, 12, 9);
        int[] places = {0, 2, 4, 6, 7, 8, 11};
        for (int i = 0; i < places.length; i++) {
            weights.putRow(places[i], own.getRow(i));
        }
        full.setParam("0_W", weights.reshape('c', 4, 3, 3, 3));
        assertEquals(partial.output(images(DataType.FLOAT)), full.output(images(DataType.FLOAT)));

        INDArray ours = gradient(partial).reshape('c', 7, 9);
        INDArray theirs = gradient(full).reshape('c', 12, 9);
        for (int i = 0; i < places.length; i++) {
            assertEquals(theirs.getRow(places[i]), ours.getRow(i), "connection " + i);
        }
    }

    @Test
    void lenet_has_sixty_connections_and_every_input_is_read_ten_times() {
        assertEquals(60, LeNet.TABLE_1.count());
        for (int plane = 0; plane < 6; plane++) {
            int input = plane;
            assertEquals(
                    10,
                    LeNet.TABLE_1.table().stream()
                            .filter(row -> row.contains(input))
                            .count());
        }
        assertEquals(16, LeNet.TABLE_1.table().stream().distinct().count());
    }

    @Test
    void a_table_that_makes_no_sense_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Connections(3, List.of(List.of())));
        assertThrows(IllegalArgumentException.class, () -> new Connections(3, List.of(List.of(0, 3))));
        assertThrows(IllegalArgumentException.class, () -> new Connections(3, List.of(List.of(1, 1))));
        assertThrows(IllegalArgumentException.class, () -> new Connections(3, List.of(List.of(2, 1))));
    }

    private static INDArray gradient(MultiLayerNetwork net) {
        net.setInput(images(DataType.FLOAT));
        net.setLabels(labels(DataType.FLOAT));
        net.computeGradientAndScore();
        return net.gradient().getGradientFor("0_W").dup('c');
    }

    private static MultiLayerNetwork net(ConvolutionLayer first, DataType type) {
        first.setActivationFn(Activation.TANH.getActivationFunction());
        MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(5)
                .dataType(type)
                .updater(new NoOp())
                .list()
                .layer(first)
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(6, 5, 3))
                .build());
        net.init();
        return net;
    }

    private static INDArray images(DataType type) {
        Nd4j.getRandom().setSeed(11);
        return Nd4j.rand(DataType.DOUBLE, 2, 3, 6, 5).castTo(type);
    }

    private static INDArray labels(DataType type) {
        return Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}}).castTo(type);
    }
}
