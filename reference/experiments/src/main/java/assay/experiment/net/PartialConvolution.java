package assay.experiment.net;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolve where each output plane reads only some of the input planes, as in layer C3 of LeNet-5 (LeCun et al. 1998,
 * table I).
 *
 * <p>Only the weights of existing connections are parameters: [connections, kernel * kernel], ordered by output plane, then
 * by input plane. A {@code SameDiffLayer} would be shorter, but DL4J 1.0.0-M2.1 gives it twice its gradient.
 */
public final class PartialConvolution extends ConvolutionLayer {
    private static final long serialVersionUID = 1L;

    private final Connections connections;

    /** Connect planes by square kernels of edge {@code kernel}, without padding. */
    public PartialConvolution(Connections connections, int kernel) {
        super(new Builder(kernel, kernel)
                .nIn(connections.inputs())
                .nOut(connections.table().size()));
        this.connections = connections;
    }

    /** Return which plane reads which. */
    public Connections connections() {
        return connections;
    }

    @Override
    public ParamInitializer initializer() {
        return new PartialWeights(connections);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        PartialConvolutionLayer layer = new PartialConvolutionLayer(configuration, type, connections);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initialise));
        layer.setConf(configuration);
        return layer;
    }
}
