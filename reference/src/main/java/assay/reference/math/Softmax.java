package assay.reference.math;

/** Evaluate softmax and its loss without overflow: the largest logit is subtracted first. */
public final class Softmax {
    private Softmax() {}

    /** Return the probabilities e^(z_k - max z) / sum. */
    public static double[] probabilities(double[] logits) {
        double top = largest(logits);
        double[] powers = Sums.vector(logits.length, k -> StrictMath.exp(logits[k] - top));
        double total = Sums.sum(powers.length, k -> powers[k]);
        return Sums.vector(powers.length, k -> powers[k] / total);
    }

    /** Return ln sum e^z - z_label; with the label on top only the other summands enter, by ln(1 + s). */
    public static double loss(double[] logits, int label) {
        double top = largest(logits);
        int at = logits[label] == top ? label : indexOf(logits, top);
        double others = Sums.sum(logits.length, k -> k == at ? 0 : StrictMath.exp(logits[k] - top));
        return (top - logits[label]) + StrictMath.log1p(others);
    }

    private static int indexOf(double[] logits, double value) {
        int at = 0;
        while (logits[at] != value) {
            at++;
        }
        return at;
    }

    private static double largest(double[] logits) {
        double top = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            top = Math.max(top, logit);
        }
        return top;
    }
}
