package assay.experiment.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.data.BadData;
import assay.data.weights.Weights;
import assay.testkit.Needs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Nets with loaded weights answer as PyTorch does; the answers are of ci/backbone-outputs.py (torch 1.13.0a0, double). */
class AnswersTest {
    @TempDir
    private Path temp;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cifar-resnet20, resnet20-12fca82f.th, 91.78",
        "cifar-resnet32, resnet32-d509ac18.th, 92.78",
        "cifar-resnet44, resnet44-014dd654.th, 93.14",
        "cifar-resnet56, resnet56-4bfd9763.th, 93.62"
    })
    void the_nets_of_cifar_answer_as_pytorch_does(String net, String file, String precision) throws Exception {
        Weights weights = Weights.openPublished(Needs.data("weights/cifar10_resnet/" + file));
        assertTrue(
                weights.notes().getOrDefault("best_prec1", "").startsWith(precision),
                weights.notes().toString());
        Blueprint blueprint = Backbones.of(net, 32, 10);
        ComputationGraph graph = Graphs.build(blueprint, DataType.FLOAT, 1);
        assertEquals(blueprint.parameters() + blueprint.statistics(), graph.numParams());
        Loading.load(graph, blueprint, weights);
        demandAnswers(net, graph, 32, 1e-4, 0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"resnet18", "resnet50"})
    void the_nets_of_torchvision_answer_as_they_do_there(String net) throws Exception {
        Blueprint blueprint = Backbones.of(net, 64, 10);
        ComputationGraph graph = Graphs.build(blueprint, DataType.FLOAT, 1);
        assertEquals(blueprint.parameters() + blueprint.statistics(), graph.numParams());
        Path file = DrawnWeights.write(temp.resolve(net + ".safetensors"), blueprint.expected());
        Loading.load(graph, blueprint, Weights.open(file));
        demandAnswers(net, graph, 64, 1e-4, 1e-4); // drawn weights make answers of some hundreds
    }

    @Test
    void weights_of_another_net_are_refused_with_a_list() throws Exception {
        Blueprint wanted = Backbones.of("cifar-resnet32", 32, 10);
        Path file = DrawnWeights.write(
                temp.resolve("other.safetensors"),
                Backbones.of("cifar-resnet20", 32, 100).expected());
        ComputationGraph graph = Graphs.build(wanted, DataType.FLOAT, 1);
        INDArray before = graph.params().dup();
        String message =
                String.valueOf(assertThrows(BadData.class, () -> Loading.load(graph, wanted, Weights.open(file)))
                        .getMessage());
        assertTrue(message.contains("60 missing (layer1.3.conv1.weight"), message);
        assertTrue(
                message.contains("2 of another shape or type (linear.weight [100, 64] instead of [10, 64]"), message);
        assertEquals(before, graph.params());
    }

    private static void demandAnswers(String net, ComputationGraph graph, int side, double absolute, double relative)
            throws IOException {
        INDArray found = graph.output(images(side))[0];
        int compared = 0;
        for (String[] row : rows(net)) {
            double expected = Double.parseDouble(row[3]);
            double value = found.getDouble(Integer.parseInt(row[1]), Integer.parseInt(row[2]));
            assertEquals(expected, value, absolute + relative * Math.abs(expected), () -> String.join(",", row));
            compared++;
        }
        assertEquals(20, compared);
    }

    private static List<String[]> rows(String net) throws IOException {
        try (InputStream in = AnswersTest.class.getResourceAsStream("/backbone/answers.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines()
                    .map(line -> line.split(","))
                    .filter(row -> row[0].equals(net))
                    .toList();
        }
    }

    /** Draw two images by the formula of ci/backbone-outputs.py. */
    private static INDArray images(int side) {
        float[] values = new float[2 * 3 * side * side];
        for (int i = 0; i < values.length; i++) {
            int column = i % side;
            int row = i / side % side;
            int channel = i / side / side % 3;
            int pixel = (29 * (i / side / side / 3) + 71 * channel + 13 * row + 7 * column + row * column) % 256;
            values[i] = Colours.IMAGENET.in(channel, pixel, pixel, pixel);
        }
        return Nd4j.createFromArray(values).reshape(2, 3, side, side);
    }
}
