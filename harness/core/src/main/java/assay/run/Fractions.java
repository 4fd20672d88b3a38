package assay.run;

import assay.api.Answers;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.api.Values;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.YamlValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Read fractions that code answers, which are sent as {@code "1/3"}, as numbers where the task asks for numbers. */
final class Fractions {
    private Fractions() {}

    /** Return the outcome with numbers in place of fractions in the numeric answers of {@code task}. */
    static Outcome read(Outcome outcome, Task task) {
        if (!(outcome instanceof Outcome.Answered answered)) {
            return outcome;
        }
        Map<String, Value> values =
                new LinkedHashMap<>(answered.answers().fields().byName());
        for (Field field : task.answers()) {
            boolean numeric = switch (field.type().kind()) {
                case NUMBER, VECTOR, MATRIX, TENSOR -> true;
                default -> false;
            };
            if (numeric) {
                values.computeIfPresent(field.name(), (name, value) -> number(value));
            }
        }
        return new Outcome.Answered(Answers.of(values), answered.refused(), answered.wallMillis());
    }

    private static Value number(Value value) {
        if (value instanceof Text text) {
            try {
                return YamlValues.fraction(text.text())
                        .<Value>map(Tensor::scalar)
                        .orElse(text);
            } catch (IllegalArgumentException e) {
                return text; // 1/0 is no number
            }
        } else if (value instanceof Sequence sequence) {
            List<Value> items = sequence.items().stream().map(Fractions::number).toList();
            return items.equals(sequence.items()) ? sequence : Values.stack(items);
        }
        return value;
    }
}
