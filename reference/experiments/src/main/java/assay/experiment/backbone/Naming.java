package assay.experiment.backbone;

import assay.experiment.backbone.Step.Connect;
import assay.experiment.backbone.Step.Convolve;
import assay.experiment.backbone.Step.ConvolveEach;
import assay.experiment.backbone.Step.Normalize;
import java.util.ArrayList;
import java.util.List;

/** Know how the tools that wrote files of weights call the arrays, and in which order of axes they store them. */
enum Naming {
    /** PyTorch: filters [out, in, height, width], matrices [out, in]. */
    TORCH,
    /** Keras: filters [height, width, in, out]; the matrix at the end of MobileNet is stored as filters of 1 x 1. */
    KERAS;

    private static final List<String> TORCH_NAMES =
            List.of(".weight", ".weight", ".bias", ".weight", ".bias", ".running_mean", ".running_var");
    private static final List<String> KERAS_NAMES =
            List.of("/kernel", "/depthwise_kernel", "/bias", "/gamma", "/beta", "/moving_mean", "/moving_variance");
    private static final List<Integer> VECTOR = List.of(0);
    private static final List<Integer> AS_STORED = List.of(0, 1, 2, 3);

    /** Return the parameters of {@code node}, none if it has nothing to learn. */
    List<Parameter> of(Node node) {
        int in = node.in().channels();
        if (node.step() instanceof Convolve step) {
            int side = step.window().side();
            List<Parameter> parameters = new ArrayList<>();
            parameters.add(
                    this == TORCH
                            ? one(node, 0, List.of(step.out(), in, side, side), "W", AS_STORED)
                            : one(node, 0, List.of(side, side, in, step.out()), "W", List.of(3, 2, 0, 1)));
            if (step.bias()) {
                parameters.add(one(node, 2, List.of(step.out()), "b", VECTOR));
            }
            return parameters;
        } else if (node.step() instanceof ConvolveEach step) {
            int side = step.window().side();
            return List.of(
                    this == TORCH
                            ? one(node, 1, List.of(in, 1, side, side), "W", List.of(2, 3, 0, 1))
                            : one(node, 1, List.of(side, side, in, 1), "W", AS_STORED));
        } else if (node.step() instanceof Connect step) {
            int size = node.in().size();
            Parameter matrix = this == TORCH
                    ? one(node, 0, List.of(step.out(), size), "W", List.of(1, 0))
                    : one(node, 0, List.of(1, 1, size, step.out()), "W", AS_STORED);
            return List.of(matrix, one(node, 2, List.of(step.out()), "b", VECTOR));
        } else if (node.step() instanceof Normalize) {
            return List.of(
                    one(node, 3, List.of(in), "gamma", VECTOR),
                    one(node, 4, List.of(in), "beta", VECTOR),
                    one(node, 5, List.of(in), "mean", VECTOR),
                    one(node, 6, List.of(in), "var", VECTOR));
        }
        return List.of();
    }

    private Parameter one(Node node, int name, List<Integer> shape, String key, List<Integer> order) {
        return new Parameter(
                node.name() + (this == TORCH ? TORCH_NAMES : KERAS_NAMES).get(name),
                shape,
                node.name(),
                key,
                order,
                name < 5);
    }
}
