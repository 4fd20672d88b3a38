package assay.experiment.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Lay out the parameters of a {@link PartialConvolution}: the biases, then the weights of each connection. */
final class PartialWeights extends ConvolutionParamInitializer {
    private final Connections connections;

    PartialWeights(Connections connections) {
        this.connections = connections;
    }

    @Override
    public long numParams(Layer layer) {
        return (long) connections.count() * kernel(layer) + connections.table().size();
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration configuration, INDArray view) {
        INDArray flat = view.reshape(view.length());
        int outputs = connections.table().size();
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        gradients.put(BIAS_KEY, flat.get(NDArrayIndex.interval(0, outputs)));
        INDArray weights = flat.get(NDArrayIndex.interval(outputs, view.length()));
        gradients.put(WEIGHT_KEY, weights.reshape('c', connections.count(), kernel(configuration.getLayer())));
        return gradients;
    }

    /** Draw each weight from U(-a, a), a = 1 / sqrt(fan-in of its own output plane), as {@code WeightInit.UNIFORM} does. */
    @Override
    protected INDArray createWeightMatrix(NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
        int kernel = kernel(configuration.getLayer());
        INDArray weights = view.reshape('c', connections.count(), kernel);
        if (initialise) {
            INDArray drawn = Nd4j.rand(weights.dataType(), connections.count(), kernel)
                    .muli(2)
                    .subi(1);
            int connection = 0;
            for (List<Integer> read : connections.table()) {
                double bound = 1 / Math.sqrt((double) read.size() * kernel);
                for (int i = 0; i < read.size(); i++) {
                    drawn.getRow(connection++).muli(bound);
                }
            }
            weights.assign(drawn);
        }
        return weights;
    }

    private static int kernel(Layer layer) {
        int[] size = ((ConvolutionLayer) layer).getKernelSize();
        return size[0] * size[1];
    }
}
