package assay.experiment.net;

import static org.deeplearning4j.nn.params.ConvolutionParamInitializer.WEIGHT_KEY;

import java.util.Objects;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Run a {@link PartialConvolution} as one full convolution whose missing connections have weight 0.
 *
 * <p>One convolution of 6 to 16 planes is several times faster than sixteen small ones, although it multiplies more.
 */
final class PartialConvolutionLayer extends ConvolutionLayer {
    private static final long serialVersionUID = 1L;

    private final int[] places;
    private final int[] numbers;
    private final long[] full;

    PartialConvolutionLayer(NeuralNetConfiguration configuration, DataType type, Connections connections) {
        super(configuration, type);
        int[] kernel = ((PartialConvolution) configuration.getLayer()).getKernelSize();
        this.places = connections.places();
        this.numbers = connections.numbers();
        this.full = new long[] {connections.table().size(), connections.inputs(), kernel[0], kernel[1]};
    }

    /** Return the parameter {@code name}; the weights [outputs, inputs, height, width] with zeros where nothing is connected. */
    @Override
    protected INDArray getParamWithNoise(String name, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray own = super.getParamWithNoise(name, training, workspaces);
        if (!name.equals(WEIGHT_KEY)) {
            return own;
        }
        return outOfWorkspaces(() -> {
            INDArray withZero = Nd4j.zeros(own.dataType(), own.rows() + 1L, own.columns());
            withZero.get(NDArrayIndex.interval(0, own.rows()), NDArrayIndex.all())
                    .assign(own);
            return Nd4j.pullRows(withZero, 1, numbers, 'c').reshape('c', full);
        });
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray own = Objects.requireNonNull(gradientViews.get(WEIGHT_KEY));
        INDArray pairs = outOfWorkspaces(() -> Nd4j.create(own.dataType(), full, 'c'));
        gradientViews.put(WEIGHT_KEY, pairs);
        Pair<Gradient, INDArray> result;
        try {
            result = super.backpropGradient(epsilon, workspaces);
        } finally {
            gradientViews.put(WEIGHT_KEY, own);
        }
        INDArray rows = pairs.reshape('c', full[0] * full[1], full[2] * full[3]);
        own.assign(outOfWorkspaces(() -> Nd4j.pullRows(rows, 1, places, 'c')));
        result.getFirst().setGradientFor(WEIGHT_KEY, own, 'c');
        return result;
    }

    /** Make an array that outlives the step: DL4J takes back what is made within its workspaces. */
    @SuppressWarnings("try") // the scope is there for its effect
    private static INDArray outOfWorkspaces(Supplier<INDArray> made) {
        try (MemoryWorkspace scope = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            return made.get();
        }
    }
}
