package assay.experiment.backbone;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** Make DL4J graphs from blueprints; a node becomes a vertex of its name. Images go in as [n, 3, height, width]. */
public final class Graphs {
    /** What stays of a running mean at each step; PyTorch calls 0.1 its momentum. */
    private static final double DECAY = 0.9;

    private final GraphBuilder graph;

    private Graphs(GraphBuilder graph) {
        this.graph = graph;
    }

    /**
     * Build the whole net with random weights; its answers are {@link Blueprint#answer} and {@link Blueprint#features}, in
     * this order.
     */
    public static ComputationGraph build(Blueprint blueprint, DataType type, long seed) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(type)
                .updater(new NoOp())
                .activation(Activation.IDENTITY)
                .graphBuilder()
                .addInputs(Blueprint.INPUT)
                .setOutputs(blueprint.answer(), blueprint.features());
        Graphs graphs = new Graphs(graph);
        blueprint.nodes().forEach(graphs::add); // no input types: DL4J's inference of them is wrong for subsets
        graph.validateOutputLayerConfig(false); // these answer with features; whoever trains adds a layer with a loss
        ComputationGraph built = new ComputationGraph(graph.build());
        built.init();
        return built;
    }

    private void add(Node node) {
        Step step = node.step();
        if (step instanceof Step.Add) {
            graph.addVertex(node.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs(node));
        } else if (step instanceof Step.Join) {
            graph.addVertex(node.name(), new MergeVertex(), inputs(node));
        } else if (step instanceof Step.Flatten) {
            Volume in = node.in();
            CnnToFeedForwardPreProcessor flat =
                    new CnnToFeedForwardPreProcessor(in.height(), in.width(), in.channels());
            graph.addVertex(node.name(), new PreprocessorVertex(flat), inputs(node));
        } else if (step instanceof Step.Subsample) {
            subsample(node);
        } else if (step instanceof Step.PoolTo pool) {
            poolTo(node, pool.side());
        } else {
            windowed(node);
        }
    }

    /** Add a layer; rows and columns that are added on one side alone are a layer of their own. */
    private void windowed(Node node) {
        Window window = window(node.step());
        String[] inputs = inputs(node);
        if (window.before() != window.after()) {
            String padded = node.name() + "-padded";
            Layer padding = new ZeroPaddingLayer.Builder(
                            window.before(), window.after(), window.before(), window.after())
                    .build();
            graph.addLayer(padded, padding, inputs);
            inputs = new String[] {padded};
            window = new Window(window.side(), window.stride(), 0, 0);
        }
        graph.addLayer(node.name(), layer(node, window), inputs);
    }

    private static Window window(Step step) {
        if (step instanceof Step.Convolve convolve) {
            return convolve.window();
        } else if (step instanceof Step.ConvolveEach each) {
            return each.window();
        }
        return step instanceof Step.PoolMax pool ? pool.window() : Window.of(1);
    }

    private static Layer layer(Node node, Window window) {
        int[] side = {window.side(), window.side()};
        int[] stride = {window.stride(), window.stride()};
        int[] rim = {window.before(), window.before()};
        if (node.step() instanceof Step.Convolve convolve) {
            return new ConvolutionLayer.Builder(side, stride, rim)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .hasBias(convolve.bias())
                    .nIn(node.in().channels())
                    .nOut(convolve.out())
                    .build();
        } else if (node.step() instanceof Step.ConvolveEach) {
            return new DepthwiseConvolution2D.Builder(side, stride, rim)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .depthMultiplier(1)
                    .hasBias(false)
                    .nIn(node.in().channels())
                    .nOut(node.in().channels())
                    .build();
        } else if (node.step() instanceof Step.PoolMax) {
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, side, stride, rim)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .build();
        }
        return pointwise(node);
    }

    private static Layer pointwise(Node node) {
        Step step = node.step();
        if (step instanceof Step.Normalize normalize) {
            return new BatchNormalization.Builder(DECAY, true)
                    .eps(normalize.epsilon())
                    .useLogStd(false)
                    .nIn(node.in().channels())
                    .nOut(node.in().channels())
                    .build();
        } else if (step instanceof Step.Connect connect) {
            return new DenseLayer.Builder()
                    .nIn(node.in().size())
                    .nOut(connect.out())
                    .build();
        } else if (step instanceof Step.Rectify rectify) {
            return new ActivationLayer(Double.isInfinite(rectify.most()) ? Activation.RELU : Activation.RELU6);
        } else if (step instanceof Step.PoolAll) {
            return new GlobalPoolingLayer(PoolingType.AVG);
        } else if (step instanceof Step.Drop drop) {
            return new DropoutLayer.Builder(1 - drop.probability()).build(); // DL4J asks what stays
        }
        throw new IllegalStateException("no layer for " + step);
    }

    /** Average or repeat; {@link Sketch#poolTo} saw to it that the extents go into each other. */
    private void poolTo(Node node, int side) {
        int[] ratio = {node.in().height() / side, node.in().width() / side};
        Layer layer = ratio[0] >= 1 && ratio[1] >= 1
                ? new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG, ratio, ratio).build()
                : new Upsampling2D.Builder()
                        .size(new int[] {
                            side / node.in().height(), side / node.in().width()
                        })
                        .build();
        graph.addLayer(node.name(), layer, inputs(node));
    }

    /** Add option A: a pooling that takes one of 2 x 2, between planes that are multiplied by 0. */
    private void subsample(Node node) {
        int more = node.out().channels() - node.in().channels();
        String taken = node.name() + "-taken";
        Layer second = new SubsamplingLayer.Builder(
                        SubsamplingLayer.PoolingType.MAX, new int[] {1, 1}, new int[] {2, 2})
                .build();
        graph.addLayer(taken, second, inputs(node));
        List<String> parts = new ArrayList<>();
        for (String side : List.of("-before", "-after")) {
            String some = node.name() + side + "-some";
            graph.addVertex(some, new SubsetVertex(0, more / 2 - 1), taken);
            graph.addVertex(node.name() + side, new ScaleVertex(0), some);
            parts.add(node.name() + side);
        }
        parts.add(1, taken);
        graph.addVertex(node.name(), new MergeVertex(), parts.toArray(new String[0]));
    }

    private static String[] inputs(Node node) {
        return node.inputs().toArray(new String[0]);
    }
}
