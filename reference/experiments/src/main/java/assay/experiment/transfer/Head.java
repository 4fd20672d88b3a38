package assay.experiment.transfer;

import assay.api.reference.Draw;
import assay.experiment.image.Digest;
import java.util.Arrays;

/**
 * Be the new last layer: scores W r + c of {@code width} features for every class, learnt by Adam (Kingma and Ba 2015, algorithm
 * 1) on the mean cross-entropy. All in double precision and in one order, so that the same features give the same head.
 */
final class Head {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final int width;
    private final int classes;
    private final double rate;
    /** Weights [width, classes], then biases. */
    private final double[] parameters;

    private final double[] mean;
    private final double[] square;
    private final double[] gradient;
    private int steps;

    /** Draw weights and biases from U(-1/sqrt(width), 1/sqrt(width)), as PyTorch's linear layer starts. */
    Head(int width, int classes, double rate, long seed) {
        this.width = width;
        this.classes = classes;
        this.rate = rate;
        double bound = 1 / Math.sqrt(width);
        Draw draw = new Draw(seed);
        parameters = draw.vector((width + 1) * classes, () -> draw.uniform(-bound, bound));
        mean = new double[parameters.length];
        square = new double[parameters.length];
        gradient = new double[parameters.length];
    }

    /** Return how many numbers are learnt. */
    int size() {
        return parameters.length;
    }

    /** Return the probabilities of the classes. */
    double[] probabilities(float[] features) {
        double[] scores = Arrays.copyOfRange(parameters, width * classes, parameters.length);
        for (int j = 0; j < width; j++) {
            double feature = features[j];
            if (feature != 0) {
                for (int k = 0; k < classes; k++) {
                    scores[k] += feature * parameters[j * classes + k];
                }
            }
        }
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            scores[k] = Math.exp(scores[k] - most);
            sum += scores[k];
        }
        for (int k = 0; k < classes; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    /** Go one step down the mean cross-entropy of some images; return that loss before the step. */
    double step(float[][] features, int[] labels) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] error = probabilities(features[i]);
            loss -= Math.log(Math.max(Double.MIN_NORMAL, error[labels[i]]));
            error[labels[i]] -= 1;
            for (int j = 0; j < width; j++) {
                double feature = features[i][j];
                if (feature != 0) {
                    add(j * classes, feature, error);
                }
            }
            add(width * classes, 1, error);
        }
        update(labels.length);
        return loss / labels.length;
    }

    /** Return the SHA-256 over the parameters. */
    String digest() {
        return new Digest().add(parameters).hex();
    }

    private void add(int row, double factor, double[] error) {
        for (int k = 0; k < classes; k++) {
            gradient[row + k] += factor * error[k];
        }
    }

    private void update(int images) {
        steps++;
        double first = 1 - Math.pow(FIRST, steps);
        double second = 1 - Math.pow(SECOND, steps);
        for (int i = 0; i < parameters.length; i++) {
            double slope = gradient[i] / images;
            mean[i] = FIRST * mean[i] + (1 - FIRST) * slope;
            square[i] = SECOND * square[i] + (1 - SECOND) * slope * slope;
            parameters[i] -= rate * (mean[i] / first) / (Math.sqrt(square[i] / second) + EPSILON);
        }
    }
}
