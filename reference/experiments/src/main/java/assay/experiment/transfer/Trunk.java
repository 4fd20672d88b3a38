package assay.experiment.transfer;

import assay.data.DataHome;
import assay.data.ImageSet;
import assay.experiment.backbone.Backbones;
import assay.experiment.backbone.Blueprint;
import assay.experiment.backbone.Graphs;
import assay.experiment.backbone.Pretrained;
import assay.experiment.backbone.TrainingMode;
import assay.experiment.image.Digest;
import assay.experiment.job.Progress;
import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Be a loaded backbone, and compute features with it. */
final class Trunk {
    /** Drawn weights are always the same ones: what differs from seed to seed is the split, the order and the head. */
    static final long DRAWN_SEED = 1;

    /** How many pixels go in at once at most: a few tens of MiB per layer of the widest nets. */
    private static final int PIXELS_AT_ONCE = 1 << 16;

    private final Blueprint blueprint;
    private final ComputationGraph graph;
    private final Preparation preparation;
    private final List<float[]> parameters;
    private final List<float[]> statistics;

    private Trunk(Blueprint blueprint, ComputationGraph graph, Preparation preparation) {
        this.blueprint = blueprint;
        this.graph = graph;
        this.preparation = preparation;
        this.parameters = TrainingMode.trained(blueprint, graph);
        this.statistics = TrainingMode.statistics(blueprint, graph);
    }

    /** Load the backbone of {@code plan}. */
    static Trunk open(Plan plan, DataHome home) throws IOException {
        if (plan.drawn()) {
            Blueprint blueprint = Backbones.of(plan.backbone(), plan.side(), Pretrained.classes(plan.backbone()));
            ComputationGraph graph = Graphs.build(blueprint, DataType.FLOAT, DRAWN_SEED);
            return new Trunk(blueprint, graph, plan.preparation(blueprint.colours()));
        }
        Pretrained net = Pretrained.open(plan.backbone(), plan.side(), home);
        return new Trunk(
                net.blueprint(), net.graph(), plan.preparation(net.blueprint().colours()));
    }

    /** Return the description. */
    Blueprint blueprint() {
        return blueprint;
    }

    /** Return how the pixels go in. */
    Preparation preparation() {
        return preparation;
    }

    /** Compute the features of the images {@code which}, nothing dropped, by the running statistics. */
    float[][] features(ImageSet images, int[] which, Progress progress) {
        float[][] features = new float[which.length][];
        int atOnce = Math.max(1, PIXELS_AT_ONCE / (preparation.side() * preparation.side()));
        for (int from = 0; from < which.length; from += atOnce) {
            int to = Math.min(which.length, from + atOnce);
            try (INDArray batch = preparation.batch(images, which, from, to)) {
                INDArray[] outputs = graph.output(false, batch);
                System.arraycopy(outputs[1].toFloatMatrix(), 0, features, from, to - from);
                for (INDArray output : outputs) {
                    output.close();
                }
            }
            progress.report((double) to / which.length, "features of " + to + " of " + which.length + " images");
        }
        return features;
    }

    /** Start running it in training mode; what is dropped is drawn from {@code seed}. */
    TrainingMode inTrainingMode(long seed) {
        return new TrainingMode(blueprint, graph, seed);
    }

    /** Count the parameters that are not bit for bit what they were when it was loaded. */
    long movedParameters() {
        return TrainingMode.moved(parameters, TrainingMode.trained(blueprint, graph));
    }

    /** Count the running statistics that are not bit for bit what they were when it was loaded. */
    long movedStatistics() {
        return TrainingMode.moved(statistics, TrainingMode.statistics(blueprint, graph));
    }

    /** Return the SHA-256 over parameters and statistics, but for the head that is not used. */
    String digest() {
        Digest digest = new Digest();
        parameters.forEach(digest::add);
        statistics.forEach(digest::add);
        return digest.hex();
    }
}
