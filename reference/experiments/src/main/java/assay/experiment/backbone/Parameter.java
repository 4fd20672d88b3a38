package assay.experiment.backbone;

import java.util.List;

/**
 * Know an array of parameters in a file and in the graph.
 *
 * @param name the name in files of weights
 * @param shape the shape in files of weights
 * @param node the node it belongs to
 * @param key DL4J's name of it in the node's layer
 * @param order the axes of the file's array in DL4J's order
 * @param trained false for the running mean and variance, which are counted by DL4J and not by PyTorch
 */
record Parameter(String name, List<Integer> shape, String node, String key, List<Integer> order, boolean trained) {
    Parameter {
        shape = List.copyOf(shape);
        order = List.copyOf(order);
    }

    /** Return how many numbers it has. */
    long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}
