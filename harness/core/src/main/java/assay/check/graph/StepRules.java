package assay.check.graph;

import assay.formula.Constants;
import assay.formula.Expression;
import assay.formula.Expression.Index;
import assay.formula.Expression.Name;
import assay.formula.Expression.Sum;
import assay.formula.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hold a list to its rules: one operation a line, each name defined once and before it is used, nothing left over. */
final class StepRules {
    private final List<Step> steps;
    private final String result;
    private final Set<String> leaves;
    /** The names that have one value per sample. */
    private final Set<String> perSample;

    private final Map<String, Integer> definedOn = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private StepRules(List<Step> steps, String result, Set<String> leaves, Set<String> perSample) {
        this.steps = steps;
        this.result = result;
        this.leaves = leaves;
        this.perSample = new HashSet<>(perSample);
        steps.forEach(step -> definedOn.putIfAbsent(step.name(), step.line()));
    }

    /** Return what is wrong, in the order of the lines, then what is wrong with the list as a whole. */
    static List<Flaw> flaws(List<Step> steps, String result, Set<String> leaves, Set<String> perSample) {
        StepRules rules = new StepRules(steps, result, leaves, perSample);
        steps.forEach(rules::line);
        rules.whole();
        return rules.flaws;
    }

    private void line(Step step) {
        int before = definedOn.getOrDefault(step.name(), step.line());
        if (before < step.line()) {
            flaw(
                    "defined-twice",
                    step,
                    "'" + step.name() + "' is already defined on line " + before + ": take a new name.");
        }
        Trees.names(step.operation()).forEach(name -> used(step, name));
        count(step);
        if (reach(step, step.operation())) {
            perSample.add(step.name());
        }
    }

    private void count(Step step) {
        List<String> operations = Trees.operations(step.operation());
        if (operations.isEmpty()) {
            flaw(
                    "copy",
                    step,
                    "'" + step + "' does no operation: use " + step.operation() + " itself where you need it.");
        } else if (operations.size() > 1) {
            flaw(
                    "two-operations",
                    step,
                    "'" + shortened(step) + "' does " + operations.size() + " operations ("
                            + String.join(", ", operations.subList(0, Math.min(8, operations.size())))
                            + (operations.size() > 8 ? ", ..." : "") + "): give each a line and a name of its own.");
        }
    }

    private void used(Step step, String name) {
        int line = definedOn.getOrDefault(name, 0);
        if (leaves.contains(name) || (Constants.find(name).isPresent() && line == 0)) {
            return;
        } else if (line == 0) {
            flaw("undefined", step, Spelling.quoted(name) + " is neither given nor defined; " + instead(name));
        } else if (line == step.line()) {
            flaw("used-before-defined", step, "'" + name + "' is used in its own definition.");
        } else if (line > step.line()) {
            flaw("used-before-defined", step, "'" + name + "' is used before it is defined (on line " + line + ").");
        }
    }

    private String instead(String unknown) {
        Set<String> known = new LinkedHashSet<>(leaves);
        known.addAll(definedOn.keySet());
        return Spelling.product(unknown, known)
                .or(() -> Spelling.nearest(unknown, known))
                .map(meant -> "did you mean " + meant + "?")
                .orElse("given are " + String.join(", ", leaves) + ".");
    }

    /** Return whether {@code part} has one value per sample; complain where that does not fit. */
    private boolean reach(Step step, Expression part) {
        if (part instanceof Name name) {
            return perSample.contains(name.name());
        } else if (part instanceof Index index) {
            if (!perSample.contains(index.vector())) {
                flaw("no-samples", step, "'" + index.vector() + "' is one number and has no entries.");
            }
            return false;
        } else if (part instanceof Sum sum) {
            if (!reach(step, sum.term())) {
                flaw("no-samples", step, "'" + sum.term() + "' is one number: there is nothing to sum up.");
            }
            return false;
        }
        boolean any = false;
        for (Expression operand : part.operands()) {
            any |= reach(step, operand);
        }
        return any;
    }

    private void whole() {
        if (!definedOn.containsKey(result)) {
            flaws.add(
                    new Flaw("no-result", result, 0, "No line defines '" + result + "', the value that is asked for."));
            return;
        } else if (perSample.contains(result)) {
            flaws.add(new Flaw(
                    "not-summed",
                    result,
                    definedOn.getOrDefault(result, 0),
                    "'" + result + "' has one value per sample: add them up, " + result + " = sum(...)."));
        }
        Set<String> needed = Ancestry.of(steps).above(result);
        for (Step step : steps) {
            if (!needed.contains(step.name())) {
                flaw("unused", step, "'" + step.name() + "' is never used on the way to " + result + ": leave it out.");
            }
        }
        for (String leaf : leaves) {
            if (!needed.contains(leaf)) {
                flaws.add(new Flaw(
                        "leaf-unused",
                        leaf,
                        0,
                        "'" + leaf + "' is given, and never used on the way to " + result + "."));
            }
        }
    }

    private void flaw(String id, Step step, String sentence) {
        flaws.add(new Flaw(id, step.name(), step.line(), "Line " + step.line() + ": " + sentence));
    }

    private static String shortened(Step step) {
        String text = step.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
