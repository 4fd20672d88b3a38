package assay.check.graph;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draw a graph as evidence: leaves in layer 0, every other node one layer behind its farthest operand. */
final class Layers {
    private static final int MOST_NODES = 120;

    private final Ancestry graph;
    private final Map<String, Integer> layers = new HashMap<>();

    private Layers(Ancestry graph) {
        this.graph = graph;
    }

    /**
     * Draw it.
     *
     * @param signs the operation of each node, as far as known
     * @param flaws mark their nodes
     * @param wrongEdges edges that are wrong, as "from -> to"
     */
    static Evidence.Graph draw(
            String title, Ancestry graph, Map<String, String> signs, List<Flaw> flaws, Set<String> wrongEdges) {
        Layers layers = new Layers(graph);
        List<Evidence.Graph.Node> nodes = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (String name : graph.names()) {
            if (shown.size() == MOST_NODES) {
                break;
            }
            shown.add(name);
            String note = notes(flaws, name);
            int layer = layers.layer(name, new HashSet<>());
            nodes.add(new Evidence.Graph.Node(name, signs.getOrDefault(name, ""), layer, !note.isEmpty(), note));
        }
        List<Evidence.Graph.Edge> edges = new ArrayList<>();
        graph.operands()
                .forEach((to, operands) -> operands.stream()
                        .filter(from -> shown.contains(from) && shown.contains(to))
                        .forEach(from ->
                                edges.add(new Evidence.Graph.Edge(from, to, wrongEdges.contains(from + " -> " + to)))));
        return new Evidence.Graph(title, nodes, edges);
    }

    /** Join what is wrong with one node. */
    static String notes(List<Flaw> flaws, String node) {
        return String.join(
                " ",
                flaws.stream()
                        .filter(flaw -> flaw.node().equals(node))
                        .map(Flaw::sentence)
                        .toList());
    }

    /** Count the layers below {@code name}; an edge that closes a cycle is left out. */
    private int layer(String name, Set<String> path) {
        Integer known = layers.get(name);
        if (known != null) {
            return known;
        }
        path.add(name);
        int layer = 0;
        for (String operand : graph.operands(name)) {
            if (!path.contains(operand)) {
                layer = Math.max(layer, 1 + layer(operand, path));
            }
        }
        path.remove(name);
        layers.put(name, layer);
        return layer;
    }
}
