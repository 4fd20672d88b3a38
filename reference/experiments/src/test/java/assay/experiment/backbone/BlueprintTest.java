package assay.experiment.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts and names that follow from the descriptions; no net is built. */
class BlueprintTest {
    /** Counts of torchvision 0.14.1, He et al. 2015 (table 6), Iandola et al. 2016 (table 1), and the files themselves. */
    @ParameterizedTest(name = "{0} with {2} classes")
    @CsvSource({
        "alexnet, 224, 10, 57044810, 40970, 0",
        "alexnet, 224, 1000, 61100840, 4097000, 0",
        "vgg16, 224, 10, 134301514, 40970, 0",
        "vgg16, 224, 1000, 138357544, 4097000, 0",
        "vgg16, 32, 10, 134301514, 40970, 0",
        "resnet18, 224, 10, 11181642, 5130, 9600",
        "resnet18, 224, 1000, 11689512, 513000, 9600",
        "resnet50, 224, 10, 23528522, 20490, 53120",
        "resnet50, 224, 1000, 25557032, 2049000, 53120",
        "resnet101, 224, 10, 42520650, 20490, 105344",
        "resnet101, 224, 1000, 44549160, 2049000, 105344",
        "cifar-resnet20, 32, 10, 269722, 650, 1376",
        "cifar-resnet32, 32, 10, 464154, 650, 2272",
        "cifar-resnet44, 32, 10, 658586, 650, 3168",
        "cifar-resnet56, 32, 10, 853018, 650, 4064",
        "squeezenet1_0, 227, 1000, 1248424, 513000, 0",
        "squeezenet1_0, 32, 10, 740554, 5130, 0",
        "mobilenet_v1_025, 224, 1000, 470072, 257000, 5472"
    })
    void has_the_published_number_of_parameters(
            String name, int side, int classes, long parameters, long head, long statistics) {
        Blueprint blueprint = Backbones.of(name, side, classes);
        assertEquals(parameters, blueprint.parameters());
        assertEquals(head, blueprint.headParameters());
        assertEquals(statistics, blueprint.statistics());
        assertEquals(classes, blueprint.classes());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/backbone/arrays.csv", numLinesToSkip = 1) // ci/backbone-outputs.py, torchvision 0.14.1
    void names_and_shapes_are_those_of_torchvision(String name, int arrays, String sha256) throws Exception {
        Set<String> lines = new TreeSet<>();
        Backbones.of(name, 224, 1000).expected().forEach((array, shape) -> lines.add(array + " " + shape + "\n"));
        assertEquals(arrays, lines.size());
        byte[] sum = MessageDigest.getInstance("SHA-256")
                .digest(String.join("", lines).getBytes(StandardCharsets.US_ASCII));
        assertEquals(sha256, HexFormat.of().formatHex(sum), () -> String.join("", lines));
    }

    @ParameterizedTest(name = "{0} has {1} features")
    @CsvSource({
        "alexnet, 4096",
        "vgg16, 4096",
        "resnet18, 512",
        "resnet50, 2048",
        "resnet101, 2048",
        "cifar-resnet20, 64",
        "squeezenet1_0, 512",
        "mobilenet_v1_025, 256"
    })
    void features_are_a_vector(String name, int features) {
        assertEquals(features, Backbones.of(name, 224, 10).featureSize());
    }

    @Test
    void every_name_has_a_description() {
        for (String name : Backbones.names()) {
            assertEquals(name, Backbones.of(name, 224, 10).name());
        }
    }

    @Test
    void images_that_are_too_small_are_refused_with_a_reason() {
        String message = assertThrows(IllegalArgumentException.class, () -> Backbones.of("alexnet", 32, 10))
                .getMessage();
        assertTrue(message.contains("too small"), message);
    }
}
