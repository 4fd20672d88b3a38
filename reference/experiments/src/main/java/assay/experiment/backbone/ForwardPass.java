package assay.experiment.backbone;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.wire.Wire;
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

/**
 * Run a backbone with the weights of any file forward on the CPU and print its answers and times as one line of JSON, for
 * {@code ci/measure-backbones.py}, which lays them beside those of PyTorch.
 */
public final class ForwardPass {
    private static final int CLASSES = 1000;

    private ForwardPass() {}

    /** Take the name of the backbone, the file with its weights, that with images as float32, their side, and how many passes to time. */
    public static void main(String[] arguments) throws IOException {
        int side = Integer.parseInt(arguments[3]);
        Blueprint blueprint = Backbones.of(arguments[0], side, CLASSES);
        ComputationGraph graph = Graphs.build(blueprint, DataType.FLOAT, 0);
        Loading.load(graph, blueprint, Weights.open(Path.of(arguments[1])));
        INDArray images = images(Path.of(arguments[2]), side);
        double[] milliseconds = new double[Integer.parseInt(arguments[4])];
        Map<String, Value> said = new LinkedHashMap<>();
        said.put("parameters", Tensor.scalar((double) blueprint.parameters()));
        said.put("answers", Tensor.matrix(graph.output(images)[0].toDoubleMatrix()));
        for (int pass = 0; pass < milliseconds.length; pass++) {
            long start = System.nanoTime();
            for (INDArray output : graph.output(images)) {
                output.close();
            }
            milliseconds[pass] = (System.nanoTime() - start) / 1e6 / images.size(0);
        }
        said.put("milliseconds", Tensor.vector(milliseconds));
        System.out.println(Wire.write(new Fields(said)));
    }

    /** Read numbers in the order of the least significant byte first. */
    private static INDArray images(Path file, int side) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Nd4j.createFromArray(values).reshape(-1, 3, side, side);
    }
}
