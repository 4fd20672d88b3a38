package assay.check;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.ReferenceTask;
import assay.assignment.CheckSpec;
import assay.assignment.Criterion;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.assignment.Way;
import assay.assignment.YamlPlace;
import assay.run.Fault;
import assay.run.Outcome;
import assay.run.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Set up tasks, trials and checks for tests. */
final class Scenes {
    static final int DRAWS = 6;

    private Scenes() {}

    /** Make a task with answers such as {@code "gradient: vector [2]"}. */
    static Task task(String... answers) {
        List<Field> fields = Arrays.stream(answers)
                .map(answer -> answer.split(": "))
                .map(parts -> new Field(parts[0], ValueType.parse(parts[1]), ""))
                .toList();
        return new Task(
                "fit",
                "1",
                "Fit",
                List.of(Way.CODE),
                List.of(),
                fields,
                List.of(new Criterion("value", "Value", 1, List.of())));
    }

    /** Let {@code student} answer the draws of a seed and the edge cases of {@code reference}. */
    static CheckContext context(Task task, ReferenceTask reference, long seed, Function<Inputs, Answers> student) {
        Draw draw = new Draw(seed);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            trials.add(trial("draw " + i, false, reference.draw(draw), student));
        }
        for (EdgeCase edge : reference.edgeCases()) {
            trials.add(trial(edge.name(), true, edge.inputs(), student));
        }
        return new CheckContext(task, trials, reference);
    }

    static Trial trial(String label, boolean edge, Inputs inputs, Function<Inputs, Answers> student) {
        return trial(label, edge, inputs, new Outcome.Answered(student.apply(inputs), 1), Answers.none());
    }

    static Trial trial(String label, boolean edge, Inputs inputs, Outcome outcome, Answers written) {
        return new Trial(new Request("id", "fit", label, edge, inputs), outcome, written);
    }

    static Outcome failed(Fault fault, String message) {
        return new Outcome.Failed(fault, message, "");
    }

    /** Bind keys written as JSON with single quotes; {@code kind} stands in line 7, the rest in line 6. */
    static BoundCheck bind(String kind, String keys, Task task) {
        YamlPlace place =
                new YamlPlace("grading.yaml", "/c", Map.of("/c", 6, "/c/kind", 7, "/c/relative", 8, "/c/answer", 9));
        return CheckKinds.bind(
                new CheckSpec("fit", "value", kind, JsonMapper.shared().readTree(keys.replace('\'', '"')), place),
                task);
    }
}
