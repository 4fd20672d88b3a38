package assay.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Index;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Expression.Negation;
import assay.formula.Expression.Sum;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomFormulaTest {
    private static final Place NOWHERE = new Place(1);
    private static final Inputs INPUTS =
            Inputs.none().and("a", 2).and("b", 0.3).and("x", List.of(1, 2, 4)).and("y", List.of(0, 1, -1));
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "x",
            "y",
            "e",
            "pi",
            "1",
            ".5",
            "1e3",
            "+",
            "-",
            "*",
            "/",
            "^",
            "(",
            ")",
            "(",
            ")",
            ",",
            "[",
            "]",
            "[1]",
            "exp(",
            "ln(",
            "sum(",
            "sum(x*",
            "pow(",
            "sigma(",
            " ",
            "\n",
            "**",
            "=",
            "np.",
            "\u00b7",
            "\u2212",
            "²",
            "log(",
            "sqrt",
            "\u0000",
            "\ud83d\ude00",
            "\ud83d",
            "<script>",
            "'; drop",
            "${x}",
            "%s",
            "\u202e");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_written_form_parses_to_the_same_tree(long seed) throws FormulaException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) {
            Expression tree = tree(random, 6);
            assertEquals(tree, Formula.shape(tree.toString()), tree::toString);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void whatever_is_written_is_evaluated_or_refused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FormulaScope scope = FormulaScope.of(INPUTS);
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(1, 20);
            for (int piece = 0; piece < pieces; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            try {
                Formula.parse(text.toString(), scope).evaluate(INPUTS);
                read++;
            } catch (FormulaException refused) {
                assertTrue(refused.withCaret().length() > refused.message().length(), text::toString);
            }
        }
        assertTrue(read > 200, "too few random texts are formulas: " + read);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 21)
    void random_characters_are_evaluated_or_refused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            char[] text = new char[random.nextInt(0, 30)];
            for (int at = 0; at < text.length; at++) {
                text[at] = (char) (random.nextBoolean() ? random.nextInt(32, 127) : random.nextInt(0x10000));
            }
            try {
                Formula.parse(new String(text), FormulaScope.of(INPUTS)).evaluate(INPUTS);
            } catch (FormulaException refused) {
                assertTrue(refused.column() <= text.length + 1);
            }
        }
    }

    private static Expression tree(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 9);
        return switch (kind) {
            case 0 -> new Literal(number(random), NOWHERE);
            case 1 -> new Name(List.of("a", "b", "x", "long_name2", "e", "sum").get(random.nextInt(6)), NOWHERE);
            case 2 -> new Index("x", random.nextInt(1, 999), NOWHERE);
            case 3 -> new Negation(tree(random, depth - 1), NOWHERE);
            case 4 ->
                new Call(
                        FormulaFunction.values()[random.nextInt(FormulaFunction.values().length)],
                        tree(random, depth - 1),
                        NOWHERE);
            case 5 -> new Sum(tree(random, depth - 1), NOWHERE);
            default ->
                new Binary(
                        Operator.values()[random.nextInt(Operator.values().length)],
                        tree(random, depth - 1),
                        tree(random, depth - 1),
                        NOWHERE);
        };
    }

    private static double number(SplittableRandom random) {
        double any = Math.abs(Double.longBitsToDouble(random.nextLong()));
        return random.nextBoolean() || !Double.isFinite(any) ? random.nextInt(1000) : any;
    }
}
