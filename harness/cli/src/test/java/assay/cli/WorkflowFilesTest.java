package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.BadYaml;
import assay.assignment.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The files that a forge reads: they parse, name what exists, and give a pull request nothing that it could use. */
class WorkflowFilesTest {
    private static final Pattern SCRIPT = Pattern.compile("[a-z]+-[a-z-]+\\.sh");

    private static JsonNode parse(String name) throws BadYaml, IOException {
        return YamlReader.read(Shell.home().resolve(name), name, 1 << 16).root();
    }

    private static String text(String name) throws IOException {
        return Files.readString(Shell.home().resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ci/workflows/grade.yml",
                "ci/workflows/comment.yml",
                "ci/workflows/gitlab-ci.yml",
                "ci/action/action.yml"
            })
    void a_file_parses_and_its_scripts_exist(String name) throws Exception {
        assertTrue(parse(name).isObject());
        Matcher scripts = SCRIPT.matcher(text(name));
        while (scripts.find()) {
            Path script = Shell.home().resolve("ci").resolve(scripts.group());
            assertTrue(Files.isExecutable(script), script.toString());
        }
        for (JsonNode used : parse(name).findValues("uses")) {
            assertTrue(used.stringValue().matches("[\\w./-]+@v[0-9]+"), "without a version: " + used);
        }
        for (JsonNode run : parse(name).findValues("run")) {
            assertFalse(run.stringValue().contains("${{"), "an expression inside a shell text: " + run);
        }
    }

    @Test
    void the_job_that_runs_code_of_strangers_has_nothing_to_lose() throws Exception {
        JsonNode workflow = parse("ci/workflows/grade.yml");
        assertEquals("{\"contents\":\"read\"}", workflow.path("permissions").toString());
        assertEquals(List.of("pull_request"), List.copyOf(workflow.path("on").propertyNames()));
        assertFalse(text("ci/workflows/grade.yml").contains("secrets."));
        assertEquals(
                false, workflow.findValue("persist-credentials").booleanValue(), "the token would stay in .git/config");
    }

    @Test
    void the_job_that_may_write_never_checks_out_the_pull_request() throws Exception {
        JsonNode workflow = parse("ci/workflows/comment.yml");
        assertEquals(List.of("workflow_run"), List.copyOf(workflow.path("on").propertyNames()));
        assertFalse(text("ci/workflows/comment.yml").contains("head.ref"));
        assertEquals(
                List.of("v0"),
                workflow.findValues("ref").stream().map(JsonNode::stringValue).toList());
    }
}
