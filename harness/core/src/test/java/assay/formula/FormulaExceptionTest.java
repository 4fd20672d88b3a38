package assay.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaExceptionTest {
    private static final FormulaScope SCOPE = FormulaScope.none()
            .andNumber("a")
            .andNumber("b")
            .andNumber("weight")
            .andVector("x", "3")
            .andVector("yhat", "3")
            .andVector("z", "n")
            .andOther("W", "a matrix [2, 3]");

    @ParameterizedTest(name = "{0}: column {1}, {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 1; the formula is empty",
                "2a; 2; a product is always written with *: 2*a",
                "2(a + b); 2; a product is always written with *: 2*(...)",
                "(a)(b); 4; a sign is missing between ')' and '('",
                "a b; 3; a sign is missing between 'a' and 'b'",
                "a**2; 2; write ^ for a power",
                "np.exp(a); 1; write exp, without 'np.'",
                "math.log(a); 1; write ln, without 'math.'",
                "log(a); 1; write ln for the natural logarithm",
                "ln a; 4; write the argument in parentheses: ln(...)",
                "ln + 1; 1; ln is a function: write its argument in parentheses",
                "sin^2(a); 4; write the power after the argument: sin(x)^2",
                "da = a; 4; write only the right side",
                "da := a; 4; write only the right side",
                "(a + b; 1; this '(' is never closed",
                "exp(a; 4; this '(' is never closed",
                "a + b); 6; this ')' has no '('",
                "a +; 4; the formula ends too early: a value is missing after '+'",
                "a + * b; 5; a value is missing before '*'",
                "(a + ); 6; a value is missing between '+' and ')'",
                "(); 2; there is nothing between the parentheses",
                "exp(); 1; exp(...) takes 1 value, was given none",
                "exp(a, b); 1; exp(...) takes 1 value, was given 2",
                "pow(a); 1; pow(...) takes 2 values, was given 1",
                "0,5; 2; write the decimal point as a point",
                "1.2.3; 4; a number has one decimal point only",
                "1e999; 1; larger than the largest double",
                "sqr(a); 1; there is no function 'sqr'; did you mean sqrt?",
                "Exp(a); 1; did you mean exp?",
                "gamma(a); 1; there is no function 'gamma'; there are exp, ln,",
                "a(b + 1); 1; write a*(...) for a product",
                "bx; 1; unknown name 'bx'; did you mean b*x?",
                "wieght; 1; did you mean weight?",
                "A; 1; did you mean a?",
                "q; 1; unknown name 'q'; there are a, b, weight, x, yhat, z",
                "x_2; 1; did you mean x[2]?",
                "x2; 1; did you mean x[2]?",
                "x; 1; 'x' is a vector with 3 entries: put it inside sum(...), or take one entry, x[1]",
                "W*a; 1; 'W' is a matrix [2, 3]",
                "x[0]; 3; the first entry is x[1]: there is no entry 0",
                "x[4]; 1; 'x' has only 3 entries",
                "sum(x[i]); 7; inside sum(...) write just x",
                "x[1; 4; followed by ']', as in x[1]",
                "x[1 2]; 5; an index is one whole number",
                "a[1]; 1; 'a' is one number and has no entries",
                "[1]; 1; square brackets only follow the name of a vector",
                "(a)[1]; 4; only a name can have an index",
                "sum(a); 1; there is nothing to sum up: no vector stands inside sum(...) (vectors: x, yhat, z)",
                "sum(x*z); 1; 'x' has 3 entries and 'z' has n: they cannot be summed in step",
                "x²; 2; write ^2 for the square",
                "√a; 1; write sqrt(...) for the root",
                "|a|; 1; write abs(...)",
                "\\frac{a}{b}; 1; no LaTeX",
                "é; 1; names are made of the letters a-z",
                "_a; 1; a name begins with a letter",
                "a # b; 3; '#' has no meaning here"
            })
    void teaches_what_to_write(String text, int column, String words) {
        FormulaException refused = assertThrows(FormulaException.class, () -> Formula.parse(text, SCOPE));
        assertTrue(refused.message().contains(words), refused.message());
        assertEquals(column, refused.column(), refused.message());
    }

    static Stream<String> tooBig() {
        return Stream.of(
                "(".repeat(100_000),
                "-".repeat(1_999) + "1",
                "(".repeat(900) + "1" + ")".repeat(900),
                "2^".repeat(900) + "1",
                "exp(".repeat(150) + "1" + ")".repeat(150));
    }

    @ParameterizedTest
    @MethodSource("tooBig")
    void refuses_what_is_too_long_or_too_deep(String text) {
        FormulaException refused = assertThrows(FormulaException.class, () -> Formula.parse(text, SCOPE));
        assertTrue(
                refused.message().contains("2000 characters")
                        || refused.message().contains("deeper than 100"),
                refused.message());
    }

    @Test
    void takes_a_long_flat_formula() throws FormulaException {
        assertEquals(1000, Formula.parse("1+".repeat(999) + "1", SCOPE).evaluate(Inputs.of(zeros())));
    }

    @Test
    void points_at_the_mistake() {
        FormulaException refused = assertThrows(FormulaException.class, () -> Formula.parse("exp(a)*bx", SCOPE));
        assertEquals("""
                unknown name 'bx'; did you mean b*x? A product is always written with *
                  exp(a)*bx
                         ^""", refused.withCaret());
    }

    @Test
    void shows_only_the_line_and_the_neighbourhood_of_the_mistake() {
        String text = "a +\n" + "1 + ".repeat(40) + "q" + " + 1".repeat(40) + "\n+ a";
        FormulaException refused = assertThrows(FormulaException.class, () -> Formula.parse(text, SCOPE));
        String[] lines = refused.withCaret().split("\n");
        assertEquals(3, lines.length);
        assertEquals('q', lines[1].charAt(lines[2].indexOf('^')));
        assertTrue(lines[1].length() <= 90 && lines[1].startsWith("  ...") && lines[1].endsWith("..."), lines[1]);
    }

    @Test
    void shows_nothing_that_could_steer_a_terminal() {
        FormulaException refused =
                assertThrows(FormulaException.class, () -> Formula.parse("a + \u001b[31m\u202e\u0000", SCOPE));
        assertFalse(refused.withCaret().chars().anyMatch(c -> c != '\n' && (c < ' ' || c == 0x202e)));
    }

    private static Map<String, Value> zeros() {
        return Map.of(
                "a", Tensor.scalar(0),
                "b", Tensor.scalar(0),
                "weight", Tensor.scalar(0),
                "x", Tensor.vector(0, 0, 0),
                "yhat", Tensor.vector(0, 0, 0),
                "z", Tensor.vector());
    }
}
