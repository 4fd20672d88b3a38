package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.reference.math.Logistic;
import assay.reference.math.Softmax;
import assay.reference.math.Sums;
import java.util.Arrays;
import java.util.Optional;

/**
 * Run a dense network n-h1-h2-K with ReLU on a batch of images, and go back through it, rightly or with one slip.
 *
 * <p>Shapes: images [B, n], labels [B], w1 [h1, n], b1 [h1], w2 [h2, h1], b2 [h2], w3 [K, h2], b3 [K].
 */
final class DenseNet {
    /** Name what can go wrong; one at a time. */
    enum Slip {
        ZERO_TO_TWO,
        ZERO_TO_ONE,
        UNSCALED,
        NO_RELU,
        RELU_AT_OUTPUT,
        SIGMOID_UNITS,
        NO_BIASES,
        SOFTMAX_TWICE,
        SUM_FOR_MEAN,
        NO_RELU_SLOPE,
        NO_ONE_HOT,
        ASCENT,
        GRADIENT_OF_PIXELS
    }

    private static final int LAYERS = 3;

    private final Optional<Slip> slip;
    private final double[][] pixels;
    private final double[] labels;
    private final double[][][] weights;
    private final double[][] biases;
    /** Activations by layer and sample, the normalised images first; and what stands before the activation. */
    private final double[][][] activations = new double[LAYERS + 1][][];

    private final double[][][] sums = new double[LAYERS + 1][][];

    DenseNet(Inputs in, Optional<Slip> slip) {
        this.slip = slip;
        this.pixels = in.matrix("images");
        this.labels = in.vector("labels");
        this.weights = new double[][][] {in.matrix("w1"), in.matrix("w2"), in.matrix("w3")};
        this.biases = new double[][] {in.vector("b1"), in.vector("b2"), in.vector("b3")};
        activations[0] = each(pixels, this::normalised);
        for (int l = 1; l <= LAYERS; l++) {
            int layer = l;
            sums[l] = each(activations[l - 1], a -> affine(layer, a));
            activations[l] = each(sums[l], z -> activated(layer, z));
        }
    }

    /** Turn a vector into another. */
    @FunctionalInterface
    private interface Map {
        double[] of(double[] vector);
    }

    private static double[][] each(double[][] rows, Map map) {
        double[][] mapped = new double[rows.length][];
        for (int b = 0; b < rows.length; b++) {
            mapped[b] = map.of(rows[b]);
        }
        return mapped;
    }

    private boolean made(Slip one) {
        return slip.filter(one::equals).isPresent();
    }

    private double[] normalised(double[] pixel) {
        return Sums.vector(pixel.length, i -> {
            if (made(Slip.ZERO_TO_TWO)) {
                return pixel[i] / 255 / 0.5;
            } else if (made(Slip.ZERO_TO_ONE)) {
                return pixel[i] / 255;
            }
            return made(Slip.UNSCALED) ? (pixel[i] - 0.5) / 0.5 : (pixel[i] / 255 - 0.5) / 0.5;
        });
    }

    private double[] affine(int layer, double[] a) {
        double[][] w = weights[layer - 1];
        double bias = made(Slip.NO_BIASES) ? 0 : 1;
        return Sums.vector(w.length, k -> Sums.dot(w[k], a) + bias * biases[layer - 1][k]);
    }

    private double[] activated(int layer, double[] z) {
        if (layer == LAYERS ? !made(Slip.RELU_AT_OUTPUT) : made(Slip.NO_RELU)) {
            return z;
        }
        return Sums.vector(z.length, k -> made(Slip.SIGMOID_UNITS) ? Logistic.sigmoid(z[k]) : Math.max(z[k], 0));
    }

    /** Return the derivative of the activation at unit {@code k} of a hidden layer. */
    private double slope(int layer, int sample, int k) {
        double z = sums[layer][sample][k];
        if (made(Slip.SIGMOID_UNITS)) {
            return Logistic.slope(z);
        }
        return z > 0 || made(Slip.NO_RELU) || made(Slip.NO_RELU_SLOPE) ? 1 : 0;
    }

    private int samples() {
        return pixels.length;
    }

    private double loss(int b) {
        double[] z = activations[LAYERS][b];
        int label = (int) labels[b];
        return Softmax.loss(made(Slip.SOFTMAX_TWICE) ? Softmax.probabilities(z) : z, label);
    }

    /** Return the derivative of the loss of the batch by the logits of one sample. */
    private double[] error(int b) {
        double share = (made(Slip.ASCENT) ? -1.0 : 1.0) / (made(Slip.SUM_FOR_MEAN) ? 1 : samples());
        double[] p = Softmax.probabilities(activations[LAYERS][b]);
        double[] q = made(Slip.SOFTMAX_TWICE) ? Softmax.probabilities(p) : p;
        double[] error = Sums.vector(p.length, k -> q[k] - (k == labels[b] && !made(Slip.NO_ONE_HOT) ? 1 : 0));
        double mean = Sums.dot(p, error);
        return Sums.vector(p.length, k -> {
            double chained = made(Slip.SOFTMAX_TWICE) ? p[k] * (error[k] - mean) : error[k];
            return made(Slip.RELU_AT_OUTPUT) && sums[LAYERS][b][k] <= 0 ? 0 : share * chained;
        });
    }

    /** Return the normalised images, the logits, the loss and the six gradients. */
    Answers answers() {
        double total = Sums.sum(samples(), this::loss);
        return gradients(errors())
                .and("normalised", activations[0])
                .and("logits", activations[LAYERS])
                .and("loss", made(Slip.SUM_FOR_MEAN) ? total : total / samples());
    }

    private double[][] errors() {
        double[][] errors = new double[samples()][];
        for (int b = 0; b < errors.length; b++) {
            errors[b] = error(b);
        }
        return errors;
    }

    private Answers gradients(double[][] errors) {
        Answers answers = Answers.none();
        double[][] delta = errors;
        for (int l = LAYERS; l >= 1; l--) {
            double[][] below = l == 1 && made(Slip.GRADIENT_OF_PIXELS) ? pixels : activations[l - 1];
            answers = answers.and("dw" + l, products(delta, below)).and("db" + l, columnSums(delta));
            delta = l == 1 ? delta : back(l, delta);
        }
        return answers;
    }

    private double[][] back(int layer, double[][] delta) {
        double[][] w = weights[layer - 1];
        double[][] below = new double[delta.length][];
        for (int b = 0; b < delta.length; b++) {
            int sample = b;
            below[b] = Sums.vector(
                    w[0].length,
                    j -> slope(layer - 1, sample, j) * Sums.sum(w.length, k -> w[k][j] * delta[sample][k]));
        }
        return below;
    }

    private static Tensor products(double[][] delta, double[][] below) {
        int columns = below[0].length;
        double[] entries = Sums.vector(
                delta[0].length * columns,
                at -> Sums.sum(delta.length, b -> delta[b][at / columns] * below[b][at % columns]));
        return Tensor.of(new int[] {delta[0].length, columns}, entries);
    }

    private static double[] columnSums(double[][] delta) {
        return Sums.vector(delta[0].length, k -> Sums.sum(delta.length, b -> delta[b][k]));
    }

    /** Return the same with every summand replaced by its absolute value, from the pixels to the gradients. */
    Answers magnitudes() {
        double[][][] sizes = new double[LAYERS + 1][][];
        sizes[0] = each(pixels, row -> Sums.vector(row.length, i -> row[i] / 127.5 + 1));
        for (int l = 1; l <= LAYERS; l++) {
            double[][] w = weights[l - 1];
            double[] bias = biases[l - 1];
            sizes[l] = each(
                    sizes[l - 1],
                    a -> Sums.vector(
                            w.length, k -> Sums.sum(a.length, j -> Math.abs(w[k][j] * a[j])) + Math.abs(bias[k])));
        }
        Answers answers = Answers.of("normalised", sizes[0])
                .and("logits", sizes[LAYERS])
                .and("loss", Sums.mean(samples(), b -> 2 * Sums.largest(sizes[LAYERS][b]) + 1));
        double[][] delta = new double[samples()][];
        for (int b = 0; b < delta.length; b++) {
            double size = (1 + Sums.largest(sizes[LAYERS][b])) / samples();
            delta[b] = Sums.vector(biases[LAYERS - 1].length, k -> size);
        }
        for (int l = LAYERS; l >= 1; l--) {
            answers = answers.and("dw" + l, products(delta, sizes[l - 1])).and("db" + l, columnSums(delta));
            double[][] w = weights[l - 1];
            double[][] above = delta;
            delta = each(
                    above, one -> Sums.vector(w[0].length, j -> Sums.sum(w.length, k -> Math.abs(w[k][j] * one[k]))));
        }
        return answers;
    }

    /** Return how near the hidden sums come to 0, where ReLU has its kink. */
    double nearestKink() {
        double nearest = Double.POSITIVE_INFINITY;
        for (int l = 1; l < LAYERS; l++) {
            for (double[] row : sums[l]) {
                for (double z : row) {
                    nearest = Math.min(nearest, Math.abs(z));
                }
            }
        }
        return nearest;
    }

    /** Return whether each hidden layer has units that are on and units that are off, for every sample. */
    boolean isMixed() {
        for (int l = 1; l < LAYERS; l++) {
            for (double[] row : sums[l]) {
                long on = Arrays.stream(row).filter(z -> z > 0).count();
                if (on == 0 || on == row.length) {
                    return false;
                }
            }
        }
        return true;
    }
}
