package assay.formula;

import assay.api.Inputs;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Be a formula that was read: its text, its tree and the names that it may use. The grammar is in the description of
 * this package.
 */
public record Formula(String text, Expression tree, FormulaScope scope) {
    /** The most characters that a formula may have. */
    public static final int LONGEST = 2000;

    private static final int SHOWN_OF_TOO_LONG = 40;

    /**
     * Read a formula whose value is one number.
     *
     * @throws FormulaException if it is none, uses a name that is not in {@code scope}, or a vector outside of {@code sum}
     */
    public static Formula parse(String text, FormulaScope scope) throws FormulaException {
        Expression tree = parser(text, scope.names()).parse();
        new ScopeCheck(text, scope).check(tree, false);
        return new Formula(text, tree, scope);
    }

    /**
     * Read the shape only: any name may stand in it, and vectors may stand outside of {@code sum}.
     *
     * @throws FormulaException if the text does not follow the grammar
     */
    public static Expression shape(String text) throws FormulaException {
        return parser(text, Set.of()).parse();
    }

    private static Parser parser(String text, Set<String> declared) throws FormulaException {
        if (text.length() > LONGEST) {
            throw new FormulaException(
                    "a formula has at most " + LONGEST + " characters, this one has " + text.length(),
                    text.substring(0, SHOWN_OF_TOO_LONG),
                    1);
        }
        return new Parser(text, declared);
    }

    /**
     * Compute the value in doubles: outside of the domain of a function it is NaN or infinite, never an exception.
     * Vectors that do not have the same length in one {@code sum}, or have no entry of an index, give NaN.
     *
     * @throws IllegalArgumentException if {@code inputs} do not have the names of the scope
     */
    public double evaluate(Inputs inputs) {
        return new Evaluation(scope, inputs).of(tree, 0);
    }

    /** Return how many operations it takes: signs, functions and sums each count one. */
    public int operations() {
        return tree.operations();
    }

    /** Return the inputs that it uses, in the order of the text. */
    public Set<String> names() {
        Set<String> used = new LinkedHashSet<>();
        collect(tree, used);
        used.retainAll(scope.names());
        return used;
    }

    /** Return the canonical text: the same formula with no blanks and parentheses but those that are needed. */
    @Override
    public String toString() {
        return tree.toString();
    }

    private static void collect(Expression part, Set<String> used) {
        if (part instanceof Expression.Name name) {
            used.add(name.name());
        } else if (part instanceof Expression.Index index) {
            used.add(index.vector());
        }
        part.operands().forEach(operand -> collect(operand, used));
    }
}
