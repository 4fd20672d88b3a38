package assay.experiment.backbone;

import assay.data.BadData;
import assay.data.weights.StoredTensor;
import assay.data.weights.Weights;
import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Put weights from files into graphs, array by array; either all fit by name and shape, or none is loaded. */
public final class Loading {
    private static final String PARALLEL = "module.";

    private Loading() {}

    /**
     * Load {@code weights} into the graph of {@code blueprint}.
     *
     * @throws BadData if arrays are missing, superfluous or misshapen, all of which it lists
     */
    public static void load(ComputationGraph graph, Blueprint blueprint, Weights weights) throws BadData {
        Weights named = weights.withoutPrefix(PARALLEL);
        named.demand(blueprint.expected(), Loading::isCounter);
        for (Parameter parameter : blueprint.arrays()) {
            StoredTensor tensor = named.tensors().get(parameter.name());
            if (tensor != null) {
                set(graph, parameter, tensor.floats());
            }
        }
    }

    /** Say whether this is PyTorch's count of the batches that its running means have seen; nothing is computed with it. */
    private static boolean isCounter(String name) {
        return name.endsWith(".num_batches_tracked");
    }

    /** Set one parameter to {@code values}, in the order of a file. */
    static void set(ComputationGraph graph, Parameter parameter, float[] values) {
        long[] shape = parameter.shape().stream().mapToLong(Integer::longValue).toArray();
        int[] order = parameter.order().stream().mapToInt(Integer::intValue).toArray();
        INDArray target = graph.getLayer(parameter.node()).getParam(parameter.key());
        INDArray turned = Nd4j.createFromArray(values).reshape(shape);
        INDArray source = shape.length == 1 ? turned : turned.permute(order).dup('c');
        if (source.length() != target.length()) {
            throw new IllegalStateException(parameter.name() + " has the shape " + Arrays.toString(shape)
                    + ", the graph has " + Arrays.toString(target.shape()));
        }
        target.assign(source.reshape('c', target.shape()).castTo(target.dataType()));
    }
}
