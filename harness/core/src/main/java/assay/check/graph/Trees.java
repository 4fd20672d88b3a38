package assay.check.graph;

import assay.formula.Expression;
import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Index;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Expression.Negation;
import assay.formula.Expression.Sum;
import assay.formula.FormulaFunction;
import assay.formula.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Look at right sides as a person counts operations: {@code e^x} is exp, {@code r*r} a square, {@code -1} a number. */
final class Trees {
    private Trees() {}

    /** Return the tree with {@code e^x} as exp(x), unless something else is called e. */
    static Expression normal(Expression tree, Set<String> names) {
        return rewrite(tree, part -> {
            boolean power = part instanceof Binary binary
                    && binary.operator() == Operator.POWER
                    && binary.left() instanceof Name base
                    && base.name().equals("e")
                    && !names.contains("e");
            return power ? new Call(FormulaFunction.EXP, ((Binary) part).right(), part.place()) : part;
        });
    }

    /** Return the tree with {@code change} applied to every part, innermost first. */
    static Expression rewrite(Expression tree, UnaryOperator<Expression> change) {
        Expression inner = tree;
        if (tree instanceof Negation negation) {
            inner = new Negation(rewrite(negation.operand(), change), tree.place());
        } else if (tree instanceof Binary binary) {
            inner = new Binary(
                    binary.operator(), rewrite(binary.left(), change), rewrite(binary.right(), change), tree.place());
        } else if (tree instanceof Call call) {
            inner = new Call(call.function(), rewrite(call.argument(), change), tree.place());
        } else if (tree instanceof Sum sum) {
            inner = new Sum(rewrite(sum.term(), change), tree.place());
        }
        return change.apply(inner);
    }

    /** Say whether this is an operand rather than an operation: a name, an entry, a number or its negative. */
    static boolean isAtom(Expression tree) {
        return tree instanceof Name
                || tree instanceof Index
                || tree instanceof Literal
                || (tree instanceof Negation negation && negation.operand() instanceof Literal);
    }

    /** Name the operations in the order in which they are done. */
    static List<String> operations(Expression tree) {
        List<String> signs = new ArrayList<>();
        if (!isAtom(tree)) {
            tree.operands().forEach(operand -> signs.addAll(operations(operand)));
            signs.add(sign(tree));
        }
        return signs;
    }

    /** Name the outermost operation. */
    static String sign(Expression tree) {
        if (tree instanceof Binary binary) {
            boolean square = binary.operator() == Operator.POWER
                    && binary.right() instanceof Literal exponent
                    && exponent.value() == 2;
            return square ? "^2" : binary.operator().symbol();
        } else if (tree instanceof Call call) {
            return call.function().word();
        } else if (tree instanceof Sum) {
            return "sum";
        }
        return tree instanceof Negation && !isAtom(tree) ? "-" : "copy";
    }

    /** Return the names in the tree, in the order of the text. */
    static Set<String> names(Expression tree) {
        Set<String> names = new LinkedHashSet<>();
        if (tree instanceof Name name) {
            names.add(name.name());
        } else if (tree instanceof Index index) {
            names.add(index.vector());
        }
        tree.operands().forEach(operand -> names.addAll(names(operand)));
        return names;
    }
}
