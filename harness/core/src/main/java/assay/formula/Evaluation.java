package assay.formula;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Index;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.Expression.Negation;
import assay.formula.Expression.Sum;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluate one tree on one set of inputs. */
final class Evaluation {
    private final Map<String, Tensor> values = new HashMap<>();
    /** A sum is the same wherever it is asked for; without this, nested sums would take time n^depth. */
    private final IdentityHashMap<Sum, Double> sums = new IdentityHashMap<>();

    Evaluation(FormulaScope scope, Inputs inputs) {
        scope.names().forEach(name -> values.put(name, inputs.tensor(name)));
    }

    /** Evaluate with every vector standing for its entry {@code entry} (0-based). */
    double of(Expression tree, int entry) {
        if (tree instanceof Literal literal) {
            return literal.value();
        } else if (tree instanceof Name name) {
            return name(name.name(), entry);
        } else if (tree instanceof Index index) {
            return entry(values.get(index.vector()), index.position() - 1);
        } else if (tree instanceof Negation negation) {
            return -of(negation.operand(), entry);
        } else if (tree instanceof Binary binary) {
            return binary.operator().apply(of(binary.left(), entry), of(binary.right(), entry));
        } else if (tree instanceof Call call) {
            return call.function().apply(of(call.argument(), entry));
        }
        Sum sum = (Sum) tree;
        Double known = sums.get(sum);
        if (known == null) {
            known = sum(sum);
            sums.put(sum, known);
        }
        return known;
    }

    private double name(String name, int entry) {
        Tensor value = values.get(name);
        if (value == null) {
            return Constants.find(name).orElse(Double.NaN);
        }
        return value.rank() == 0 ? value.item() : entry(value, entry);
    }

    private static double entry(@Nullable Tensor vector, int entry) {
        return vector != null && vector.rank() == 1 && entry < vector.size() ? vector.at(entry) : Double.NaN;
    }

    private double sum(Sum sum) {
        int length = -1;
        for (String name : ScopeCheck.summed(sum.term())) {
            Tensor value = values.get(name);
            if (value != null && value.rank() == 1) {
                if (length >= 0 && length != value.size()) {
                    return Double.NaN;
                }
                length = value.size();
            }
        }
        double total = 0;
        for (int entry = 0; entry < length; entry++) {
            total += of(sum.term(), entry);
        }
        return total;
    }
}
