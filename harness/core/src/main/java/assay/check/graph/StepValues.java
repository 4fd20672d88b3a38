package assay.check.graph;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.formula.Constants;
import assay.formula.Expression;
import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Index;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Expression.Negation;
import assay.formula.Expression.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/** Evaluate a list line by line: numbers stand for all samples, vectors hold one value per sample. */
final class StepValues {
    private final Map<String, Tensor> values = new HashMap<>();
    private final List<Optional<Tensor>> byStep = new ArrayList<>();

    private StepValues(Inputs inputs, Set<String> leaves) {
        for (String leaf : leaves) {
            if (inputs.fields().get(leaf).orElse(null) instanceof Tensor tensor && tensor.rank() <= 1) {
                values.put(leaf, tensor);
            }
        }
    }

    /** Evaluate all lines that only use names with a value. */
    static StepValues of(List<Step> steps, Inputs inputs, Set<String> leaves) {
        StepValues values = new StepValues(inputs, leaves);
        for (Step step : steps) {
            Optional<Tensor> value = values.value(step.operation());
            value.ifPresent(known -> values.values.put(step.name(), known));
            values.byStep.add(value);
        }
        return values;
    }

    /** Return the value of a name; nothing when it, or something that it is computed from, is not defined. */
    Optional<Tensor> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Return the value of the step at a 0-based position. */
    Optional<Tensor> at(int position) {
        return byStep.get(position);
    }

    private Optional<Tensor> value(Expression tree) {
        if (tree instanceof Literal literal) {
            return Optional.of(Tensor.scalar(literal.value()));
        } else if (tree instanceof Name name) {
            return get(name.name()).or(() -> constant(name.name()));
        } else if (tree instanceof Index index) {
            return get(index.vector()).map(vector -> entry(vector, index.position() - 1));
        } else if (tree instanceof Negation negation) {
            return value(negation.operand()).map(operand -> operand.map(value -> -value));
        } else if (tree instanceof Call call) {
            return value(call.argument()).map(argument -> argument.map(call.function()::apply));
        } else if (tree instanceof Sum sum) {
            return value(sum.term()).map(StepValues::sum);
        }
        Binary binary = (Binary) tree;
        return value(binary.left())
                .flatMap(left -> value(binary.right()).map(right -> broadcast(binary.operator()::apply, left, right)));
    }

    private static Optional<Tensor> constant(String name) {
        return Constants.find(name).isPresent()
                ? Optional.of(Tensor.scalar(Constants.find(name).getAsDouble()))
                : Optional.empty();
    }

    private static Tensor entry(Tensor vector, int position) {
        boolean there = vector.rank() == 1 && position < vector.size();
        return Tensor.scalar(there ? vector.at(position) : Double.NaN);
    }

    private static Tensor sum(Tensor term) {
        double total = 0;
        for (int i = 0; i < term.size(); i++) {
            total += term.at(i);
        }
        return Tensor.scalar(total);
    }

    private static Tensor broadcast(DoubleBinaryOperator operator, Tensor left, Tensor right) {
        if (left.rank() == 0) {
            return right.map(value -> operator.applyAsDouble(left.item(), value));
        } else if (right.rank() == 0) {
            return left.map(value -> operator.applyAsDouble(value, right.item()));
        } else if (left.size() != right.size()) {
            return Tensor.scalar(Double.NaN);
        }
        double[] both = new double[left.size()];
        for (int i = 0; i < both.length; i++) {
            both[i] = operator.applyAsDouble(left.at(i), right.at(i));
        }
        return Tensor.vector(both);
    }
}
