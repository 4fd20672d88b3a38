package assay.experiment.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TrainingModeTest {
    private final Blueprint blueprint = Backbones.of("cifar-resnet20", 32, 10);
    private final ComputationGraph graph = Graphs.build(blueprint, DataType.FLOAT, 1);
    private final INDArray batch = Nd4j.create(drawn(), new long[] {4, 3, 32, 32}, 'c');

    @BeforeEach
    void shift() {
        batch.addi(0.5);
    }

    /** A tenth of the way from 0 and 1 towards mean and unbiased variance of what the first normalisation is given. */
    @Test
    void running_statistics_go_a_tenth_of_the_way_to_those_of_the_batch() {
        float[] in =
                graph.feedForward(batch, false).get("conv1").dup('c').data().asFloat();
        new TrainingMode(blueprint, graph, 1).features(batch);
        double sum = 0;
        double squares = 0;
        for (int image = 0; image < 4; image++) {
            for (int i = 0; i < 1024; i++) {
                double value = in[image * 16 * 1024 + i];
                sum += value;
                squares += value * value;
            }
        }
        double mean = sum / 4096;
        double variance = (squares - 4096 * mean * mean) / 4095;
        assertEquals(0.1 * mean, statistic("mean"), 1e-5);
        assertEquals(0.9 + 0.1 * variance, statistic("var"), 1e-4);
    }

    @Test
    void in_training_mode_the_planes_of_a_batch_have_mean_0_and_deviation_1() {
        INDArray normed = graph.feedForward(batch, true).get("bn1");
        float[] values = normed.dup('c').data().asFloat();
        double sum = 0;
        for (int image = 0; image < 4; image++) {
            for (int i = 0; i < 1024; i++) {
                sum += values[image * 16 * 1024 + i];
            }
        }
        assertEquals(0, sum / 4096, 1e-4);
    }

    @Test
    void all_statistics_move_and_no_parameter_does() {
        List<float[]> parameters = TrainingMode.trained(blueprint, graph);
        List<float[]> statistics = TrainingMode.statistics(blueprint, graph);
        float[][] features = new TrainingMode(blueprint, graph, 1).features(batch);
        assertEquals(64, features[3].length);
        assertEquals(0, TrainingMode.moved(parameters, TrainingMode.trained(blueprint, graph)));
        long moved = TrainingMode.moved(statistics, TrainingMode.statistics(blueprint, graph));
        assertEquals(1376, blueprint.statistics());
        assertTrue(moved > 1370, moved + " of 1376 moved");
    }

    @Test
    void an_ordinary_pass_moves_nothing() {
        List<float[]> statistics = TrainingMode.statistics(blueprint, graph);
        graph.output(false, batch);
        assertEquals(0, TrainingMode.moved(statistics, TrainingMode.statistics(blueprint, graph)));
    }

    private double statistic(String key) {
        return graph.getLayer("bn1").getParam(key).getDouble(0);
    }

    private static float[] drawn() {
        float[] values = new float[4 * 3 * 1024];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 0.37) + (float) Math.cos(i * 0.011);
        }
        return values;
    }
}
