package assay.formula;

import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Index;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Expression.Negation;
import assay.formula.Expression.Sum;

/** Write trees as formulas, with no more parentheses than the grammar needs. */
final class Writing {
    /** What may stand behind a minus or as an exponent without parentheses. */
    private static final int FACTOR = 3;
    /** What may stand before {@code ^} without parentheses. */
    private static final int ATOM = 5;
    /** Whole numbers up to here are written without exponent and point. */
    private static final double LARGEST_WRITTEN_OUT = 1e15;

    private final StringBuilder text = new StringBuilder();

    private Writing() {}

    static String of(Expression tree) {
        Writing writing = new Writing();
        writing.write(tree, 0);
        return writing.text.toString();
    }

    private void write(Expression tree, int least) {
        boolean wrapped = precedence(tree) < least;
        text.append(wrapped ? "(" : "");
        if (tree instanceof Literal literal) {
            text.append(number(literal.value()));
        } else if (tree instanceof Name name) {
            text.append(name.name());
        } else if (tree instanceof Index index) {
            text.append(index.vector()).append('[').append(index.position()).append(']');
        } else if (tree instanceof Negation negation) {
            text.append('-');
            write(negation.operand(), FACTOR);
        } else if (tree instanceof Call call) {
            call(call.function().word(), call.argument());
        } else if (tree instanceof Sum sum) {
            call("sum", sum.term());
        } else {
            binary((Binary) tree);
        }
        text.append(wrapped ? ")" : "");
    }

    private void call(String word, Expression argument) {
        text.append(word).append('(');
        write(argument, 0);
        text.append(')');
    }

    private void binary(Binary binary) {
        Operator operator = binary.operator();
        boolean power = operator == Operator.POWER;
        write(binary.left(), power ? ATOM : operator.precedence());
        String sign = operator.symbol();
        text.append(operator.precedence() == 1 ? " " + sign + " " : sign);
        write(binary.right(), power ? FACTOR : operator.precedence() + 1);
    }

    private static int precedence(Expression tree) {
        if (tree instanceof Binary binary) {
            return binary.operator().precedence();
        }
        return tree instanceof Negation ? FACTOR : ATOM;
    }

    private static String number(double value) {
        return value == Math.rint(value) && value <= LARGEST_WRITTEN_OUT
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
