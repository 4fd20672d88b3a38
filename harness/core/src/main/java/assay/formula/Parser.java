package assay.formula;

import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Index;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Expression.Negation;
import assay.formula.Expression.Sum;
import assay.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Read the grammar of this package by recursive descent, one method per rule. */
final class Parser {
    private static final int DEEPEST = 100;

    private final String text;
    private final List<Token> tokens;
    private final ParserComplaints complaints;
    private int at;
    private int depth;

    /** Prepare to read {@code text}; {@code declared} are names that are never taken for functions. */
    Parser(String text, Set<String> declared) throws FormulaException {
        this.text = text;
        this.tokens = Lexer.tokens(text);
        this.complaints = new ParserComplaints(text, tokens, declared);
    }

    Expression parse() throws FormulaException {
        Expression whole = formula();
        if (!peek().is(Kind.END)) {
            throw complaints.noSign(at);
        }
        return whole;
    }

    private Expression formula() throws FormulaException {
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            Token sign = next();
            Operator operator = sign.is("+") ? Operator.ADD : Operator.SUBTRACT;
            left = new Binary(operator, left, product(), place(sign));
        }
        return left;
    }

    private Expression product() throws FormulaException {
        Expression left = factor();
        while (peek().is("*") || peek().is("/")) {
            Token sign = next();
            Operator operator = sign.is("*") ? Operator.MULTIPLY : Operator.DIVIDE;
            left = new Binary(operator, left, factor(), place(sign));
        }
        return left;
    }

    /** Read {@code factor} and {@code exponent}: the two rules are alike. */
    private Expression factor() throws FormulaException {
        if (peek().is("-") || peek().is("+")) {
            Token sign = next();
            deeper(sign);
            Expression operand = factor();
            depth--;
            return sign.is("-") ? new Negation(operand, place(sign)) : operand;
        }
        return power();
    }

    private Expression power() throws FormulaException {
        Expression base = atom();
        if (!peek().is("^")) {
            return base;
        }
        complaints.checkPowerOfFunction(at);
        Token sign = next();
        deeper(sign);
        Expression exponent = factor();
        depth--;
        return new Binary(Operator.POWER, base, exponent, place(sign));
    }

    private Expression atom() throws FormulaException {
        Token token = peek();
        if (token.is(Kind.NUMBER)) {
            next();
            return new Literal(Double.parseDouble(token.text()), place(token));
        } else if (token.is(Kind.OPEN)) {
            return parenthesised(token);
        } else if (!token.is(Kind.NAME)) {
            throw complaints.noValue(at);
        }
        next();
        if (peek().is(Kind.OPEN)) {
            return call(token);
        }
        return peek().is(Kind.OPEN_INDEX) ? index(token) : new Name(token.text(), place(token));
    }

    private Expression parenthesised(Token open) throws FormulaException {
        next();
        deeper(open);
        Expression inner = formula();
        close(open);
        depth--;
        return inner;
    }

    private Expression call(Token name) throws FormulaException {
        complaints.checkFunction(name);
        Token open = next();
        deeper(open);
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(Kind.CLOSE)) {
            arguments.add(formula());
            while (peek().is(Kind.COMMA)) {
                next();
                arguments.add(formula());
            }
        }
        close(open);
        depth--;
        return meaning(name, arguments);
    }

    private Expression meaning(Token name, List<Expression> arguments) throws FormulaException {
        String word = name.text();
        for (Operator operator : Operator.values()) {
            if (operator.word().equals(word)) {
                complaints.checkCount(name, 2, arguments.size());
                return new Binary(operator, arguments.get(0), arguments.get(1), place(name));
            }
        }
        complaints.checkCount(name, 1, arguments.size());
        Expression argument = arguments.get(0);
        Optional<FormulaFunction> function = FormulaFunction.find(word);
        if (function.isPresent()) {
            return new Call(function.get(), argument, place(name));
        }
        return switch (word) {
            case "sum" -> new Sum(argument, place(name));
            case "neg" -> new Negation(argument, place(name));
            case "square" -> new Binary(Operator.POWER, argument, new Literal(2, place(name)), place(name));
            default -> throw complaints.noFunction(name);
        };
    }

    private Expression index(Token name) throws FormulaException {
        next();
        Token position = next();
        complaints.checkIndex(name, position);
        if (!peek().is(Kind.CLOSE_INDEX)) {
            throw new FormulaException(
                    "an index is one whole number followed by ']', as in " + name.text() + "[1]",
                    text,
                    peek().column());
        }
        next();
        return new Index(name.text(), Integer.parseInt(position.text()), place(name));
    }

    private void close(Token open) throws FormulaException {
        if (!peek().is(Kind.CLOSE)) {
            throw complaints.notClosed(at, open);
        }
        next();
    }

    private void deeper(Token token) throws FormulaException {
        depth++;
        if (depth > DEEPEST) {
            throw new FormulaException("nested deeper than " + DEEPEST + " levels", text, token.column());
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    /** Return the symbol here and go on; the end is never passed. */
    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private static Place place(Token token) {
        return new Place(token.column());
    }
}
