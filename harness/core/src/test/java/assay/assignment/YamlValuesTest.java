package assay.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class YamlValuesTest {
    private static JsonNode node(String yaml) throws BadYaml {
        return YamlReader.parse("a: " + yaml, "f.yaml").root().path("a");
    }

    @ParameterizedTest(name = "{0} as a number is {1}")
    @CsvSource({"1/4, 0.25", "-3, -3", "0.1, 0.1", "'\"1/8\"', 0.125", ".nan, NaN", "-.inf, -Infinity", "2.5789, 2.5789"
    })
    void reads_numbers_in_friendly_forms(String written, double expected) throws BadYaml {
        assertEquals(Tensor.scalar(expected), YamlValues.of(node(written), ValueType.parse("number")));
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1/0; number; divides by zero",
                "abc; number; is the text 'abc'",
                "[1, 2]; number; is a vector [2], must be a number",
                "[[1, 2], [3]]; matrix [m, n]; is a list",
                "[1, 2]; vector [3]; must be a vector [3]",
                "true; number; truth value",
                "{x: 1}; vector [n]; is a record",
                "'1/0'; exact; divides by zero",
                "[[1, 1/3, 0], [1/00, 1, 2]]; exact [n, 3]; divides by zero",
                "[[1, 2, 3], [1, 2]]; exact [n, 3]; must be a list [n, 3] of exact numbers",
                "5; exact [n, 3]; is a number, must be a list [n, 3] of exact numbers",
                "one half; exact; must be an exact number such as -2, 0.1 or 1/3"
            })
    void says_what_was_found_and_what_is_wanted(String written, String type, String words) throws BadYaml {
        JsonNode node = node(written);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> YamlValues.of(node, ValueType.parse(type)));
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
    }

    @Test
    void keeps_as_text_what_a_double_does_not_hold_exactly_as_written() throws BadYaml {
        Value list = YamlValues.generic(node("[0.1, 1/3, 0.1000000000000000000001]"));
        assertEquals(
                new Sequence(List.of(Tensor.scalar(0.1), new Text("1/3"), new Text("0.1000000000000000000001"))), list);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1/3; exact",
                "0.1; exact",
                "-2e-3; exact",
                "[1, 1/2]; exact [2]",
                "[[1, 0.1, 1/3], [0, 0, 1]]; exact [n, 3]"
            })
    void takes_exact_numbers_as_they_are_written(String written, String type) throws BadYaml {
        assertEquals(YamlValues.generic(node(written)), YamlValues.of(node(written), ValueType.parse(type)));
    }

    @Test
    void stacks_rectangular_numbers_to_a_tensor() throws BadYaml {
        assertEquals(
                Tensor.matrix(new double[] {1, 2}, new double[] {3, 4}), YamlValues.generic(node("[[1, 2], [3, 4]]")));
    }

    @Test
    void refuses_an_empty_place_in_a_list() throws BadYaml {
        JsonNode node = node("[1, ~]");
        assertThrows(IllegalArgumentException.class, () -> YamlValues.of(node, ValueType.parse("vector [n]")));
    }

    @Test
    void refuses_what_the_stored_answers_could_not_be_read_back_with() throws BadYaml {
        assertEquals(6, depth(YamlValues.generic(node("[[[[[[x]]]]]]"))));
        for (String written : List.of("[[[[[[[x]]]]]]]", "{? " + "k".repeat(257) + "\n: 1}")) {
            assertThrows(IllegalArgumentException.class, () -> YamlValues.generic(node(written)));
        }
        assertThrows(BadYaml.class, () -> node("\"\\ud800\""));
        assertThrows(BadYaml.class, () -> node("{\"\\udc00\": 1}"));
    }

    private static int depth(Value value) {
        return value instanceof Sequence list ? 1 + depth(list.items().get(0)) : 0;
    }

    @Test
    void a_record_of_thousands_of_fields_is_described_in_a_line() throws BadYaml {
        StringBuilder fields = new StringBuilder("{a: 1");
        for (int i = 0; i < 5000; i++) {
            fields.append(", ").append("x".repeat(200)).append(i).append(": 1");
        }
        String said = YamlValues.generic(node(fields + "}")).describe();
        assertTrue(said.length() < 700 && said.endsWith("and 4989 more"), said);
    }
}
