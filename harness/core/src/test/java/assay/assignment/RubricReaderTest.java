package assay.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricReaderTest {
    private static final String RIGHT = """
            schema: assay/rubric/1
            items:
              - id: proof
                title: A proof
                points: 4
                levels:
                  - {points: 4, says: all of it}
                  - {points: 0, says: nothing}
            """;

    @TempDir
    Path folder;

    private Rubric read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("rubric.yaml"), text);
        return new RubricReader().read(YamlReader.read(file, "rubric.yaml", 1 << 20));
    }

    @Test
    void items_and_levels_are_read() throws Exception {
        Rubric rubric = read(RIGHT);
        assertEquals(4, rubric.points());
        assertEquals(
                "nothing", rubric.item("proof").orElseThrow().levels().get(1).says());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: proof|id: My Proof|rubric.yaml:3|lower-case words",
                "points: 4|points: 0|rubric.yaml:5|more than 0",
                "{points: 4, says: all of it}|{points: 3, says: most of it}|rubric.yaml:7|worth all 4.0 points, was 3.0",
                "{points: 0, says: nothing}|{points: 5, says: more}|rubric.yaml:8|from most points to least, was 5.0 after 4.0",
                "title: A proof|titl: A proof|rubric.yaml:4|did you mean 'title'"
            })
    void a_mistake_is_told_with_its_line(String right, String wrong, String where, String says) {
        BadAssignment bad = assertThrows(BadAssignment.class, () -> read(RIGHT.replace(right, wrong)));
        String message = String.valueOf(bad.getMessage());
        assertTrue(message.contains(where) && message.contains(says), message);
    }
}
