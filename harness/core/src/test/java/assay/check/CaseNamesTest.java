package assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.BadAssignment;
import assay.run.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNamesTest {
    private static final String DESCRIPTION = """
            schema: assay/assignment/1
            id: tiny
            version: 1
            title: A tiny one
            tasks:
              - id: fit
                title: Fit
                ways: [code]
                inputs:
                  x: {type: "vector [n]"}
                  y: {type: "vector [n]"}
                answers:
                  gradient: {type: "vector [2]"}
                  log: {type: "matrix [rows, 2]"}
                  none: {type: truth}
                criteria:
                  - {id: one, title: One, points: 1}
            """;

    @TempDir
    private Path folder;

    private CheckStage bind(String check) throws IOException {
        Files.createDirectories(folder.resolve("public"));
        Files.createDirectories(folder.resolve("private"));
        Files.writeString(folder.resolve("public/assignment.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("private/grading.yaml"), """
                schema: assay/grading/1
                tasks:
                  fit:
                    draws: 3
                    cases:
                      - {name: by hand, inputs: {x: [1], y: [2]}}
                    checks:
                      one:
                """ + check.indent(8));
        Assignment assignment = AssignmentReader.read(folder, true);
        return new CheckStage(assignment, References.of(List.of(new Fit())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: close-to\nanswer: gradient\n",
                "kind: equal-to\nanswer: gradient\n",
                "kind: choice\nanswer: none\nright: true\n",
                "kind: witness\nclaim: negative\nanswer: gradient\n",
                "kind: trajectory\nanswer: log\ncolumns: [a, b]\n",
                "kind: reports-degenerate\nanswer: none\nnumbers: [gradient]\n"
            })
    void a_name_that_no_case_has_is_refused_with_its_line_and_the_name_that_was_meant(String check) throws IOException {
        bind(check + "on: [by hand]\n");
        String file = check + "on:\n  - by hand\n  - x = 80\n";
        BadAssignment refused = assertThrows(BadAssignment.class, () -> bind(file));
        int line = 8 + (int) file.lines().count();
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("grading.yaml:" + line
                                + ": no case of 'fit' is called 'x = 80'; did you mean 'x = 800'?"),
                refused.getMessage());
    }

    @Test
    void the_cases_of_the_reference_and_the_words_may_be_named() throws IOException {
        CheckStage stage = bind("kind: close-to\nanswer: gradient\non: [drawn, by hand, x = 800]\n");
        assertEquals(1, stage.checks("fit").size());
    }
}
