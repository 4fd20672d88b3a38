package assay.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCheckJsonTest {
    @TempDir
    Path folder;

    @Test
    void numbers_that_json_lacks_are_spelled_as_the_python_worker_reads_them() throws IOException {
        Files.createDirectories(folder.resolve("public"));
        Files.writeString(folder.resolve("public/assignment.yaml"), """
                schema: assay/assignment/1
                id: tiny
                version: 1
                title: Tiny
                tasks:
                  - id: best/check
                    sheet: "1"
                    title: Best check
                    ways: [code]
                    inputs: {losses: {type: "vector [n]", about: "losses"}}
                    answers: {best: {type: number, about: "index"}}
                    criteria: [{id: best, title: Best, points: 1}]
                """);
        Files.writeString(folder.resolve("public/selfcheck.yaml"), """
                schema: assay/grading/1
                tasks:
                  best/check:
                    cases:
                      - {name: odd, inputs: {losses: [3, .nan, -.inf, 1/3]}, expected: {best: 2}}
                    checks:
                      best: {kind: close-to, answer: best}
                """);
        assertEquals(
                "{\"assignment\":\"tiny\",\"code\":[\"best/check\"],\"tasks\":{\"best/check\":{\"cases\":[{\"name\":\"odd\","
                        + "\"inputs\":{\"losses\":[3,\"NaN\",\"-Infinity\",\"1/3\"]},\"expected\":{\"best\":2}}],"
                        + "\"checks\":{\"best\":{\"kind\":\"close-to\",\"answer\":\"best\"}}}}}\n",
                SelfCheckJson.of(folder));
    }
}
