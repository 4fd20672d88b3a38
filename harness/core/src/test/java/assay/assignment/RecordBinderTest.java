package assay.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordBinderTest {
    private enum Colour {
        RED,
        GREEN
    }

    private record Odd(int number) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Odd of(JsonNode written) {
            if (!written.isInt() || written.intValue() % 2 == 0) {
                throw new IllegalArgumentException("must be odd, was " + written);
            }
            return new Odd(written.intValue());
        }
    }

    private record Inner(String name, @Default("3") int count) {
        Inner {
            if (count < 0) {
                throw new IllegalArgumentException("count must not be negative, was " + count);
            }
        }
    }

    private record Units(int heapMiB) {}

    private record Outer(
            String answer,
            @Default("1e-9") double relativeShare,
            @Default("all") String on,
            Optional<Double> maybe,
            List<Inner> items,
            Map<String, Double> partial,
            @Default("red") Colour colour,
            @Default("1") Odd odd,
            @Default("false") boolean strict) {}

    private static Outer bind(String json) {
        YamlPlace place = new YamlPlace(
                "private/grading.yaml",
                "/checks/value",
                Map.of(
                        "/checks/value", 10,
                        "/checks/value/answer", 11,
                        "/checks/value/relative-share", 12,
                        "/checks/value/items", 13,
                        "/checks/value/items/1", 15,
                        "/checks/value/items/1/count", 16,
                        "/checks/value/partial/a~1b", 20));
        return RecordBinder.bind(JsonMapper.shared().readTree(json), Outer.class, place);
    }

    @Test
    void what_is_not_written_gets_its_default() {
        Outer expected =
                new Outer("w", 1e-9, "all", Optional.empty(), List.of(), Map.of(), Colour.RED, new Odd(1), false);
        assertEquals(expected, bind("{\"answer\": \"w\"}"));
    }

    @Test
    void what_is_written_is_bound_by_kebab_case_keys() {
        Outer expected = new Outer(
                "w",
                2,
                "edge",
                Optional.of(0.5),
                List.of(new Inner("i", 3), new Inner("j", 4)),
                Map.of("log10", 0.5),
                Colour.GREEN,
                new Odd(7),
                true);
        assertEquals(expected, bind("""
                        {"answer": "w", "relative-share": 2, "on": "edge", "maybe": 0.5,
                         "items": [{"name": "i"}, {"name": "j", "count": 4}],
                         "partial": {"log10": 0.5}, "colour": "green", "odd": 7, "strict": true}"""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | private/grading.yaml:10: the key 'answer' is missing",
                "[] | private/grading.yaml:10: must be a mapping with the keys answer, relative-share, on, maybe, items,"
                        + " partial, colour, odd, strict, was a list",
                "{'answer': 1} | private/grading.yaml:11: 'answer': must be a text, was the number 1",
                "{'answer': null} | private/grading.yaml:11: 'answer': must be a text, was empty",
                "{'answer': 'w', 'relative-share': '1e-9'} | private/grading.yaml:12: 'relative-share': must be a number,"
                        + " was the text '1e-9'",
                "{'answer': 'w', 'relative-share': true} | private/grading.yaml:12: 'relative-share': must be a number,"
                        + " was true",
                "{'answer': 'w', 'items': 'i'} | private/grading.yaml:13: 'items': must be a list, was the text 'i'",
                "{'answer': 'w', 'items': [{'name': 'i'}, {'name': 'j', 'count': -1}]} | private/grading.yaml:15: 'items'[1]:"
                        + " count must not be negative, was -1",
                "{'answer': 'w', 'items': [{'name': 'i'}, {'name': 'j', 'count': 1.5}]} | private/grading.yaml:16:"
                        + " 'count': must be a whole number, was the number 1.5",
                "{'answer': 'w', 'partial': {'a/b': 'c'}} | private/grading.yaml:20: 'a/b': must be a number, was the"
                        + " text 'c'",
                "{'answer': 'w', 'colour': 'blue'} | private/grading.yaml:10: 'colour': must be one of red, green, was"
                        + " the text 'blue'",
                "{'answer': 'w', 'odd': 4} | private/grading.yaml:10: 'odd': must be odd, was 4",
                "{'answer': 'w', 'strict': 1} | private/grading.yaml:10: 'strict': must be true or false, was the number 1",
            })
    void a_mistake_names_its_line_and_what_is_wanted(String json, String message) {
        BadAssignment bad = assertThrows(BadAssignment.class, () -> bind(json.replace('\'', '"')));
        assertEquals(message, bad.getMessage());
    }

    @Test
    void a_unit_is_one_word_of_a_key() {
        assertEquals("heap-mib", RecordBinder.key(Units.class.getRecordComponents()[0]));
    }

    @Test
    void an_unknown_key_is_refused_with_the_nearest_known_one() {
        BadAssignment bad =
                assertThrows(BadAssignment.class, () -> bind("{\"answer\": \"w\", \"relativeshare\": 1e-6}"));
        assertEquals(
                "private/grading.yaml:10: unknown key 'relativeshare'; did you mean 'relative-share'? Known: answer,"
                        + " colour, items, maybe, odd, on, partial, relative-share, strict.",
                bad.getMessage());
    }
}
