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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Write the public checks of an assignment as JSON, for the Python helper, which has no YAML reader. */
public final class SelfCheckJson {
    private static final String NAME = "public/selfcheck.yaml";
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
                    YamlReader.read(file, file.toString(), 4 << 20).root().path("tasks"));
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
        return JSON.writeValueAsString(checks) + "\n";
    }
}
