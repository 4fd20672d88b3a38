package assay.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final Inputs SAMPLE = Inputs.none()
            .and("a", 2)
            .and("b", 3)
            .and("sigma", 5)
            .and("x", List.of(1, 2, 4))
            .and("y", List.of(0, 1, -1));
    private static final Inputs PARTIALS = Inputs.none()
            .and("a", 0.25)
            .and("b", 1.5)
            .and("c", 0.75)
            .and("d", 0.5)
            .and("m", 2)
            .and("n", 0.5)
            .and("x", List.of(0.5, 1, 1.25))
            .and("y", List.of(1, -0.5, 0.25))
            .and("yhat", List.of(1.2702452727321432, 2.189313201687665, 2.3099738627742252));

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1; 1",
                ".5; 0.5",
                "5.; 5",
                "1e-3; 0.001",
                "2.5E+2; 250",
                "1 - 2 - 3; -4",
                "2 - (3 - 4); 3",
                "8/4/2; 1",
                "8/(4/2); 4",
                "2 + 3*4; 14",
                "(2 + 3)*4; 20",
                "-3^2; -9",
                "(-3)^2; 9",
                "2^-1; 0.5",
                "2^3^2; 512",
                "(2^3)^2; 64",
                "2^-2^2; 0.0625",
                "2*-3; -6",
                "1--1; 2",
                "+a; 2",
                "-a*b; -6",
                "a^-b; 0.125",
                "e^-a; 0.1353352832366127",
                "pow(a, b); 8",
                "add(a, mul(a, b)); 8",
                "div(sub(a, b), 2); -0.5",
                "neg(square(b)); -9",
                "2·3×4; 24",
                "5 − 2 – 1; 2",
                "exp(0); 1",
                "ln(e); 1",
                "log10(1000); 3",
                "sqrt(abs(-16)); 4",
                "sin(pi/2); 1",
                "cos(0); 1",
                "tan(0); 0",
                "tanh(0); 0",
                "sigma(0); 0.5",
                "sigmoid(-800); 0",
                "sigmoid(800); 1",
                "sigma; 5",
                "sigma^2; 25",
                "x[1] + x[3]; 5",
                "sum(x); 7",
                "sum(x*y); -2",
                "sum(a*x); 14",
                "a*sum((x - y)^2); 54",
                "sum(x*sum(y)); 0",
                "sum(x - sum(x)/3)+0; 0",
                "sum(x*x[2]); 14"
            })
    void evaluates_as_in_mathematics(String text, double expected) throws FormulaException {
        assertEquals(expected, value(text), 1e-15 * Math.max(1, Math.abs(expected)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "9^9^9^9, Infinity",
        "1/0, Infinity",
        "-1/0, -Infinity",
        "ln(0), -Infinity",
        "0/0, NaN",
        "sqrt(-1), NaN",
        "ln(-1), NaN",
        "(-8)^(1/3), NaN",
        "exp(1000), Infinity"
    })
    void never_fails_outside_of_a_domain(String text, double expected) throws FormulaException {
        assertEquals(expected, value(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/oracle/graph-partials.csv", delimiter = ';', numLinesToSkip = 4)
    void agrees_with_the_table_of_partial_derivatives(String label, String text, double expected)
            throws FormulaException {
        double actual = Formula.parse(text, FormulaScope.of(PARTIALS)).evaluate(PARTIALS);
        assertTrue(Math.abs(actual - expected) <= 1e-12 * Math.abs(expected), label + " was " + actual);
    }

    @Test
    void a_sum_inside_a_sum_is_computed_once() throws FormulaException {
        String nested = "sum(x*".repeat(90) + "1" + ")".repeat(90);
        assertEquals(Math.pow(7, 90), value(nested), 1e-12 * Math.pow(7, 90));
    }

    @Test
    void the_constant_e_gives_way_to_an_input_called_e() throws FormulaException {
        Inputs inputs = Inputs.none().and("e", 10);
        assertEquals(100, Formula.parse("e^2", FormulaScope.of(inputs)).evaluate(inputs));
    }

    @Test
    void vectors_of_different_lengths_under_one_free_name_give_nan() throws FormulaException {
        FormulaScope scope = FormulaScope.none().andVector("x", "n").andVector("y", "n");
        Inputs ragged = Inputs.none().and("x", List.of(1, 2)).and("y", List.of(1, 2, 3));
        assertEquals(Double.NaN, Formula.parse("sum(x*y)", scope).evaluate(ragged));
        assertEquals(Double.NaN, Formula.parse("x[3]", scope).evaluate(ragged));
    }

    @Test
    void counts_operations_and_names_inputs() throws FormulaException {
        Formula formula = Formula.parse("sum(-x*exp(a)) + y[1]/pi", FormulaScope.of(SAMPLE));
        assertEquals(6, formula.operations());
        assertEquals(List.of("x", "a", "y"), List.copyOf(formula.names()));
    }

    @Test
    void trees_are_equal_when_they_mean_the_same_in_the_same_order() throws FormulaException {
        assertEquals(Formula.shape("a*(b)+pow(x,2)"), Formula.shape(" mul(a, b)  + (x ^ 2.0)"));
        assertEquals(
                Formula.shape("a*b + x^2").hashCode(),
                Formula.shape("a * b+x^2").hashCode());
        assertNotEquals(Formula.shape("a*b"), Formula.shape("b*a"));
        assertNotEquals(Formula.shape("a - (b - c)"), Formula.shape("a - b - c"));
    }

    @Test
    void knows_the_column_of_every_part() throws FormulaException {
        Expression.Binary sum = (Expression.Binary) Formula.shape("a + exp(b)");
        assertEquals(3, sum.place().column());
        assertEquals(1, sum.left().place().column());
        assertEquals(5, sum.right().place().column());
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "((a))*(b+c); a*(b + c)",
                "a-(b-c); a - (b - c)",
                "(a-b)-c; a - b - c",
                "(-a)^2; (-a)^2",
                "-(a^2); -a^2",
                "2^(-x); 2^-x",
                "(2^3)^2; (2^3)^2",
                "a/(b*c); a/(b*c)",
                "sigma(x); sigmoid(x)",
                "1e-3; 0.001",
                "sum( x [ 1 ]*x ); sum(x[1]*x)"
            })
    void writes_no_more_parentheses_than_needed(String text, String canonical) throws FormulaException {
        assertEquals(canonical, Formula.shape(text).toString());
    }

    private static double value(String text) throws FormulaException {
        return Formula.parse(text, FormulaScope.of(SAMPLE)).evaluate(SAMPLE);
    }
}
