package assay.check.graph;

import assay.formula.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hold a graph to its rules: from the given names, without cycle, to one result that every parameter reaches. */
final class EdgeRules {
    private final Map<String, List<String>> operands;
    private final GraphEdgesCheck.Spec spec;
    private final Set<String> leaves;
    private final Ancestry graph;
    private final List<Flaw> flaws = new ArrayList<>();

    private EdgeRules(Edges edges, GraphEdgesCheck.Spec spec) {
        this.operands = edges.operands();
        this.spec = spec;
        this.leaves = new LinkedHashSet<>(spec.leaves());
        this.graph = Ancestry.of(operands);
    }

    /** Return what is wrong, the gravest first. */
    static List<Flaw> flaws(Edges edges, GraphEdgesCheck.Spec spec) {
        EdgeRules rules = new EdgeRules(edges, spec);
        rules.ends();
        List<String> cycle = Cycle.find(rules.graph);
        if (!cycle.isEmpty()) {
            rules.flaw("cycle", cycle.get(0), "There is a cycle: " + String.join(" -> ", cycle) + ".");
        }
        if (rules.flaws.isEmpty()) {
            rules.flaws.addAll(new TargetRule(rules.graph, spec).flaws());
        }
        if (cycle.isEmpty()) {
            rules.reach();
        }
        rules.counts();
        return rules.flaws;
    }

    /** Check where edges may begin and end. */
    private void ends() {
        operands.forEach((node, list) -> {
            if (leaves.contains(node) && !list.isEmpty()) {
                flaw(
                        "leaf-has-operands",
                        node,
                        "'" + node + "' is given and is computed from nothing, but has the operand " + list.get(0)
                                + ": does that edge run the wrong way?");
            }
            for (String operand : new LinkedHashSet<>(list)) {
                if (!leaves.contains(operand) && graph.operands(operand).isEmpty()) {
                    flaw(
                            "undefined",
                            operand,
                            "'" + operand + "' is used by " + node + ", but is neither given nor computed from anything"
                                    + Spelling.nearest(operand, known(operand))
                                            .map(near -> "; did you mean " + near + "?")
                                            .orElse("."));
                }
            }
        });
        if (graph.operands(spec.result()).isEmpty()) {
            flaw("no-result", spec.result(), "'" + spec.result() + "', the result, is computed from nothing.");
        }
    }

    private Set<String> known(String unknown) {
        Set<String> known = new LinkedHashSet<>(leaves);
        known.addAll(operands.keySet());
        known.remove(unknown);
        return known;
    }

    /** Check that the result is the only sink, and that what must reach it does. */
    private void reach() {
        Set<String> above = graph.above(spec.result());
        for (String leaf : spec.mustReach()) {
            if (!above.contains(leaf)) {
                flaw(
                        "not-reached",
                        leaf,
                        "'" + leaf + "' does not reach " + spec.result()
                                + (graph.names().contains(leaf) ? "." : ": no edge leaves it."));
            }
        }
        operands.forEach((node, list) -> {
            if (list.contains(spec.result())) {
                flaw("result-used", node, "'" + node + "' uses " + spec.result() + ", which is the end of the graph.");
            }
            if (!list.isEmpty() && !above.contains(node) && !list.contains(spec.result())) {
                flaw(
                        "unused",
                        node,
                        "'" + node + "' leads nowhere: there is no path from it to " + spec.result() + ".");
            }
        });
    }

    private void counts() {
        operands.forEach((node, list) -> {
            if (list.size() > 2) {
                flaw(
                        "operand-count",
                        node,
                        "'" + node + "' has " + list.size() + " operands ("
                                + list.stream().limit(6).collect(Collectors.joining(", "))
                                + "); a single operation has one or two.");
            }
        });
    }

    private void flaw(String id, String node, String sentence) {
        flaws.add(new Flaw(id, node, 0, sentence));
    }
}
