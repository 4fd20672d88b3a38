package assay.reference.lossestransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.ReferenceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {
    // The totals for 1000 classes are those that torchvision publishes with its weights.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "alexnet, 40970, 57044810, 61100840, 0",
        "vgg16, 40970, 134301514, 138357544, 0",
        "resnet18, 5130, 11181642, 11689512, 9600",
        "resnet50, 20490, 23528522, 25557032, 53120",
        "resnet101, 20490, 42520650, 44549160, 105344"
    })
    void a_network_has_the_parameters_of_the_table(String name, int trainable, int total, int old, int statistics) {
        Answers right = new TransferCounts().solve(Inputs.none());
        assertEquals(trainable, right.tensor(name + "-trainable").item());
        assertEquals(total, right.tensor(name + "-total").item());
        Backbone network = Backbone.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertEquals(old, network.body() + network.head(1000));
        assertEquals(statistics, network.statistics());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "layer1, 200960",
        "layer2, 65792",
        "layer3, 32896",
        "layer4, 16512",
        "layer5, 1290",
        "total, 317450",
        "hidden-layers, 4",
        "training, 48000",
        "validation, 12000"
    })
    void the_dense_network_has_the_counts_of_the_table(String name, int count) {
        assertEquals(count, new DenseCounts().solve(Inputs.none()).tensor(name).item());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"no-biases, 316672", "each-width-once, 235146"})
    void the_wrong_totals_are_those_of_the_table(String mistake, int total) {
        assertEquals(total, mistaken(new DenseCounts(), mistake).tensor("total").item());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "old-head, alexnet, 4097000",
        "no-bias, alexnet, 40960",
        "no-bias, resnet18, 5120",
        "no-bias, resnet50, 20480"
    })
    void the_wrong_trainable_counts_are_those_of_the_table(String mistake, String network, int count) {
        Answers wrong = mistaken(new TransferCounts(), mistake);
        assertEquals(count, wrong.tensor(network + "-trainable").item());
    }

    @Test
    void the_split_of_svhn_rounds_the_training_part_down() {
        Answers right = new TransferSplit().solve(Inputs.none());
        assertEquals(54_942, right.tensor("training").item());
        assertEquals(18_315, right.tensor("validation").item());
    }

    @Test
    void the_accuracy_of_alexnet_is_known_to_a_third_of_a_percent() {
        double deviation =
                new TransferTable().solve(Inputs.none()).tensor("deviation").item();
        assertTrue(deviation > 0.0036 && deviation < 0.0037, "" + deviation);
    }

    private static Answers mistaken(ReferenceTask task, String id) {
        return task.mistakes().stream()
                .filter(mistake -> mistake.id().equals(id))
                .findFirst()
                .orElseThrow()
                .answer()
                .apply(Inputs.none());
    }
}
