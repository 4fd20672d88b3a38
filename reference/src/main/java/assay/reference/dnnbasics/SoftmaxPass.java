package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.reference.math.Logistic;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.function.IntBinaryOperator;

/** Run one pass of mini-batch gradient descent for softmax regression, as asked or with one known mistake. */
final class SoftmaxPass {
    private final double[][] weights;
    private final double[][] x;
    private final double[] labels;
    private final double rate;
    private final int batch;

    private Slope slope = SoftmaxPass::crossEntropy;
    private IntBinaryOperator divisor = (size, full) -> size;
    private boolean dropLast;

    /** Return the derivative of the loss by the logits. */
    @FunctionalInterface
    private interface Slope {
        double[] byLogits(double[] logits, int label);
    }

    /** Read the inputs of the task. */
    SoftmaxPass(Inputs in) {
        this.weights = in.matrix("weights");
        this.x = in.matrix("x");
        this.labels = in.vector("labels");
        this.rate = in.number("rate");
        this.batch = in.integer("batch");
    }

    SoftmaxPass sigmoidFirst() {
        slope = (logits, label) -> {
            double[] outer = crossEntropy(Sums.vector(logits.length, k -> Logistic.sigmoid(logits[k])), label);
            return Sums.vector(logits.length, k -> outer[k] * Logistic.slope(logits[k]));
        };
        return this;
    }

    SoftmaxPass softmaxTwice() {
        slope = (logits, label) -> {
            double[] p = Softmax.probabilities(logits);
            double[] outer = crossEntropy(p, label);
            double mean = Sums.dot(p, outer);
            return Sums.vector(logits.length, k -> p[k] * (outer[k] - mean));
        };
        return this;
    }

    SoftmaxPass labelOnly() {
        slope = (logits, label) -> {
            double[] full = crossEntropy(logits, label);
            return Sums.vector(logits.length, k -> k == label ? full[k] : 0);
        };
        return this;
    }

    /** Divide the sum of a batch by a number made of its size and the size of a full one. */
    SoftmaxPass dividingBy(IntBinaryOperator number) {
        divisor = number;
        return this;
    }

    SoftmaxPass droppingLast() {
        dropLast = true;
        return this;
    }

    /** Run it. */
    Answers answers() {
        for (int from = 0; from < x.length; from += batch) {
            int to = Math.min(from + batch, x.length);
            if (!dropLast || to - from == batch) {
                update(from, to);
            }
        }
        return Answers.of("weights", Tensor.matrix(weights));
    }

    private void update(int from, int to) {
        double[][] slopes = new double[to - from][];
        for (int i = from; i < to; i++) {
            double[] sample = x[i];
            double[] logits = Sums.vector(weights.length, k -> Sums.dot(weights[k], sample));
            slopes[i - from] = slope.byLogits(logits, (int) labels[i]);
        }
        double step = rate / divisor.applyAsInt(to - from, batch);
        for (int k = 0; k < weights.length; k++) {
            int row = k;
            for (int j = 0; j < weights[k].length; j++) {
                int column = j;
                weights[k][j] -= step * Sums.sum(slopes.length, i -> slopes[i][row] * x[from + i][column]);
            }
        }
    }

    /** Return softmax(logits) minus the one-hot label. */
    private static double[] crossEntropy(double[] logits, int label) {
        double[] p = Softmax.probabilities(logits);
        return Sums.vector(p.length, k -> p[k] - (k == label ? 1 : 0));
    }
}
