package assay.reference;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.reference.ReferenceTask;

/** Measure how far answers are from the truth, in units of the usual bound 1e-9 scale + 1e-12. */
public final class Distance {
    private Distance() {}

    /** Return the largest distance over the answers that {@code given} has; infinite for another shape, kind or NaN. */
    public static double inBounds(ReferenceTask task, Inputs in, Answers given) {
        Answers truth = task.compared(in, task.solve(in));
        Answers scale = task.scale(in);
        double largest = 0;
        for (var entry : task.compared(in, given).fields().byName().entrySet()) {
            Value right = truth.get(entry.getKey()).orElse(entry.getValue());
            largest = Math.max(
                    largest,
                    distance(right, entry.getValue(), scale.get(entry.getKey()).orElse(right)));
        }
        return largest;
    }

    private static double distance(Value right, Value given, Value scale) {
        if (!(right instanceof Tensor expected) || !(given instanceof Tensor actual)) {
            return right.equals(given) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (!expected.shape().equals(actual.shape())) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            double error = Math.abs(expected.at(i) - actual.at(i));
            double bound = 1e-9 * ((Tensor) scale).at(i) + 1e-12;
            largest = Math.max(largest, error <= Double.MAX_VALUE ? error / bound : Double.POSITIVE_INFINITY);
        }
        return largest;
    }
}
