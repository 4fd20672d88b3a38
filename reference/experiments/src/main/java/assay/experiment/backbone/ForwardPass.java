package assay.experiment.backbone;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Value;
import assay.data.weights.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Run a backbone with the weights of any file forward; {@code ci/measure-backbones.py} lays answers and times beside PyTorch's. */
public final class ForwardPass {
    private static final int CLASSES = 1000;

    private ForwardPass() {}

    /**
     * Return the answers [images, 1000], and the milliseconds per image of each pass after the first.
     *
     * @param weights file of any kind that is read
     * @param images file of numbers in single precision, the least significant byte first, [images, 3, side, side]
     * @param passes how many are timed
     */
    public static Fields run(String backbone, Path weights, Path images, int side, int passes) throws IOException {
        Blueprint blueprint = Backbones.of(backbone, side, CLASSES);
        ComputationGraph graph = Graphs.build(blueprint, DataType.FLOAT, 0);
        Loading.load(graph, blueprint, Weights.open(weights));
        INDArray batch = batch(images, side);
        double[] milliseconds = new double[passes];
        Map<String, Value> said = new LinkedHashMap<>();
        said.put("parameters", Tensor.scalar((double) blueprint.parameters()));
        said.put("answers", Tensor.matrix(graph.output(batch)[0].toDoubleMatrix()));
        for (int pass = 0; pass < passes; pass++) {
            long start = System.nanoTime();
            for (INDArray output : graph.output(batch)) {
                output.close();
            }
            milliseconds[pass] = (System.nanoTime() - start) / 1e6 / batch.size(0);
        }
        said.put("milliseconds", Tensor.vector(milliseconds));
        return new Fields(said);
    }

    private static INDArray batch(Path file, int side) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Nd4j.createFromArray(values).reshape(-1, 3, side, side);
    }
}
