package assay.experiment.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.data.BadData;
import assay.data.DataHome;
import assay.data.MissingData;
import assay.testkit.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Nets with the weights of ImageNet name what is on photographs; the data folder has both. */
class PhotographsTest {
    /** What the files show; a sunflower is no class of ImageNet, and its nearest one is the daisy. */
    private static final Map<String, List<String>> SHOWN = Map.of(
            "cat.bmp", List.of("tabby", "tiger cat", "Egyptian cat"),
            "parrot.jpg", List.of("macaw"),
            "hot_dog.jpg", List.of("hotdog"),
            "dragonfly.bmp", List.of("dragonfly"),
            "sunflower.bmp", List.of("daisy"));

    @ParameterizedTest(name = "{0}")
    @CsvSource({"squeezenet1_0, 227", "mobilenet_v1_025, 224"})
    void the_first_guess_is_what_the_photograph_shows(String net, int side) throws Exception {
        Path photos = Needs.data("weights/photos");
        List<String> labels = Files.readAllLines(photos.resolve("imagenet_labels.txt"));
        List<String> classes = labels.subList(labels.size() - 1000, labels.size()); // "background" comes before them
        Pretrained pretrained =
                Pretrained.open(net, side, new DataHome(photos.getParent().getParent()));
        Blueprint blueprint = pretrained.blueprint();
        for (Map.Entry<String, List<String>> shown : SHOWN.entrySet()) {
            INDArray image = Photograph.read(photos.resolve(shown.getKey())).as(blueprint);
            INDArray[] answers = pretrained.graph().output(image);
            String first = classes.get(answers[0].argMax(1).getInt(0));
            assertTrue(shown.getValue().stream().anyMatch(first::startsWith), shown.getKey() + " is called " + first);
            assertEquals(blueprint.featureSize(), answers[1].length());
        }
    }

    @Test
    void weights_that_are_not_there_say_what_to_run(@TempDir Path empty) {
        String message = String.valueOf(
                assertThrows(MissingData.class, () -> Pretrained.open("resnet18", 32, new DataHome(empty)))
                        .getMessage());
        assertTrue(message.contains("assay data fetch weights/resnet18"), message);
    }

    @Test
    void a_net_of_keras_is_imported_with_its_weights() throws Exception {
        Path file = Needs.data("weights/keras_h5/pretrainedResnet.h5");
        ComputationGraph net = KerasNets.read(file, "5f938a8eea605438");
        assertEquals(78_666, net.numParams());
        INDArray grey = Nd4j.ones(1, 32, 32, 3).muli(0.5);
        assertEquals(1, net.outputSingle(grey).sumNumber().doubleValue(), 1e-5);
    }

    @Test
    void a_file_of_keras_that_is_not_known_is_not_opened() throws Exception {
        Path file = Needs.data("weights/keras_h5/pretrainedResnet.h5");
        String message = String.valueOf(assertThrows(BadData.class, () -> KerasNets.read(file, "00000000"))
                .getMessage());
        assertTrue(message.contains("must begin with 00000000"), message);
    }
}
