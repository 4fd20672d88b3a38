package assay.verify;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Make the answers that need no thought (zeros, a copy of an input, ...) or no more than an oversight (transposed, ...). */
final class TrivialAnswers {
    private static final Map<String, DoubleUnaryOperator> CONSTANTS = constants();
    private static final Map<String, UnaryOperator<Value>> REARRANGED = rearranged();

    private TrivialAnswers() {}

    private static Map<String, DoubleUnaryOperator> constants() {
        Map<String, DoubleUnaryOperator> made = new LinkedHashMap<>();
        made.put("zeros", x -> 0);
        made.put("ones", x -> 1);
        made.put("NaN", x -> Double.NaN);
        made.put("constant", x -> 0.5);
        made.put("infinity", x -> Double.POSITIVE_INFINITY);
        return made;
    }

    private static Map<String, UnaryOperator<Value>> rearranged() {
        Map<String, UnaryOperator<Value>> made = new LinkedHashMap<>();
        made.put("shuffled", Remade::shuffled);
        made.put("transposed", Remade::transposed);
        made.put("sign flipped", Remade::negative);
        made.put("truth negated", Remade::negated);
        return made;
    }

    /** Make all of them for the cases of {@code bench}. */
    static List<Variant> of(TaskBench bench) {
        List<Variant> made = new ArrayList<>();
        CONSTANTS.forEach((name, constant) ->
                made.add(thoughtless(name, bench, (value, in) -> Remade.numbers(value, right -> right.map(constant)))));
        made.add(thoughtless(
                "copy of an input", bench, (value, in) -> Remade.numbers(value, right -> copyOfInput(right, in))));
        made.add(new Variant("previous answer", Variant.Origin.REARRANGED, previous(bench.right())));
        REARRANGED.forEach((name, how) -> made.add(new Variant(
                name,
                Variant.Origin.REARRANGED,
                bench.right().stream().map(right -> remade(right, how)).toList())));
        return made;
    }

    private static Variant thoughtless(String name, TaskBench bench, BiFunction<Value, Inputs, Value> made) {
        List<Answers> answers = new ArrayList<>();
        for (int i = 0; i < bench.right().size(); i++) {
            Inputs inputs = bench.inputs(i);
            answers.add(remade(bench.right().get(i), value -> made.apply(value, inputs)));
        }
        return new Variant(name, Variant.Origin.THOUGHTLESS, answers);
    }

    private static Answers remade(Answers right, UnaryOperator<Value> made) {
        Map<String, Value> answers = new LinkedHashMap<>();
        right.fields().byName().forEach((name, value) -> answers.put(name, made.apply(value)));
        return Answers.of(answers);
    }

    /** Answer each case with what was right in the one before, the first with the last. */
    private static List<Answers> previous(List<Answers> right) {
        List<Answers> answers = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            answers.add(right.get((i + right.size() - 1) % right.size()));
        }
        return answers;
    }

    /** Return the first input of the same shape, else a number that is nobody's answer. */
    private static Tensor copyOfInput(Tensor right, Inputs inputs) {
        for (Value input : inputs.fields().byName().values()) {
            if (input instanceof Tensor tensor && tensor.shape().equals(right.shape())) {
                return tensor;
            }
        }
        return right.map(x -> -7.25);
    }
}
