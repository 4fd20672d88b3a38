package assay.experiment.backbone;

import assay.data.BadData;
import assay.data.DataHome;
import assay.data.DataSets;
import assay.data.MissingData;
import assay.data.weights.Weights;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/** Know which published file has the weights of which backbone, and load it. */
public final class Pretrained {
    private static final Map<String, Published> FILES = Map.ofEntries(
            Map.entry("alexnet", new Published("alexnet", "alexnet-owt-7be5be79.pth", 1000)),
            Map.entry("vgg16", new Published("vgg16", "vgg16-397923af.pth", 1000)),
            Map.entry("resnet18", new Published("resnet18", "resnet18-f37072fd.pth", 1000)),
            Map.entry("resnet50", new Published("resnet50", "resnet50-0676ba61.pth", 1000)),
            Map.entry("resnet101", new Published("resnet101", "resnet101-63fe2227.pth", 1000)),
            Map.entry("cifar-resnet20", new Published("cifar10_resnet", "resnet20-12fca82f.th", 10)),
            Map.entry("cifar-resnet32", new Published("cifar10_resnet", "resnet32-d509ac18.th", 10)),
            Map.entry("cifar-resnet44", new Published("cifar10_resnet", "resnet44-014dd654.th", 10)),
            Map.entry("cifar-resnet56", new Published("cifar10_resnet", "resnet56-4bfd9763.th", 10)),
            Map.entry("squeezenet1_0", new Published("squeezenet1_0", "decoded_fp32.npz", 1000)),
            Map.entry("mobilenet_v1_025", new Published("mobilenet_v1_025", "weights.npz", 1000)));

    private static final Published NONE = new Published("", "", 1);

    private final Blueprint blueprint;
    private final ComputationGraph graph;
    private final Path file;

    private Pretrained(Blueprint blueprint, ComputationGraph graph, Path file) {
        this.blueprint = blueprint;
        this.graph = graph;
        this.file = file;
    }

    private record Published(String folder, String name, int classes) {}

    /**
     * Load the backbone {@code name} for images of {@code side} x {@code side} with its published weights and head.
     *
     * @throws MissingData if the weights are not in {@code home}; the message says what to run
     * @throws BadData if the file is not the published one
     * @throws IllegalArgumentException if there is no such backbone, or it does not take such images
     */
    public static Pretrained open(String name, int side, DataHome home) throws BadData, MissingData {
        Blueprint blueprint = Backbones.of(name, side, classes(name));
        Path file = file(name, home);
        Weights weights = Weights.open(file);
        ComputationGraph graph = Graphs.build(blueprint, DataType.FLOAT, 0);
        Loading.load(graph, blueprint, weights);
        return new Pretrained(blueprint, graph, file);
    }

    /**
     * Return where the published weights of {@code name} are, without loading them.
     *
     * @throws MissingData if they are not in {@code home}; the message says what to run
     * @throws BadData if the file is not the published one
     */
    public static Path file(String name, DataHome home) throws BadData, MissingData {
        Published published = FILES.getOrDefault(name, NONE);
        return DataSets.file("weights/" + published.folder(), published.name(), home);
    }

    /** Return how many classes the published head of {@code name} tells apart. */
    public static int classes(String name) {
        return FILES.getOrDefault(name, NONE).classes();
    }

    /** Return the description. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** Return the graph; its outputs are answer and features. */
    public ComputationGraph graph() {
        return graph;
    }

    /** Return where the weights came from. */
    public Path file() {
        return file;
    }
}
