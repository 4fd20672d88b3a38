package assay.assignment;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Value;
import assay.assignment.GradingFile.CaseFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Read a grading file against the tasks that the public description names. */
final class GradingReader {
    private final YamlDocument document;
    private final List<Task> tasks;
    private final Spot spot;

    GradingReader(YamlDocument document, List<Task> tasks) {
        this.document = document;
        this.tasks = tasks;
        this.spot = new Spot(document.place());
    }

    /** Read it; a {@code complete} grading must judge every criterion. */
    List<TaskGrading> read(boolean complete) {
        GradingFile file = RecordBinder.bind(document.root(), GradingFile.class, document.place());
        spot.want(GradingFile.SCHEMA.equals(file.schema()), "/schema", "schema must be " + GradingFile.SCHEMA);
        Map<String, GradingFile.TaskFile> written = spot.present(file.tasks(), "", "tasks");
        List<String> ids = tasks.stream().map(Task::id).toList();
        written.keySet().forEach(id -> spot.want(
                ids.contains(id), "/tasks/" + pointer(id), "unknown task '" + id + "'" + Suggestion.of(id, ids)));
        List<TaskGrading> grading = new ArrayList<>();
        for (Task task : tasks) {
            GradingFile.TaskFile one = written.get(task.id());
            if (one != null) {
                grading.add(task(task, one, spot.below("/tasks/" + pointer(task.id())), complete));
            } else {
                spot.want(!complete, "/tasks", "task '" + task.id() + "' is not graded");
            }
        }
        return grading;
    }

    private static TaskGrading task(Task task, GradingFile.TaskFile file, Spot spot, boolean complete) {
        Map<String, JsonNode> checks = file.checks() == null ? Map.of() : file.checks();
        List<String> criteria = task.criteria().stream().map(Criterion::id).toList();
        checks.keySet().forEach(id -> spot.want(
                criteria.contains(id),
                "/checks/" + id,
                "task '" + task.id() + "' has no criterion '" + id + "'" + Suggestion.of(id, criteria)));
        List<CheckSpec> specs = new ArrayList<>();
        for (String criterion : criteria) {
            JsonNode node = checks.get(criterion);
            if (node != null) {
                specs.add(check(task, criterion, node, spot.below("/checks/" + criterion)));
            } else {
                spot.want(!complete, "/checks", "criterion '" + criterion + "' has no check");
            }
        }
        int draws = file.draws() == null ? 0 : file.draws();
        spot.want(draws >= 0 && draws <= 1000, "/draws", "draws must be 0 to 1000, was " + draws);
        return new TaskGrading(task.id(), draws, cases(task, file.cases(), spot), specs);
    }

    private static CheckSpec check(Task task, String criterion, JsonNode node, Spot spot) {
        spot.want(node.isObject(), "", "a check must be a mapping with 'kind' and its keys");
        ObjectNode parameters = ((ObjectNode) node).deepCopy();
        JsonNode kind = parameters.remove("kind");
        spot.want(kind != null && kind.isString(), "", "key 'kind' is missing");
        return new CheckSpec(task.id(), criterion, Optional.ofNullable(kind).map(JsonNode::asString).orElse(""), parameters, spot.place());
    }

    private static List<GivenCase> cases(Task task, @Nullable List<CaseFile> written, Spot spot) {
        List<GivenCase> cases = new ArrayList<>();
        for (int i = 0; written != null && i < written.size(); i++) {
            CaseFile file = written.get(i);
            Spot here = spot.below("/cases/" + i);
            Map<String, Value> inputs = values(task.inputs(), file.inputs(), here.below("/inputs"), "input");
            for (Field field : task.inputs()) {
                here.want(inputs.containsKey(field.name()), "", "input '" + field.name() + "' is missing");
            }
            Map<String, Value> expected = values(task.answers(), file.expected(), here.below("/expected"), "answer");
            String name = file.name() == null ? "case " + (i + 1) : file.name();
            cases.add(new GivenCase(name, Inputs.of(inputs), Answers.of(expected)));
        }
        return cases;
    }

    private static Map<String, Value> values(
            List<Field> fields, @Nullable Map<String, JsonNode> written, Spot spot, String what) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<String> names = fields.stream().map(Field::name).toList();
        if (written != null) {
            written.forEach((name, node) -> {
                Field field = fields.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> spot.bad(
                                "/" + name, "the task has no " + what + " '" + name + "'" + Suggestion.of(name, names)));
                try {
                    values.put(name, YamlValues.of(node, field.type()));
                } catch (IllegalArgumentException e) {
                    throw spot.bad("/" + name, what + " '" + name + "' " + e.getMessage());
                }
            });
        }
        return values;
    }

    private static String pointer(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
