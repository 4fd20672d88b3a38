package assay.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentReaderTest {
    private static final String DESCRIPTION = """
            schema: assay/assignment/1
            id: tiny
            version: 2
            title: A tiny one
            limits: {request-seconds: 2}
            tasks:
              - id: sum/of-two
                sheet: "1"
                title: Add two numbers
                ways: [answers, code]
                inputs:
                  a: {type: number, about: "the first"}
                  b: {type: number}
                answers:
                  sum: {type: number}
                criteria:
                  - {id: right, title: "the sum", points: 3}
                  - {id: large, title: "large numbers", points: 2, needs: [right]}
            """;
    private static final String GRADING = """
            schema: assay/grading/1
            tasks:
              sum/of-two:
                cases:
                  - {name: small, inputs: {a: 1, b: 2}, expected: {sum: 3}}
                  - {name: large, inputs: {a: 1e9, b: 1e9}, expected: {sum: 2e9}}
                checks:
                  right: {kind: close-to, answer: sum, on: [small]}
                  large: {kind: close-to, answer: sum, on: [large]}
            """;

    @TempDir
    private Path folder;

    private Assignment read(String description, String grading) throws IOException {
        Files.createDirectories(folder.resolve("public"));
        Files.createDirectories(folder.resolve("private"));
        Files.writeString(folder.resolve("public/assignment.yaml"), description);
        Files.writeString(
                folder.resolve("public/selfcheck.yaml"),
                GRADING.lines().limit(2).reduce("", (a, b) -> a + b + "\n") + "  sum/of-two:\n    cases: []\n");
        Files.writeString(folder.resolve("private/grading.yaml"), grading);
        return AssignmentReader.read(folder, true);
    }

    @Test
    void reads_tasks_criteria_limits_and_cases() throws IOException {
        Assignment assignment = read(DESCRIPTION, GRADING);
        assertEquals("tiny", assignment.id());
        assertEquals(5, assignment.points());
        assertEquals(2, assignment.limits().requestSeconds());
        assertEquals(Limits.standard().heapMiB(), assignment.limits().heapMiB());
        assertTrue(assignment.complete());
        assertEquals(2, assignment.grading().get(0).cases().size());
    }

    @Test
    void takes_the_self_check_when_the_private_zone_is_not_wanted() throws IOException {
        Assignment complete = read(DESCRIPTION, GRADING);
        Assignment open = AssignmentReader.read(folder, false);
        assertFalse(open.complete());
        assertNotEquals(complete.digest(), open.digest());
    }

    @Test
    void libraries_of_all_tasks_and_of_one_come_together() throws IOException {
        String one = DESCRIPTION.replace("    inputs:\n", "    libraries: [dl4j]\n    inputs:\n");
        String all = DESCRIPTION.replace("tasks:\n", "libraries: [dl4j]\ntasks:\n");
        for (String description : List.of(one, all)) {
            assertEquals(
                    List.of(Library.DL4J),
                    read(description, GRADING).tasks().get(0).libraries());
        }
        assertEquals(List.of(), read(DESCRIPTION, GRADING).tasks().get(0).libraries());
    }

    @Test
    void libraries_that_are_not_known_or_not_for_code_are_refused() {
        String misspelt = DESCRIPTION.replace("    inputs:\n", "    libraries: [dl4]\n    inputs:\n");
        BadAssignment unknown = assertThrows(BadAssignment.class, () -> read(misspelt, GRADING));
        assertTrue(
                String.valueOf(unknown.getMessage())
                        .endsWith("assignment.yaml:11: 'libraries'[0]: must be dl4j, was the text 'dl4';"
                                + " did you mean 'dl4j'?"),
                unknown.getMessage());
        String onPaper = DESCRIPTION.replace("ways: [answers, code]", "ways: [answers]\n    libraries: [dl4j]");
        BadAssignment useless = assertThrows(BadAssignment.class, () -> read(onPaper, GRADING));
        assertTrue(
                String.valueOf(useless.getMessage()).contains("assignment.yaml:11: key 'libraries' is for code"),
                useless.getMessage());
    }

    @ParameterizedTest(name = "{0} -> {1}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "points: 3; points: -3; 17; points must be more than 0",
                "type: number, about; tipe: number, about; 12; unknown key 'tipe'",
                "ways: [answers, code]; ways: [answers, coda]; 10; must be one of answers, formula, code",
                "needs: [right]; needs: [wrong]; 18; does not stand before it",
                "id: sum/of-two; id: Sum; 7; must be lower-case words",
                "'b: {type: number}'; 'b: {type: nubmer}'; 13; unknown type 'nubmer'",
                "version: 2; version: two; 3; must be a whole number",
                "title: A tiny one; titel: A tiny one; 4; unknown key 'titel'"
            })
    void names_file_and_line_of_a_mistake_in_the_description(String right, String wrong, int line, String words) {
        String broken = DESCRIPTION.replace(right, wrong);
        assertNotEquals(DESCRIPTION, broken);
        BadAssignment refused = assertThrows(BadAssignment.class, () -> read(broken, GRADING));
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
        assertTrue(
                String.valueOf(refused.getMessage()).contains("assignment.yaml:" + line + ":"), refused.getMessage());
    }

    @ParameterizedTest(name = "{0} -> {1}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sum/of-two; sum/of-tow; 3; did you mean 'sum/of-two'",
                "large: {kind; lorge: {kind; 9; there is no criterion 'lorge'",
                "'a: 1, b'; 'a: one, b'; 5; is the text 'one'",
                "'{a: 1, b: 2}'; '{a: 1}'; 5; input 'b' is missing",
                "expected: {sum: 3}; expected: {total: 3}; 5; there is no answer 'total'"
            })
    void names_file_and_line_of_a_mistake_in_the_grading(String right, String wrong, int line, String words) {
        String broken = GRADING.replace(right, wrong);
        assertNotEquals(GRADING, broken);
        BadAssignment refused = assertThrows(BadAssignment.class, () -> read(DESCRIPTION, broken));
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains("grading.yaml:" + line + ":"), refused.getMessage());
    }

    @Test
    void refuses_a_private_grading_that_forgets_a_criterion() {
        String broken =
                GRADING.lines().filter(line -> !line.contains("large: {kind")).reduce("", (a, b) -> a + b + "\n");
        BadAssignment refused = assertThrows(BadAssignment.class, () -> read(DESCRIPTION, broken));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("criterion 'large' has no check"), refused.getMessage());
    }
}
