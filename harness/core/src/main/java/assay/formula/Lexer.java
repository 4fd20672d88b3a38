package assay.formula;

import assay.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cut a formula into symbols. */
final class Lexer {
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    /** A name, or several joined by points as in {@code np.exp}, which are refused with a word of their own. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z][A-Za-z0-9_]*)*");

    private static final String SIGNS = "+-*/^";
    private static final Map<Character, String> SAME_SIGN =
            Map.of('\u00b7', "*", '\u22c5', "*", '\u00d7', "*", '\u2212', "-", '\u2013', "-");
    private static final Map<Character, Kind> BRACKETS = Map.of(
            '(', Kind.OPEN,
            ')', Kind.CLOSE,
            ',', Kind.COMMA,
            '[', Kind.OPEN_INDEX,
            ']', Kind.CLOSE_INDEX);
    private static final Map<Character, String> INSTEAD = Map.ofEntries(
            Map.entry('\u00b2', "write ^2 for the square"),
            Map.entry('\u00b3', "write ^3 for the third power"),
            Map.entry('\u221a', "write sqrt(...) for the root"),
            Map.entry('\u03c0', "write pi"),
            Map.entry('\u03c3', "write sigmoid(...)"),
            Map.entry('\u03a3', "write sum(...)"),
            Map.entry('\u2211', "write sum(...)"),
            Map.entry('\u00f7', "write / for a quotient"),
            Map.entry(':', "write / for a quotient"),
            Map.entry('|', "write abs(...) for the absolute value"),
            Map.entry('{', "write round parentheses"),
            Map.entry('}', "write round parentheses"),
            Map.entry('\\', "write plain text, no LaTeX: exp(a)/sqrt(b*x)"),
            Map.entry('$', "write plain text, no LaTeX: exp(a)/sqrt(b*x)"),
            Map.entry('@', "write * for a product"),
            Map.entry('.', "a point stands between digits only"),
            Map.entry(';', "write one formula only"));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws FormulaException {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.step();
        }
        lexer.tokens.add(new Token(Kind.END, "", text.stripTrailing().length() + 1));
        return lexer.tokens;
    }

    private void step() throws FormulaException {
        char next = text.charAt(at);
        Kind bracket = BRACKETS.get(next);
        if (Character.isWhitespace(next) || Character.isSpaceChar(next)) {
            at++;
        } else if (bracket != null) {
            add(bracket, String.valueOf(next), 1);
        } else if (text.startsWith("**", at)) {
            throw error("write ^ for a power, not **");
        } else if (SIGNS.indexOf(next) >= 0) {
            add(Kind.OPERATOR, String.valueOf(next), 1);
        } else if (SAME_SIGN.containsKey(next)) {
            add(Kind.OPERATOR, SAME_SIGN.getOrDefault(next, ""), 1);
        } else if (word(NAME).isPresent()) {
            name(word(NAME).orElse(""));
        } else {
            number(word(NUMBER).orElseThrow(() -> unknown(next)));
        }
    }

    private void add(Kind kind, String symbol, int length) {
        tokens.add(new Token(kind, symbol, at + 1));
        at += length;
    }

    private void add(Kind kind, String symbol) {
        add(kind, symbol, symbol.length());
    }

    private Optional<String> word(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private void name(String name) throws FormulaException {
        if (name.indexOf('.') >= 0) {
            throw dotted(name);
        }
        add(Kind.NAME, name);
    }

    private void number(String digits) throws FormulaException {
        if (Double.isInfinite(Double.parseDouble(digits))) {
            throw error("the number is larger than the largest double, 1.8e308");
        }
        add(Kind.NUMBER, digits);
        if (at < text.length() && text.charAt(at) == '.') {
            throw error("a number has one decimal point only");
        }
    }

    private FormulaException dotted(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String own = last.equals("log") ? "ln" : last;
        return error("write " + Spelling.visible(own) + ", without "
                + Spelling.quoted(name.substring(0, name.length() - last.length())));
    }

    private FormulaException unknown(char next) {
        if (next == '=' || text.startsWith(":=", at)) {
            return error("write only the right side: leave out everything up to and including the '='");
        }
        String symbol = new String(Character.toChars(text.codePointAt(at)));
        String instead = INSTEAD.getOrDefault(next, "");
        if (instead.isEmpty() && Character.isLetter(text.codePointAt(at))) {
            instead = "names are made of the letters a-z and A-Z, digits and _";
        } else if (next == '_') {
            instead = "a name begins with a letter";
        }
        return error(Spelling.quoted(symbol) + " has no meaning here" + (instead.isEmpty() ? "" : "; " + instead));
    }

    private FormulaException error(String message) {
        return new FormulaException(message, text, at + 1);
    }
}
