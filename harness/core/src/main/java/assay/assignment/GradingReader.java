package assay.assignment;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Value;
import assay.assignment.GradingFile.CaseFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Read a grading file against the tasks that the public description names. */
final class GradingReader {
    private final YamlDocument document;
    private final List<Task> tasks;

    GradingReader(YamlDocument document, List<Task> tasks) {
        this.document = document;
        this.tasks = tasks;
    }

    /** Read it; a {@code complete} grading must judge every criterion. */
    List<TaskGrading> read(boolean complete) {
        GradingFile file = RecordBinder.bind(document.root(), GradingFile.class, document.place());
        Spot spot = new Spot(document.place());
        spot.key("schema").want(file.schema().equals(GradingFile.SCHEMA), "schema must be " + GradingFile.SCHEMA);
        List<String> ids = tasks.stream().map(Task::id).toList();
        file.tasks().keySet().forEach(id -> known("task", id, ids, spot.key("tasks")));
        List<TaskGrading> grading = new ArrayList<>();
        for (Task task : tasks) {
            GradingFile.TaskFile one = file.tasks().get(task.id());
            spot.key("tasks").want(one != null || !complete, "task '" + task.id() + "' is not graded");
            if (one != null) {
                grading.add(task(task, one, spot.key("tasks").key(task.id()), complete));
            }
        }
        return grading;
    }

    private static void known(String what, String name, Collection<String> names, Spot spot) {
        if (!names.contains(name)) {
            throw spot.key(name).bad("there is no " + what + " '" + name + "'", Suggestion.of(name, names));
        }
    }

    private static TaskGrading task(Task task, GradingFile.TaskFile file, Spot spot, boolean complete) {
        List<String> criteria = task.criteria().stream().map(Criterion::id).toList();
        file.checks().keySet().forEach(id -> known("criterion", id, criteria, spot.key("checks")));
        List<CheckSpec> specs = new ArrayList<>();
        for (String criterion : criteria) {
            JsonNode node = file.checks().get(criterion);
            spot.want(node != null || !complete, "criterion '" + criterion + "' has no check");
            if (node != null) {
                specs.add(check(task, criterion, node, spot.key("checks").key(criterion)));
            }
        }
        spot.key("draws")
                .want(file.draws() >= 0 && file.draws() <= 1000, "draws must be 0 to 1000, was " + file.draws());
        return new TaskGrading(task.id(), file.draws(), cases(task, file.cases(), spot.key("cases")), specs);
    }

    private static CheckSpec check(Task task, String criterion, JsonNode node, Spot spot) {
        if (!(node instanceof ObjectNode mapping) || !mapping.path("kind").isString()) {
            throw spot.bad("a check must be a mapping with the key 'kind'", "");
        }
        ObjectNode parameters = mapping.deepCopy();
        parameters.remove("kind");
        return new CheckSpec(task.id(), criterion, mapping.path("kind").stringValue(), parameters, spot.place());
    }

    private static List<GivenCase> cases(Task task, List<CaseFile> written, Spot spot) {
        List<GivenCase> cases = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            CaseFile file = written.get(i);
            Spot here = spot.below("/" + i);
            Map<String, Value> inputs = values(task.inputs(), file.inputs(), here.key("inputs"), "input");
            for (Field field : task.inputs()) {
                here.want(inputs.containsKey(field.name()), "input '" + field.name() + "' is missing");
            }
            Map<String, Value> expected = values(task.answers(), file.expected(), here.key("expected"), "answer");
            String name = file.name().isEmpty() ? "case " + (i + 1) : file.name();
            cases.add(new GivenCase(name, Inputs.of(inputs), Answers.of(expected)));
        }
        return cases;
    }

    private static Map<String, Value> values(
            List<Field> fields, Map<String, JsonNode> written, Spot spot, String what) {
        Map<String, Field> byName = fields.stream().collect(Collectors.toMap(Field::name, field -> field));
        Map<String, Value> values = new LinkedHashMap<>();
        written.forEach((name, node) -> {
            known(what, name, byName.keySet(), spot);
            try {
                values.put(
                        name,
                        YamlValues.of(
                                node, Objects.requireNonNull(byName.get(name)).type()));
            } catch (IllegalArgumentException e) {
                throw spot.key(name).bad(what + " '" + name + "' " + e.getMessage(), "");
            }
        });
        return values;
    }
}
