package assay.check;

import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Field;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Judge a choice: a truth value, a text or a number that is right or not. Texts are compared without regard to case and
 * blanks, numbers exactly.
 */
@About(
        "Judge a choice: a truth value, a text or a number that is right or not. Texts are compared without regard to case and blanks, numbers exactly.")
public final class ChoiceCheck implements CheckKind<ChoiceCheck.Spec> {
    private static final int SHORTEST_WORD = 4;

    /** Hold the keys. */
    public record Spec(
            @About("name of the answer") String answer,

            @About("the right choice: true or false, a text or a number")
            JsonNode right,

            @About("a sentence for each wrong choice that is worth one, by the choice as it would be written")
            Map<String, String> wrong,

            @About("the cases that count") @Default("all") Selection on) {
        public Spec {
            if (!right.isString() && !right.isNumber() && !right.isBoolean()) {
                throw new IllegalArgumentException("'right' must be true, false, a text or a number");
            }
            Map<String, String> folded = new LinkedHashMap<>();
            wrong.forEach((choice, sentence) -> folded.put(Shown.fold(choice), sentence));
            wrong = Map.copyOf(folded);
            if (wrong.containsKey(Shown.fold(right.asString()))) {
                throw new IllegalArgumentException("'wrong' lists the right choice '" + right.asString() + "'");
            }
        }
    }

    @Override
    public String name() {
        return "choice";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        Optional<Field> field = task.answer(spec.answer());
        if (field.isEmpty()) {
            return task.objection(List.of(spec.answer()));
        }
        ValueType.Kind kind = field.get().type().kind();
        boolean fits = (spec.right().isBoolean() && kind == ValueType.Kind.TRUTH)
                || (spec.right().isNumber() && kind == ValueType.Kind.NUMBER)
                || (spec.right().isString() && kind == ValueType.Kind.TEXT);
        return fits ? "" : "'" + spec.answer() + "' is " + field.get().type() + ", it can not be " + spec.right();
    }

    @Override
    public Selection on(Spec spec) {
        return spec.on();
    }

    @Override
    public Optional<Tolerance> tolerance(Spec spec) {
        return Optional.of(new Tolerance(0, 0));
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        List<Trial> chosen = spec.on().of(context.trials());
        Optional<Judgement> refusal =
                Comparer.withoutTrials(spec.on(), context).or(() -> context.unanswered(chosen, spec.answer()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (Trial trial : chosen) {
            Value given = ((Outcome.Answered) trial.outcome())
                    .answers()
                    .get(spec.answer())
                    .orElseThrow();
            if (!isRight(spec.right(), given)) {
                return wrong(spec, context.place(trial), given);
            }
        }
        return Judgement.passed("right", List.of());
    }

    private static Judgement wrong(Spec spec, String place, Value given) {
        String written = Shown.of(given);
        String known = spec.wrong().get(Shown.fold(written));
        String message = place + "'" + spec.answer() + "': " + Shown.shortly(given) + " is not right.";
        return known == null
                ? Judgement.wrong("wrong-choice", message + misspelt(spec, given), Diagnosis.none(), List.of())
                : Judgement.wrong(
                        "wrong-choice",
                        message + " " + known,
                        new Diagnosis("choice-" + Shown.fold(written), known),
                        List.of());
    }

    /** Ask whether a listed choice was meant, right or wrong; single letters are too near to each other for that. */
    private static String misspelt(Spec spec, Value given) {
        if (!(given instanceof Text text)
                || !spec.right().isString()
                || text.text().length() < SHORTEST_WORD) {
            return "";
        }
        List<String> choices = new ArrayList<>(spec.wrong().keySet());
        choices.add(spec.right().stringValue());
        return Suggestion.nearest(text.text(), choices)
                .map(choice -> " Did you mean '" + choice + "'?")
                .orElse("");
    }

    private static boolean isRight(JsonNode right, Value given) {
        if (given instanceof Truth truth) {
            return right.isBoolean() && right.booleanValue() == truth.holds();
        } else if (given instanceof Tensor tensor) {
            return right.isNumber() && tensor.rank() == 0 && tensor.item() == right.doubleValue();
        } else if (given instanceof Text text) {
            return right.isString() && Shown.fold(text.text()).equals(Shown.fold(right.stringValue()));
        }
        return false;
    }
}
