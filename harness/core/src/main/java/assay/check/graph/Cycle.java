package assay.check.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Find a cycle by depth-first search. */
final class Cycle {
    private final Ancestry graph;
    private final Set<String> finished = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private Cycle(Ancestry graph) {
        this.graph = graph;
    }

    /** Return the nodes of one cycle in the direction of the edges, the first again at the end; none when there is none. */
    static List<String> find(Ancestry graph) {
        Cycle search = new Cycle(graph);
        for (String node : graph.names()) {
            List<String> cycle = search.from(node);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    private List<String> from(String node) {
        int before = path.indexOf(node);
        if (before >= 0) {
            List<String> cycle = new ArrayList<>(path.subList(before, path.size()));
            cycle.add(node);
            Collections.reverse(cycle);
            return cycle;
        } else if (!finished.add(node)) {
            return List.of();
        }
        path.add(node);
        for (String operand : graph.operands(node)) {
            List<String> cycle = from(operand);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        path.remove(path.size() - 1);
        return List.of();
    }
}
