package assay.check.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Know the operands of every node of a graph, and what depends on what. */
record Ancestry(Map<String, Set<String>> operands) {
    /** Take the graph of a list; a name that is defined twice has the operands of both lines. */
    static Ancestry of(List<Step> steps) {
        Map<String, Set<String>> operands = new LinkedHashMap<>();
        for (Step step : steps) {
            operands.computeIfAbsent(step.name(), name -> new LinkedHashSet<>()).addAll(Trees.names(step.operation()));
        }
        return new Ancestry(operands);
    }

    /** Take the graph of lists of operands. */
    static Ancestry of(Map<String, ? extends Collection<String>> lists) {
        Map<String, Set<String>> operands = new LinkedHashMap<>();
        lists.forEach((node, list) -> operands.put(node, new LinkedHashSet<>(list)));
        return new Ancestry(operands);
    }

    /** Return the operands of {@code node}; none for a leaf. */
    Set<String> operands(String node) {
        return operands.getOrDefault(node, Set.of());
    }

    /** Return {@code node} and everything that it depends on; ends on cycles, too. */
    Set<String> above(String node) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                operands(next).forEach(open::push);
            }
        }
        return seen;
    }

    /** Return every name: nodes and operands. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        operands.forEach((node, list) -> {
            names.add(node);
            names.addAll(list);
        });
        return names;
    }
}
