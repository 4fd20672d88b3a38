package assay.check.graph;

import assay.formula.Expression;
import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Expression.Sum;
import assay.formula.FormulaFunction;
import assay.formula.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** List the mistakes that a list of operations may contain, each with the way to undo it. */
final class Repairs {
    private final List<Step> steps;
    private final String result;
    private final Set<String> leaves;
    private final List<Repair> found = new ArrayList<>();

    private Repairs(List<Step> steps, String result, Set<String> leaves) {
        this.steps = steps;
        this.result = result;
        this.leaves = leaves;
    }

    /** Return the mistakes that have a name: missing sum or square, a wrong exponential or logarithm. */
    static List<Repair> named(List<Step> steps, String result, Set<String> leaves) {
        Repairs repairs = new Repairs(steps, result, leaves);
        repairs.sumAndSquare();
        repairs.swappedExponentials();
        repairs.exponentials();
        repairs.logarithms();
        return repairs.found;
    }

    /** Return the lists with one operation or one operand changed, each named by its line. */
    static List<Repair> singleLine(List<Step> steps, String result, Set<String> leaves) {
        Repairs repairs = new Repairs(steps, result, leaves);
        for (int i = 0; i < steps.size(); i++) {
            repairs.line(i);
        }
        return repairs.found;
    }

    private void sumAndSquare() {
        add(
                "no-sum",
                "With a sum over the samples it is right: '" + result + "' adds up what each sample contributes.",
                list -> change(
                        list,
                        step -> step.name().equals(result)
                                ? new Sum(step.operation(), step.operation().place())
                                : step.operation()));
        add(
                "missing-square",
                "What is summed up is not squared: with a square it is right.",
                list -> change(
                        list,
                        step -> Trees.rewrite(
                                step.operation(),
                                part -> part instanceof Sum sum ? new Sum(squared(sum.term()), sum.place()) : part)));
    }

    private static Expression squared(Expression term) {
        return new Binary(Operator.POWER, term, new Literal(2, term.place()), term.place());
    }

    private void swappedExponentials() {
        List<String> arguments = List.copyOf(exponents());
        for (int i = 0; i < arguments.size(); i++) {
            for (int j = i + 1; j < arguments.size(); j++) {
                String one = arguments.get(i);
                String other = arguments.get(j);
                add(
                        "swapped-exponentials",
                        "e^" + one + " and e^" + other + " are swapped: each stands where the other belongs.",
                        list -> change(list, step -> swap(step.operation(), one, other)));
            }
        }
    }

    private static Expression swap(Expression tree, String one, String other) {
        return Trees.rewrite(
                tree, part -> isExp(part, one) ? exp(part, other) : isExp(part, other) ? exp(part, one) : part);
    }

    private Set<String> exponents() {
        Set<String> arguments = new LinkedHashSet<>();
        for (Step step : steps) {
            Trees.rewrite(step.operation(), part -> {
                leaves.stream().filter(leaf -> isExp(part, leaf)).forEach(arguments::add);
                return part;
            });
        }
        return arguments;
    }

    /** Try e^other for one e^leaf, in the line that computes it, and in one line that uses it. */
    private void exponentials() {
        Set<String> arguments = exponents();
        for (Step at : steps) {
            for (String leaf : arguments) {
                for (String other : leaves) {
                    if (!leaf.equals(other)) {
                        exponential(at, leaf, other);
                    }
                }
            }
        }
    }

    private void exponential(Step at, String leaf, String other) {
        add(
                "wrong-exponential",
                "Line " + at.line() + " takes e^" + leaf + " where another exponential belongs: compare it with the"
                        + " formula of the sheet.",
                list -> change(
                        list,
                        at,
                        operation -> Trees.rewrite(operation, part -> isExp(part, leaf) ? exp(part, other) : part)));
        Set<String> holders = new HashSet<>();
        steps.stream().filter(step -> isExp(step.operation(), leaf)).forEach(step -> holders.add(step.name()));
        if (Trees.names(at.operation()).stream().anyMatch(holders::contains)) {
            add(
                    "wrong-exponential",
                    "Line " + at.line() + " uses e^" + leaf + " where another exponential belongs: compare it with"
                            + " the formula of the sheet.",
                    list -> change(
                            list,
                            at,
                            operation -> Trees.rewrite(
                                    operation,
                                    part -> part instanceof Name name && holders.contains(name.name())
                                            ? exp(part, other)
                                            : part)));
        }
    }

    private static boolean isExp(Expression part, String argument) {
        return part instanceof Call call
                && call.function() == FormulaFunction.EXP
                && call.argument() instanceof Name name
                && name.name().equals(argument);
    }

    private static Expression exp(Expression at, String argument) {
        return new Call(FormulaFunction.EXP, new Name(argument, at.place()), at.place());
    }

    private void logarithms() {
        for (Step at : steps) {
            add(
                    "log10",
                    "Line " + at.line() + " takes the logarithm to the base 10; the sheet means the natural one, ln.",
                    list -> change(
                            list,
                            at,
                            operation -> Trees.rewrite(
                                    operation,
                                    part -> part instanceof Call call && call.function() == FormulaFunction.LOG10
                                            ? new Call(FormulaFunction.LN, call.argument(), call.place())
                                            : part)));
        }
    }

    private void line(int position) {
        Step at = steps.get(position);
        Set<String> usable = new LinkedHashSet<>(leaves);
        steps.subList(0, position).forEach(step -> usable.add(step.name()));
        List<Expression> variants = new ArrayList<>();
        if (at.operation() instanceof Binary binary) {
            variants.addAll(Variants.of(binary, usable));
        } else if (at.operation() instanceof Call call) {
            variants.addAll(Variants.of(call, usable));
        }
        for (Expression variant : variants) {
            add(
                    "one-line",
                    "Only line " + at.line() + ", '" + at + "', keeps the value from being right: check its operation"
                            + " and its operands.",
                    list -> change(list, at, operation -> variant));
        }
    }

    private void add(String id, String sentence, UnaryOperator<List<Step>> undo) {
        if (!undo.apply(steps).equals(steps)) {
            found.add(new Repair(id, sentence, undo));
        }
    }

    private static List<Step> change(List<Step> list, Step at, UnaryOperator<Expression> change) {
        return change(list, step -> step.line() == at.line() ? change.apply(step.operation()) : step.operation());
    }

    private static List<Step> change(List<Step> list, Function<Step, Expression> change) {
        return list.stream().map(step -> step.with(change.apply(step))).toList();
    }
}
