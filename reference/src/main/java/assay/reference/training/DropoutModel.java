package assay.reference.training;

import java.util.Arrays;
import java.util.Random;

/**
 * Be a net with one hidden layer of rectifiers, of which each is left out of a training step with some probability and
 * otherwise made larger, so that the mean stays (inverted dropout; Srivastava et al. 2014, section 10).
 */
final class DropoutModel extends Classifier {
    private final int hidden;
    private final int classes;
    private final double drop;
    /** Where the upper weights [hidden, classes] and biases [classes] stand, after the lower ones. */
    private final int upper;

    private final int upperBiases;

    DropoutModel(int features, int hidden, int classes, double drop, Random random) {
        super((features + 1) * hidden + (hidden + 1) * classes);
        this.hidden = hidden;
        this.classes = classes;
        this.drop = drop;
        this.upper = (features + 1) * hidden;
        this.upperBiases = upper + hidden * classes;
        // He et al. 2015: uniform with variance 2 / inputs; the upper layer from zeros, so that the first loss is ln K.
        double reach = Math.sqrt(6.0 / features);
        for (int i = 0; i < features * hidden; i++) {
            parameters[i] = reach * (2 * random.nextDouble() - 1);
        }
    }

    @Override
    double[] scores(Pictures pictures, int image) {
        return upper(lower(pictures, image));
    }

    private double[] lower(Pictures pictures, int image) {
        double[] active = linear(pictures, image, hidden);
        for (int j = 0; j < hidden; j++) {
            active[j] = Math.max(0, active[j]);
        }
        return active;
    }

    private double[] upper(double[] active) {
        double[] scores = Arrays.copyOfRange(parameters, upperBiases, upperBiases + classes);
        for (int j = 0; j < hidden; j++) {
            for (int k = 0; k < classes; k++) {
                scores[k] += active[j] * parameters[upper + j * classes + k];
            }
        }
        return scores;
    }

    @Override
    void step(Pictures pictures, int[] labels, int[] batch, double rate, Random random) {
        double[][] active = new double[batch.length][];
        double[][] outer = new double[batch.length][];
        double[][] inner = new double[batch.length][];
        for (int b = 0; b < batch.length; b++) {
            active[b] = lower(pictures, batch[b]);
            boolean[] kept = dropped(active[b], random);
            outer[b] = upper(active[b]);
            toGradient(outer[b], labels[batch[b]]);
            inner[b] = back(active[b], outer[b], kept);
        }
        double share = rate / batch.length;
        for (int b = 0; b < batch.length; b++) {
            apply(pictures, batch[b], active[b], outer[b], inner[b], share);
        }
    }

    private boolean[] dropped(double[] active, Random random) {
        boolean[] kept = new boolean[hidden];
        for (int j = 0; j < hidden; j++) {
            kept[j] = random.nextDouble() >= drop;
            active[j] = kept[j] ? active[j] / (1 - drop) : 0;
        }
        return kept;
    }

    private double[] back(double[] active, double[] outer, boolean[] kept) {
        double[] inner = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            if (kept[j] && active[j] > 0) {
                double sum = 0;
                for (int k = 0; k < classes; k++) {
                    sum += outer[k] * parameters[upper + j * classes + k];
                }
                inner[j] = sum / (1 - drop);
            }
        }
        return inner;
    }

    private void apply(Pictures pictures, int image, double[] active, double[] outer, double[] inner, double share) {
        descendLinear(pictures, image, share, inner);
        for (int j = 0; j < hidden; j++) {
            descend(upper + j * classes, share * active[j], outer);
        }
        descend(upperBiases, share, outer);
    }
}
