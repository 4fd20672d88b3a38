package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.result.ResultFile;
import assay.testkit.Needs;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GradeCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    /** Make a class of two samples that need Java, one with answers alone and one that cannot be read. */
    private Path classOf(String... samples) throws IOException {
        Path submissions = Files.createDirectories(folder.resolve("class"));
        for (String sample : samples) {
            copy(Shell.sample(sample), submissions.resolve(sample));
        }
        Path paper = Files.createDirectories(submissions.resolve("paper"));
        Files.copy(Shell.sample("published").resolve("answers.yaml"), paper.resolve("answers.yaml"));
        Path unread = Files.createDirectories(submissions.resolve("unread"));
        Files.writeString(unread.resolve("answers.yaml"), "a: [1\n");
        return submissions;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Map<String, JsonNode> results(Path out) throws IOException {
        Map<String, JsonNode> results = new TreeMap<>();
        try (Stream<Path> folders = Files.list(out.resolve("submissions"))) {
            for (Path one : folders.toList()) {
                ObjectNode result = (ObjectNode) JSON.readTree(Files.readAllBytes(one.resolve(ResultFile.NAME)));
                result.remove("observed");
                results.put(one.getFileName().toString(), result);
            }
        }
        return results;
    }

    @Test
    void a_class_is_graded_rechecked_and_rendered_again_with_the_same_outcome() throws IOException {
        Needs.tool("bwrap");
        Path submissions = classOf("reference");
        Files.writeString(submissions.resolve("dora.py"), "");
        Path out = folder.resolve("out");
        Shell graded = Shell.run("grade", "dnn-basics", submissions, "-o", out);
        assertEquals(2, graded.code(), graded.all());
        assertTrue(graded.out().contains("reference: 100 of 100 points"), graded.all());
        assertTrue(graded.out().contains("unread: cannot be graded: answers.yaml:"), graded.all());
        assertTrue(graded.err().contains("'dora.py' is left out"), graded.all());
        Map<String, JsonNode> first = results(out);
        String page = Files.readString(out.resolve("index.html"));

        Shell again =
                Shell.run("grade", "dnn-basics", submissions, "-o", folder.resolve("again"), "-j", "1", "--no-cache");
        assertEquals(2, again.code(), again.all());
        assertEquals(first, results(folder.resolve("again")));

        Shell rechecked = Shell.run("recheck", out);
        assertEquals(2, rechecked.code(), rechecked.all());
        assertTrue(rechecked.out().contains("3 submissions judged again: 0 judged otherwise."), rechecked.all());
        assertEquals(first, results(out));

        Shell rendered = Shell.run("report", out);
        assertEquals(2, rendered.code(), rendered.all());
        assertEquals(page, Files.readString(out.resolve("index.html")));
        assertFollowsSchema(out);
    }

    @Test
    void a_misjudged_image_is_stored_by_the_schema_and_drawn() throws IOException {
        Path one = Files.createDirectories(folder.resolve("lines/one"));
        Files.writeString(one.resolve("answers.yaml"), """
                assignment: backprop-convnets
                answers:
                  lines/any-length:
                    filter: [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
                    bias: -2
                    activation: relu
                    pooling: sum
                    threshold: 3/2
                    convention: correlation
                """);
        Path out = folder.resolve("out");
        Shell graded = Shell.run("grade", "backprop-convnets", folder.resolve("lines"), "-o", out);
        assertEquals(1, graded.code(), graded.all());
        assertFollowsSchema(out);
        JsonNode result = results(out).values().iterator().next();
        assertTrue(result.toString().contains("\"type\":\"pixels\",\"title\":\"The smallest image that is wrong"));
        try (Stream<Path> folders = Files.list(out.resolve("submissions"))) {
            String page = Files.readString(folders.findFirst().orElseThrow().resolve("index.html"));
            assertTrue(page.contains("class=\"response\""));
        }
    }

    private static void assertFollowsSchema(Path out) throws IOException {
        try (InputStream text = ResultFile.class.getResourceAsStream("/assay/schema/result.schema.json");
                Stream<Path> folders = Files.list(out.resolve("submissions"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            for (Path one : folders.toList()) {
                String result = Files.readString(one.resolve(ResultFile.NAME));
                assertEquals(List.of(), schema.validate(result, InputFormat.JSON));
                String broken = result.replace("\"verdict\"", "\"verdikt\"");
                assertFalse(schema.validate(broken, InputFormat.JSON).isEmpty());
            }
        }
    }

    @Test
    void a_folder_with_results_is_not_written_over() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("precious.txt"), "x");
        Shell shell = Shell.run("grade", "dnn-basics", classOf(), "-o", out);
        assertEquals(64, shell.code(), shell.all());
        assertTrue(shell.err().contains("is not empty"), shell.err());
    }

    @Test
    void two_submissions_of_one_name_are_refused_before_anything_runs() throws IOException {
        Path submissions = classOf();
        Files.write(submissions.resolve("paper.zip"), new byte[1]);
        Shell shell = Shell.run("grade", "dnn-basics", submissions, "-o", folder.resolve("out"));
        assertEquals(64, shell.code(), shell.all());
        assertTrue(shell.err().contains("'paper' and 'paper.zip'"), shell.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void an_unknown_assignment_an_empty_class_and_a_short_secret_are_wrong_usage() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertTrue(Shell.run("grade", "dnn-basic", classOf(), "-o", folder.resolve("o"))
                .err()
                .contains("did you mean 'dnn-basics'?"));
        assertTrue(Shell.run("grade", "dnn-basics", empty, "-o", folder.resolve("o"))
                .err()
                .contains("holds no submissions"));
        Path secret = Files.writeString(folder.resolve("secret"), "short");
        Shell shell = Shell.run(
                "grade", "dnn-basics", folder.resolve("class"), "-o", folder.resolve("o"), "--secret-file", secret);
        assertEquals(64, shell.code(), shell.all());
        assertTrue(shell.err().contains("at least 16 characters"), shell.err());
    }

    @Test
    void the_folder_of_one_student_is_not_taken_for_a_class() {
        Shell shell = Shell.run("grade", "dnn-basics", Shell.sample("reference"), "-o", folder.resolve("out"));
        assertEquals(64, shell.code(), shell.all());
        assertTrue(shell.err().contains("looks like the submission of one student"), shell.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void a_secret_file_that_is_not_there_is_wrong_usage() throws IOException {
        Shell shell = Shell.run(
                "grade", "dnn-basics", classOf(), "-o", folder.resolve("out"), "--secret-file", folder.resolve("none"));
        assertEquals(64, shell.code(), shell.all());
        assertTrue(shell.err().contains("there is no file"), shell.err());
    }
}
