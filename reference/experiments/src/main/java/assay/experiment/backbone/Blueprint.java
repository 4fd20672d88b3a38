package assay.experiment.backbone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describe a backbone completely: what is computed, what the weights are called, which pixels go in.
 *
 * @param colours how pixels go in
 * @param features the node whose answer, a vector, is what a new head is trained on
 * @param head the layer that transfer trains anew
 * @param answer the node that has a number for each class, before any softmax
 */
public record Blueprint(
        String name,
        Colours colours,
        Naming naming,
        Volume image,
        List<Node> nodes,
        String features,
        String head,
        String answer) {
    /** The name of the image among the nodes. */
    public static final String INPUT = "image";

    /** Copy the nodes. */
    public Blueprint {
        nodes = List.copyOf(nodes);
    }

    /** Describe what was drawn; the last node is head and answer. */
    static Blueprint of(String name, Colours colours, Naming naming, Sketch sketch, String features) {
        String last = sketch.tip();
        return new Blueprint(name, colours, naming, sketch.image(), sketch.nodes(), features, last, last);
    }

    /** Describe the same with another node as head. */
    Blueprint withHead(String other) {
        return new Blueprint(name, colours, naming, image, nodes, features, other, answer);
    }

    /** Return every array of parameters, in the order of the nodes. */
    List<Parameter> arrays() {
        return nodes.stream().flatMap(node -> naming.of(node).stream()).toList();
    }

    /** Return names and shapes of the arrays in a file of weights. */
    public Map<String, List<Integer>> expected() {
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        arrays().forEach(array -> expected.put(array.name(), array.shape()));
        return expected;
    }

    /** Return how many numbers are trained: what is commonly called the number of parameters. */
    public long parameters() {
        return arrays().stream()
                .filter(Parameter::trained)
                .mapToLong(Parameter::size)
                .sum();
    }

    /** Return how many running means and variances there are; DL4J counts them as parameters, too. */
    public long statistics() {
        return arrays().stream()
                .filter(array -> !array.trained())
                .mapToLong(Parameter::size)
                .sum();
    }

    /** Return how many of the parameters belong to the last layer, which transfer trains anew. */
    public long headParameters() {
        return arrays().stream()
                .filter(array -> array.node().equals(head))
                .mapToLong(Parameter::size)
                .sum();
    }

    /** Return how many numbers the features are. */
    public int featureSize() {
        return node(features).out().size();
    }

    /** Return how many classes the head tells apart. */
    public int classes() {
        return node(answer).out().channels();
    }

    private Node node(String wanted) {
        return nodes.stream()
                .filter(node -> node.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
