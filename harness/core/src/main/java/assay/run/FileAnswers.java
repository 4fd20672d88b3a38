package assay.run;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Value;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.assignment.Way;
import assay.assignment.YamlValues;
import assay.formula.Formula;
import assay.formula.FormulaException;
import assay.formula.FormulaScope;
import assay.submission.GivenAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Answer requests from what stands in {@code answers.yaml}: values as they are, formulas evaluated on the inputs. */
final class FileAnswers {
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Formula> formulas = new LinkedHashMap<>();
    private final Map<String, Outcome.Failed> refused = new LinkedHashMap<>();

    FileAnswers(Task task, Map<String, GivenAnswer> given) {
        for (Field field : task.answers()) {
            GivenAnswer answer = given.get(field.name());
            if (answer != null) {
                read(task, field, answer);
            }
        }
    }

    /** Return what cannot be read, one sentence each with file and line. */
    List<String> flaws() {
        return refused.values().stream()
                .map(failed -> failed.where() + ": " + failed.message())
                .toList();
    }

    Source source() {
        return formulas.isEmpty() ? Source.ANSWERS_FILE : Source.FORMULA;
    }

    Outcome answer(Request request) {
        Map<String, Value> answers = new LinkedHashMap<>(values);
        formulas.forEach((name, formula) -> answers.put(name, Tensor.scalar(formula.evaluate(request.inputs()))));
        return new Outcome.Answered(Answers.of(answers), refused, 0);
    }

    private void read(Task task, Field field, GivenAnswer answer) {
        boolean isFormula = task.ways().contains(Way.FORMULA)
                && field.type().kind() == ValueType.Kind.NUMBER
                && (answer.node().isString() || !task.inputs().isEmpty());
        try {
            if (isFormula) {
                formulas.put(field.name(), Formula.parse(formula(answer.node()), scope(task)));
            } else if (task.ways().contains(Way.ANSWERS)) {
                values.put(field.name(), YamlValues.of(answer.node(), field.type()));
            } else {
                refuse(
                        field,
                        answer,
                        "is answered in answers.yaml, but this task is answered by " + instead(task) + " only");
            }
        } catch (IllegalArgumentException e) {
            refuse(field, answer, String.valueOf(e.getMessage()));
        } catch (FormulaException e) {
            refuse(field, answer, "is not a formula that can be read: " + e.withCaret());
        }
    }

    private static String instead(Task task) {
        return task.ways().contains(Way.PREDICTIONS)
                ? "the file " + PredictionsFile.stem(task.id()) + ".csv"
                : task.ways().contains(Way.FORMULA) ? "a formula or code" : "code";
    }

    private static String formula(JsonNode node) {
        if (node.isString() || node.isNumber()) {
            return node.asString();
        }
        String found = node.isArray() ? "a list" : node.isObject() ? "a mapping" : "the truth value " + node.asString();
        throw new IllegalArgumentException(
                "is " + found + ", must be a number or one formula; put formulas in quotes: \"2*sum(x)\"");
    }

    private static FormulaScope scope(Task task) {
        FormulaScope scope = FormulaScope.none();
        for (Field input : task.inputs()) {
            scope = switch (input.type().kind()) {
                case NUMBER -> scope.andNumber(input.name());
                case VECTOR ->
                    scope.andVector(input.name(), input.type().extents().get(0));
                default -> scope.andOther(input.name(), input.type().toString());
            };
        }
        return scope;
    }

    private void refuse(Field field, GivenAnswer answer, String why) {
        refused.put(
                field.name(), new Outcome.Failed(Fault.UNREADABLE, "'" + field.name() + "' " + why, answer.where()));
    }
}
