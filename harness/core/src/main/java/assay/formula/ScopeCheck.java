package assay.formula;

import assay.formula.Expression.Index;
import assay.formula.Expression.Name;
import assay.formula.Expression.Sum;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuse names that a formula cannot use, and vectors where a number must stand. */
final class ScopeCheck {
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+)_?([1-9][0-9]{0,3})");

    private final String text;
    private final FormulaScope scope;

    ScopeCheck(String text, FormulaScope scope) {
        this.text = text;
        this.scope = scope;
    }

    void check(Expression tree, boolean summed) throws FormulaException {
        if (tree instanceof Name name) {
            name(name, summed);
        } else if (tree instanceof Index index) {
            index(index);
        } else if (tree instanceof Sum sum) {
            check(sum.term(), true);
            sum(sum);
        } else {
            for (Expression operand : tree.operands()) {
                check(operand, summed);
            }
        }
    }

    private void name(Name name, boolean summed) throws FormulaException {
        String word = name.name();
        String length = scope.vectors().get(word);
        if (length != null && !summed) {
            throw error(
                    "'" + word + "' is a vector with " + length
                            + " entries: put it inside sum(...), or take one entry, " + word + "[1]",
                    name);
        } else if (scope.others().containsKey(word)) {
            throw error(
                    "'" + word + "' is " + scope.others().get(word)
                            + "; a formula can use numbers, and vectors inside sum(...)",
                    name);
        } else if (length == null
                && !scope.numbers().contains(word)
                && Constants.find(word).isEmpty()) {
            throw error(unknown(word), name);
        }
    }

    private String unknown(String word) {
        if (FormulaFunction.find(word).isPresent()) {
            return word + " is a function: write its argument in parentheses, " + word + "(...)";
        }
        String message = "unknown name " + Spelling.quoted(word);
        Matcher numbered = NUMBERED.matcher(word);
        if (numbered.matches() && scope.vectors().containsKey(numbered.group(1))) {
            return message + "; did you mean " + numbered.group(1) + "[" + numbered.group(2) + "]?";
        }
        Optional<String> product = Spelling.product(word, scope.names());
        if (product.isPresent()) {
            return message + "; did you mean " + product.get() + "? A product is always written with *";
        }
        String available = scope.names().isEmpty()
                ? "; there are no inputs, only pi and e"
                : "; there are " + String.join(", ", scope.names());
        return message
                + Spelling.nearest(word, scope.names())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(available);
    }

    private void index(Index index) throws FormulaException {
        String length = scope.vectors().get(index.vector());
        if (length == null) {
            throw error(
                    scope.numbers().contains(index.vector())
                            ? "'" + index.vector() + "' is one number and has no entries: leave out the index"
                            : scope.others().containsKey(index.vector())
                                    ? "'" + index.vector() + "' is "
                                            + scope.others().get(index.vector()) + ", not a vector"
                                    : unknown(index.vector()),
                    index);
        }
        boolean fixed = length.chars().allMatch(Character::isDigit);
        if (fixed && index.position() > Integer.parseInt(length)) {
            throw error("'" + index.vector() + "' has only " + length + " entries", index);
        }
    }

    private void sum(Sum sum) throws FormulaException {
        Set<String> summed = summed(sum.term());
        summed.retainAll(scope.vectors().keySet());
        if (summed.isEmpty()) {
            throw error(
                    "there is nothing to sum up: no vector stands inside sum(...)"
                            + (scope.vectors().isEmpty()
                                    ? ""
                                    : " (vectors: "
                                            + String.join(", ", scope.vectors().keySet()) + ")"),
                    sum);
        }
        String first = summed.iterator().next();
        for (String other : summed) {
            if (!length(other).equals(length(first))) {
                throw error(
                        "'" + first + "' has " + length(first) + " entries and '" + other + "' has " + length(other)
                                + ": they cannot be summed in step",
                        sum);
            }
        }
    }

    private String length(String vector) {
        return scope.vectors().getOrDefault(vector, "");
    }

    /** Collect the names in {@code term} that a sum around it goes through: not those inside another sum. */
    static Set<String> summed(Expression term) {
        Set<String> names = new LinkedHashSet<>();
        if (term instanceof Name name) {
            names.add(name.name());
        } else if (!(term instanceof Sum)) {
            term.operands().forEach(operand -> names.addAll(summed(operand)));
        }
        return names;
    }

    private FormulaException error(String message, Expression part) {
        return new FormulaException(message, text, part.place().column());
    }
}
