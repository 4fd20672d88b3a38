package assay.formula;

import assay.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Word what is wrong with the shape of a formula; every message says what to write instead. */
final class ParserComplaints {
    private static final int LONGEST_INDEX = 9;
    private static final List<String> WORDS = wordsInOrder();

    private final String text;
    private final List<Token> tokens;
    private final Set<String> declared;

    ParserComplaints(String text, List<Token> tokens, Set<String> declared) {
        this.text = text;
        this.tokens = tokens;
        this.declared = declared;
    }

    /** Complain that no value stands at token {@code at}. */
    FormulaException noValue(int at) {
        Token token = tokens.get(at);
        if (tokens.size() == 1) {
            return error("the formula is empty", token);
        }
        String after =
                at == 0 ? "" : " after " + Spelling.quoted(tokens.get(at - 1).text());
        return switch (token.kind()) {
            case END -> error("the formula ends too early: a value is missing" + after, token);
            case CLOSE ->
                at > 0 && tokens.get(at - 1).is(Kind.OPEN)
                        ? error("there is nothing between the parentheses", token)
                        : error("a value is missing between " + quotedBefore(at) + " and ')'", token);
            case OPEN_INDEX -> error("square brackets only follow the name of a vector, as in x[1]", token);
            default -> error("a value is missing before " + Spelling.quoted(token.text()), token);
        };
    }

    /** Complain that a value is complete and what follows at token {@code at} is no sign. */
    FormulaException noSign(int at) {
        Token token = tokens.get(at);
        Token before = tokens.get(at - 1);
        if (token.startsValue()) {
            if (before.is(Kind.NAME) && isFunction(before)) {
                return error("write the argument in parentheses: " + before.text() + "(...)", token);
            }
            return error(
                    "a sign is missing between " + quotedBefore(at) + " and " + Spelling.quoted(token.text())
                            + "; a product is always written with *" + example(before, token),
                    token);
        }
        return switch (token.kind()) {
            case CLOSE -> error("this ')' has no '('", token);
            case CLOSE_INDEX -> error("this ']' has no '['", token);
            case OPEN_INDEX -> error("only a name can have an index, as in x[1]", token);
            case COMMA ->
                before.is(Kind.NUMBER) && tokens.get(at + 1).is(Kind.NUMBER)
                        ? error("write the decimal point as a point, not as a comma", token)
                        : error("a comma only separates the arguments of a function", token);
            default -> error(Spelling.quoted(token.text()) + " has no meaning here", token);
        };
    }

    FormulaException notClosed(int at, Token open) {
        return tokens.get(at).is(Kind.END) ? error("this '(' is never closed", open) : noSign(at);
    }

    /** Complain about {@code sin^2(x)}; {@code at} is the {@code ^}. */
    void checkPowerOfFunction(int at) throws FormulaException {
        Token before = tokens.get(at - 1);
        boolean power = tokens.get(at + 1).is(Kind.NUMBER) && tokens.get(at + 2).startsValue();
        if (power && before.is(Kind.NAME) && isFunction(before)) {
            throw error("write the power after the argument: " + before.text() + "(x)^2", tokens.get(at));
        }
    }

    /** Complain about a name before {@code (} that is no function. */
    void checkFunction(Token name) throws FormulaException {
        if (name.text().equals("log")) {
            throw error("write ln for the natural logarithm (log10 for the one to the base 10)", name);
        } else if (!isWord(name.text())) {
            throw noFunction(name);
        }
    }

    FormulaException noFunction(Token name) {
        String word = Spelling.visible(name.text());
        if (declared.contains(name.text()) || name.text().length() == 1) {
            return error("a sign is missing: write " + word + "*(...) for a product", name);
        }
        return error(
                "there is no function " + Spelling.quoted(word)
                        + Spelling.nearest(name.text(), WORDS)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", WORDS)),
                name);
    }

    void checkCount(Token name, int wanted, int given) throws FormulaException {
        if (given != wanted) {
            throw error(
                    name.text() + "(...) takes " + wanted + (wanted == 1 ? " value" : " values") + ", was given "
                            + (given == 0 ? "none" : String.valueOf(given)),
                    name);
        }
    }

    void checkIndex(Token name, Token position) throws FormulaException {
        String digits = position.text();
        boolean whole = position.is(Kind.NUMBER) && digits.chars().allMatch(Character::isDigit);
        if (!whole) {
            throw error(
                    "an index is a whole number, as in " + name.text() + "[1]; inside sum(...) write just "
                            + name.text(),
                    position);
        } else if (digits.length() > LONGEST_INDEX) {
            throw error("no vector is that long", position);
        } else if (Integer.parseInt(digits) == 0) {
            throw error("the first entry is " + name.text() + "[1]: there is no entry 0", position);
        }
    }

    private boolean isFunction(Token name) {
        return !declared.contains(name.text())
                && (isWord(name.text()) || name.text().toLowerCase(Locale.ROOT).equals("log"));
    }

    private static boolean isWord(String word) {
        return WORDS.contains(word) || word.equals("sigma");
    }

    private static List<String> wordsInOrder() {
        List<String> words = new ArrayList<>(FormulaFunction.words());
        words.add("sum");
        for (Operator operator : Operator.values()) {
            words.add(operator.word());
        }
        words.add("neg");
        words.add("square");
        return List.copyOf(words);
    }

    private String quotedBefore(int at) {
        return at == 0 ? "the beginning" : Spelling.quoted(tokens.get(at - 1).text());
    }

    private static String example(Token before, Token after) {
        boolean simple = (before.is(Kind.NUMBER) || before.is(Kind.NAME)) && !after.is(Kind.NUMBER);
        boolean brief = before.text().length() + after.text().length() <= 20;
        return simple && brief ? ": " + before.text() + "*" + after.text() + (after.is(Kind.OPEN) ? "...)" : "") : "";
    }

    private FormulaException error(String message, Token token) {
        return new FormulaException(message, text, token.column());
    }
}
