package assay.check.diagnosis;

import assay.api.Inputs;
import assay.api.Tensor;
import assay.check.Tolerance;
import assay.check.Trial;
import java.util.stream.IntStream;

/**
 * Hold the numbers of one trial beside the right ones, entry by entry.
 *
 * @param expected the right numbers, finite
 * @param actual the answered numbers in the shape of {@code expected}; may hold NaN and infinities
 * @param scale what round-off is measured by, in the shape of {@code expected}, finite, 0 or more
 */
public record Comparison(Trial trial, Tensor expected, Tensor actual, Tensor scale, Tolerance tolerance) {
    /** A prediction is recognised at this share of the scale even where the tolerance is tighter: it is not a verdict. */
    private static final double RECOGNITION = 1e-9;

    public Comparison {
        if (!expected.shape().equals(actual.shape()) || !expected.shape().equals(scale.shape())) {
            throw new IllegalArgumentException(
                    "must have one shape, was " + expected.shape() + ", " + actual.shape() + " and " + scale.shape());
        }
    }

    /** Return the name of the case. */
    public String label() {
        return trial.request().label();
    }

    /** Return what the case gave. */
    public Inputs inputs() {
        return trial.request().inputs();
    }

    /** Return the number of entries. */
    public int size() {
        return expected.size();
    }

    /** Return the largest error that is accepted at a position. */
    public double bound(int position) {
        return tolerance.bound(scale.at(position));
    }

    /** Return the error at a position as a share of its bound; infinite where the answer is not finite or the bound is 0. */
    public double share(int position) {
        double error = Math.abs(actual.at(position) - expected.at(position));
        if (error == 0) {
            return 0;
        }
        return Double.isFinite(error) ? error / bound(position) : Double.POSITIVE_INFINITY;
    }

    /** Say whether the entry at a position is accepted. */
    public boolean passes(int position) {
        return tolerance.accepts(expected.at(position), actual.at(position), scale.at(position));
    }

    /** Say whether all entries are accepted. */
    public boolean passes() {
        return IntStream.range(0, size()).allMatch(this::passes);
    }

    /** Say whether all answered entries are finite. */
    public boolean isFinite() {
        return IntStream.range(0, size()).allMatch(i -> Double.isFinite(actual.at(i)));
    }

    /** Return the position of the largest share, the first one of several; a case without entries has none (-1). */
    public int worst() {
        int worst = -1;
        for (int i = 0; i < size(); i++) {
            if (worst < 0 || share(i) > share(worst)) {
                worst = i;
            }
        }
        return worst;
    }

    /** Return the largest share of all entries, 0 when there are none. */
    public double largestShare() {
        return size() == 0 ? 0 : share(worst());
    }

    /** Say whether the right number is far enough from 0 to divide by: a hundred times its bound. */
    boolean isReliable(int position) {
        return Double.isFinite(actual.at(position)) && Math.abs(expected.at(position)) > 100 * bound(position);
    }

    /** Say whether {@code predicted} is what was answered at a position; not finite is recognised as not finite. */
    boolean recognises(double predicted, int position) {
        double answered = actual.at(position);
        if (!Double.isFinite(answered) || !Double.isFinite(predicted)) {
            return !Double.isFinite(answered) && !Double.isFinite(predicted);
        }
        double reach = Math.max(scale.at(position), Math.abs(predicted));
        return Math.abs(answered - predicted) <= Math.max(tolerance.bound(reach), RECOGNITION * reach);
    }

    /** Say whether {@code predicted} is what was answered, everywhere. */
    boolean recognises(Tensor predicted) {
        return predicted.shape().equals(expected.shape())
                && IntStream.range(0, size()).allMatch(i -> recognises(predicted.at(i), i));
    }

    /** Say whether {@code predicted} would be accepted as the right answer. */
    boolean isRight(Tensor predicted) {
        return predicted.shape().equals(expected.shape())
                && IntStream.range(0, size())
                        .allMatch(i -> tolerance.accepts(expected.at(i), predicted.at(i), scale.at(i)));
    }
}
