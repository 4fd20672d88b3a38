package assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.assignment.Assignment;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.run.OnDemandSandbox;
import assay.run.References;
import assay.run.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrataReaderTest {
    private static final String DESCRIPTION = """
            schema: assay/assignment/1
            id: tiny
            version: 1
            title: A tiny one
            tasks:
              - id: sum
                sheet: "1a"
                title: Add
                ways: [answers]
                answers:
                  three: {type: number}
                  four: {type: number}
                criteria:
                  - {id: three, title: "1 + 2", points: 1}
                  - {id: four, title: "2 + 2", points: 1}
            """;
    private static final String GRADING = """
            schema: assay/grading/1
            tasks:
              sum:
                checks:
                  three: {kind: choice, answer: three, right: 3}
                  four: {kind: choice, answer: four, right: 4}
            """;

    @TempDir
    private Path folder;

    private Errata read() throws IOException {
        Assignment assignment = Line.assignment(folder, DESCRIPTION, GRADING);
        try (Sandbox none = new OnDemandSandbox(() -> {
            throw new IllegalStateException("nothing is to be run");
        })) {
            Grader grader = new Grader(assignment, References.of(List.of()), none, new GradeOptions("", Map.of()));
            return new ErrataReader(assignment, grader).read();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("private").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void an_assignment_without_published_answers_has_none() throws IOException {
        assertEquals(new Errata("tiny", "A tiny one", List.of(), List.of(), List.of()), read());
    }

    @Test
    void a_fault_has_its_sentence_the_answer_and_what_a_student_reads() throws IOException {
        write("samples/published/answers.yaml", "answers: {sum: {three: 5, four: 5}}\n");
        write("samples/published/expect.yaml", """
                checks:
                  sum:
                    three: {verdict: WRONG, erratum: "Printed is 5, right is 3."}
                    four: {verdict: WRONG}
                """);
        Errata errata = read();
        Errata.Judged fault = errata.judged().get(0);
        assertEquals(
                new Errata.Judged(
                        "1a", "sum", "Add", "1 + 2", "Printed is 5, right is 3.", "three: 5", fault.message()),
                fault);
        assertEquals("'three': 5 is not right.", fault.message());
        assertEquals(List.of("sum four"), errata.unexplained());
    }

    @Test
    void what_only_a_person_can_judge_comes_from_the_rubric() throws IOException {
        write("rubric.yaml", """
                schema: assay/rubric/1
                items:
                  - id: proof
                    sheet: "1b"
                    title: A proof
                    points: 1
                    levels: [{points: 1, says: "All of it."}, {points: 0, says: "Nothing."}]
                    published: "The proof divides by 0."
                  - id: right
                    sheet: "1c"
                    title: Another
                    points: 1
                    levels: [{points: 1, says: "All of it."}, {points: 0, says: "Nothing."}]
                """);
        assertEquals(List.of(new Errata.Prose("1b", "proof", "A proof", "The proof divides by 0.")), read().prose());
    }
}
