package assay.experiment.backbone;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Run a backbone as PyTorch does after {@code model.train()}: planes are normalised by the mean and variance of the batch, the
 * running ones move towards these, and dropout drops. No parameter is trained by that, and yet the backbone is not frozen.
 */
public final class TrainingMode {
    /** PyTorch's momentum: how far a running statistic goes towards that of the batch. */
    private static final double MOMENTUM = 0.1;

    private final Blueprint blueprint;
    private final ComputationGraph graph;

    /** Run {@code graph}, which was built from {@code blueprint}; what is dropped is drawn from {@code seed}. */
    public TrainingMode(Blueprint blueprint, ComputationGraph graph, long seed) {
        this.blueprint = blueprint;
        this.graph = graph;
        Nd4j.getRandom().setSeed(seed);
    }

    /** Return the features [n, width] of a batch [n, 3, height, width] and move the running statistics. */
    public float[][] features(INDArray batch) {
        Map<String, INDArray> all = graph.feedForward(batch, true);
        for (Node node : normalizations()) {
            INDArray in = all.get(node.inputs().get(0));
            if (in != null) {
                move(node, in);
            }
        }
        INDArray features = all.get(blueprint.features());
        if (features == null) {
            throw new IllegalStateException("no activations of " + blueprint.features());
        }
        return features.toFloatMatrix();
    }

    /** Return the running statistics, one array per mean and variance. */
    public static List<float[]> statistics(Blueprint blueprint, ComputationGraph graph) {
        return arrays(blueprint, graph, false);
    }

    /** Return the parameters that were trained once, but for those of the head. */
    public static List<float[]> trained(Blueprint blueprint, ComputationGraph graph) {
        return arrays(blueprint, graph, true);
    }

    /** Count the numbers that differ in a bit. */
    public static long moved(List<float[]> before, List<float[]> after) {
        long moved = 0;
        for (int array = 0; array < before.size(); array++) {
            for (int i = 0; i < before.get(array).length; i++) {
                int was = Float.floatToRawIntBits(before.get(array)[i]);
                moved += was == Float.floatToRawIntBits(after.get(array)[i]) ? 0 : 1;
            }
        }
        return moved;
    }

    private static List<float[]> arrays(Blueprint blueprint, ComputationGraph graph, boolean trained) {
        return blueprint.arrays().stream()
                .filter(array -> array.trained() == trained && !array.node().equals(blueprint.head()))
                .map(array -> graph.getLayer(array.node()).getParam(array.key()))
                .map(array -> Arrays.copyOf(array.dup('c').data().asFloat(), (int) array.length()))
                .toList();
    }

    private List<Node> normalizations() {
        return blueprint.nodes().stream()
                .filter(node -> node.step() instanceof Step.Normalize)
                .toList();
    }

    /** Move mean and variance of every plane of {@code in} [n, planes, height, width]; summed here, which ND4J does far slower. */
    private void move(Node node, INDArray in) {
        int planes = (int) in.size(1);
        int area = (int) (in.size(2) * in.size(3));
        float[] values =
                in.ordering() == 'c' ? in.data().asFloat() : in.dup('c').data().asFloat();
        double count = (double) values.length / planes;
        float[] means = new float[planes];
        float[] variances = new float[planes];
        for (int plane = 0; plane < planes; plane++) {
            double sum = 0;
            double squares = 0;
            for (int from = plane * area; from < values.length; from += planes * area) {
                for (int i = from; i < from + area; i++) {
                    sum += values[i];
                    squares += (double) values[i] * values[i];
                }
            }
            means[plane] = (float) (sum / count);
            // n - 1, as PyTorch has it for the running variance alone
            variances[plane] = (float) ((squares - sum * sum / count) / (count - 1));
        }
        move(node, "mean", means);
        move(node, "var", variances);
    }

    private void move(Node node, String key, float[] ofBatch) {
        INDArray running = graph.getLayer(node.name()).getParam(key);
        INDArray goal = Nd4j.createFromArray(ofBatch).reshape(running.shape());
        running.muli(1 - MOMENTUM).addi(goal.muli(MOMENTUM));
    }
}
