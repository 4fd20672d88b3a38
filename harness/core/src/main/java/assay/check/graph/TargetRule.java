package assay.check.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keep the targets out of the prediction: a target may only meet a node that all parameters have reached already, and
 * only once on any path. Powers and other functions of targets alone count as targets.
 */
final class TargetRule {
    private final Ancestry graph;
    private final Set<String> targets;
    private final Set<String> parameters;
    private final List<Flaw> flaws = new ArrayList<>();

    TargetRule(Ancestry graph, GraphEdgesCheck.Spec spec) {
        this.graph = graph;
        this.targets = new LinkedHashSet<>(spec.targets());
        this.parameters = new LinkedHashSet<>(spec.mustReach());
        this.parameters.removeAll(targets);
        this.parameters.retainAll(graph.above(spec.result()));
    }

    List<Flaw> flaws() {
        if (!targets.isEmpty()) {
            graph.operands().forEach(this::node);
        }
        return flaws;
    }

    private void node(String node, Set<String> operands) {
        for (String target : operands) {
            if (onlyTargets(target) && !onlyTargets(node)) {
                meeting(node, target, operands);
            }
        }
    }

    private void meeting(String node, String target, Set<String> operands) {
        boolean afterAll =
                operands.stream().anyMatch(operand -> graph.above(operand).containsAll(parameters));
        if (!afterAll) {
            Set<String> late = new LinkedHashSet<>(parameters);
            operands.stream()
                    .filter(operand -> !onlyTargets(operand))
                    .findFirst()
                    .ifPresent(other -> late.removeAll(graph.above(other)));
            flaw(
                    node,
                    "'" + target + "' is used by " + node + ", before the prediction is complete ("
                            + String.join(", ", late)
                            + (late.size() == 1 ? " comes" : " come")
                            + " in later): a prediction must not depend on its target.");
            return;
        }
        graph.operands().forEach((later, its) -> {
            boolean again = !later.equals(node)
                    && its.contains(target)
                    && graph.above(later).contains(node);
            if (again) {
                flaw(
                        node,
                        "'" + target + "' is used by " + node + " and again by " + later
                                + ", which depends on it: a prediction must not depend on its target.");
            }
        });
    }

    private boolean onlyTargets(String node) {
        Set<String> leaves = new LinkedHashSet<>(graph.above(node));
        leaves.removeIf(name -> !graph.operands(name).isEmpty());
        return targets.containsAll(leaves);
    }

    private void flaw(String node, String sentence) {
        flaws.add(new Flaw("target-feeds-prediction", node, 0, sentence));
    }
}
