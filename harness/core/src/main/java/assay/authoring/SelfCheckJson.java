package assay.authoring;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.Task;
import assay.assignment.Way;
import assay.assignment.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Write the public checks of an assignment as JSON, for the Python helper, which has no YAML reader. */
public final class SelfCheckJson {
    private static final String NAME = "public/selfcheck.yaml";
    private static final Map<String, String> NUMBERS =
            Map.of(".nan", "NaN", ".NaN", "NaN", ".inf", "Infinity", "+.inf", "Infinity", "-.inf", "-Infinity");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SelfCheckJson() {}

    /**
     * Return the tasks of {@code selfcheck.yaml} as they stand, with the list of tasks that code may answer.
     *
     * @throws BadAssignment if the files are not as they must be
     */
    public static String of(Path folder) throws IOException {
        Assignment assignment = AssignmentReader.read(folder, false);
        ObjectNode checks = JSON.createObjectNode().put("assignment", assignment.id());
        ArrayNode code = checks.putArray("code");
        assignment.tasks().stream()
                .filter(task -> task.ways().contains(Way.CODE))
                .map(Task::id)
                .forEach(code::add);
        try {
            Path file = folder.resolve(NAME);
            checks.set(
                    "tasks",
                    spelled(YamlReader.read(file, file.toString(), 4 << 20)
                            .root()
                            .path("tasks")));
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
        return JSON.writeValueAsString(checks) + "\n";
    }

    /** Return a copy in which the numbers that JSON lacks are spelled as the worker's messages spell them. */
    private static JsonNode spelled(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(entry -> copy.set(entry.getKey(), spelled(entry.getValue())));
            return copy;
        } else if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(item -> copy.add(spelled(item)));
            return copy;
        }
        String known = node.isString() ? NUMBERS.getOrDefault(node.stringValue(), "") : "";
        return known.isEmpty() ? node : StringNode.valueOf(known);
    }
}
