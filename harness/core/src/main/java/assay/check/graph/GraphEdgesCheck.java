package assay.check.graph;

import assay.api.Value;
import assay.assignment.About;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.check.CheckContext;
import assay.check.CheckKind;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.formula.Constants;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judge a computational graph that is given by its edges: acyclic, one or two operands a node, one result that every
 * parameter reaches, targets only behind the prediction; and, where the list of operations is answered too, the same graph.
 */
@About(
        "Judge a computational graph that is given by its edges: acyclic, one or two operands a node, one result that every parameter reaches, targets only behind the prediction; and, where the list of operations is answered too, the same graph.")
public final class GraphEdgesCheck implements CheckKind<GraphEdgesCheck.Spec> {
    /** Hold the keys. */
    public record Spec(
            @About("the edges: a record of operands, or a list of arrows")
            String answer,

            @About("the only node that nothing uses") String result,
            @About("names that are given") List<String> leaves,
            @About("leaves that must reach the result") List<String> mustReach,

            @About("leaves that must not feed the prediction")
            List<String> targets,

            @About("the list of operations among the answers of the same task, when the edges must agree with it")
            Optional<String> stepsAnswer) {
        public Spec {
            leaves = List.copyOf(leaves);
            mustReach = List.copyOf(mustReach);
            targets = List.copyOf(targets);
            requireLeaves("must-reach", mustReach, leaves);
            requireLeaves("targets", targets, leaves);
            if (leaves.isEmpty()) {
                throw new IllegalArgumentException("the key 'leaves' must list the names that are given");
            }
        }

        private static void requireLeaves(String key, List<String> names, List<String> leaves) {
            for (String name : names) {
                if (!leaves.contains(name)) {
                    throw new IllegalArgumentException(
                            "'" + name + "' is listed under '" + key + "' and not under 'leaves'");
                }
            }
        }
    }

    @Override
    public String name() {
        return "graph-edges";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        Optional<Field> field = task.answer(spec.answer());
        if (field.isEmpty()) {
            return task.objection(List.of(spec.answer()));
        } else if (!Set.of(ValueType.Kind.RECORD, ValueType.Kind.LIST)
                .contains(field.get().type().kind())) {
            return "'" + spec.answer() + "' must be a record or a list, is "
                    + field.get().type();
        }
        return task.objection(spec.stepsAnswer().stream().toList());
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        if (context.trials().isEmpty()) {
            return Judgement.without(Verdict.NOT_JUDGED, "no-case", "There is no case to judge.");
        }
        Optional<Judgement> unanswered = context.unanswered(context.trials(), spec.answer());
        if (unanswered.isPresent()) {
            return unanswered.get();
        }
        Trial trial = context.trials().get(0);
        Edges edges = EdgeReader.read(given(trial, spec.answer()).orElseThrow());
        if (edges.operands().isEmpty() && edges.unreadable().isEmpty()) {
            return Judgement.without(Verdict.MISSING, "no-answer", "'" + spec.answer() + "' has no edges.");
        } else if (!edges.unreadable().isEmpty()) {
            return Flaw.judgement("unreadable", edges.unreadable(), draw(edges, edges.unreadable(), List.of()));
        }
        return judge(spec, edges, steps(spec, trial));
    }

    private static Judgement judge(Spec spec, Edges edges, List<Step> steps) {
        List<Flaw> flaws = EdgeRules.flaws(edges, spec);
        if (!flaws.isEmpty() && EdgeRules.flaws(edges.reversed(), spec).isEmpty()) {
            flaws = List.of(new Flaw(
                    "reversed",
                    "",
                    0,
                    "All edges run the wrong way: an edge runs from an operand to the variable that is computed from"
                            + " it; turned round, this is a right graph."));
        } else if (flaws.isEmpty()) {
            flaws = disagreements(spec, edges, steps);
        }
        List<Evidence> evidence = draw(edges, flaws, steps);
        if (!flaws.isEmpty()) {
            return Flaw.judgement("wrong-graph", flaws, evidence);
        }
        int count = edges.operands().values().stream().mapToInt(List::size).sum();
        return Judgement.passed(
                count + " edges, no cycle, one result" + (steps.isEmpty() ? "" : ", as in the list of operations"),
                evidence);
    }

    /** Read the list of operations where there is one that can be read; else there is nothing to agree with. */
    private static List<Step> steps(Spec spec, Trial trial) {
        StepList list = spec.stepsAnswer()
                .flatMap(name -> given(trial, name))
                .map(value -> StepReader.read(value, new LinkedHashSet<>(spec.leaves())))
                .orElse(new StepList(List.of(), List.of()));
        return list.unreadable().isEmpty() ? list.steps() : List.of();
    }

    private static List<Flaw> disagreements(Spec spec, Edges edges, List<Step> steps) {
        List<Flaw> flaws = new ArrayList<>();
        Set<String> defined = new LinkedHashSet<>();
        for (Step step : steps) {
            defined.add(step.name());
            Set<String> inList = Trees.names(step.operation());
            inList.removeIf(
                    name -> Constants.find(name).isPresent() && !spec.leaves().contains(name));
            Set<String> inGraph = new LinkedHashSet<>(edges.operands().getOrDefault(step.name(), List.of()));
            if (!inList.equals(inGraph)) {
                flaws.add(new Flaw(
                        "not-as-steps",
                        step.name(),
                        step.line(),
                        "Your list has '" + step + "', in your graph '" + step.name() + "' is computed from "
                                + (inGraph.isEmpty() ? "nothing" : String.join(", ", inGraph)) + "."));
            }
        }
        edges.operands().forEach((node, operands) -> {
            if (!steps.isEmpty() && !operands.isEmpty() && !defined.contains(node)) {
                flaws.add(new Flaw(
                        "not-as-steps",
                        node,
                        0,
                        "'" + node + "' is in your graph, but not in your list of operations."));
            }
        });
        return flaws;
    }

    private static List<Evidence> draw(Edges edges, List<Flaw> flaws, List<Step> steps) {
        Map<String, String> signs = new HashMap<>();
        steps.forEach(step -> signs.put(step.name(), Trees.sign(step.operation())));
        Ancestry graph = Ancestry.of(edges.operands());
        Set<String> wrong = new LinkedHashSet<>();
        List<String> cycle = Cycle.find(graph);
        for (int i = 1; i < cycle.size(); i++) {
            wrong.add(cycle.get(i - 1) + " -> " + cycle.get(i));
        }
        return List.of(Layers.draw("Your graph", graph, signs, flaws, wrong));
    }

    private static Optional<Value> given(Trial trial, String answer) {
        return trial.outcome() instanceof Outcome.Answered answered
                ? answered.answers().get(answer)
                : Optional.empty();
    }
}
