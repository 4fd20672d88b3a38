package assay.reference.training;

import java.util.Random;

/** Be softmax regression: one linear map [classes, features] with biases, from zeros. */
final class SoftmaxModel implements Classifier {
    private final int classes;
    private final int features;
    /** Row-major weights [features, classes], then the biases. */
    private double[] parameters;

    SoftmaxModel(int features, int classes) {
        this.features = features;
        this.classes = classes;
        this.parameters = new double[(features + 1) * classes];
    }

    @Override
    public double[] scores(Pictures pictures, int image) {
        double[] scores = new double[classes];
        System.arraycopy(parameters, features * classes, scores, 0, classes);
        int[] places = pictures.places()[image];
        double[] values = pictures.values()[image];
        for (int i = 0; i < places.length; i++) {
            int row = places[i] * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += values[i] * parameters[row + k];
            }
        }
        return scores;
    }

    @Override
    public void step(Pictures pictures, int[] labels, int[] batch, double rate, Random random) {
        double[][] gradients = new double[batch.length][];
        for (int b = 0; b < batch.length; b++) {
            gradients[b] = scores(pictures, batch[b]);
            Classifier.toGradient(gradients[b], labels[batch[b]]);
        }
        double share = rate / batch.length;
        for (int b = 0; b < batch.length; b++) {
            int[] places = pictures.places()[batch[b]];
            double[] values = pictures.values()[batch[b]];
            for (int i = 0; i < places.length; i++) {
                add(places[i] * classes, share * values[i], gradients[b]);
            }
            add(features * classes, share, gradients[b]);
        }
    }

    private void add(int row, double factor, double[] gradient) {
        for (int k = 0; k < classes; k++) {
            parameters[row + k] -= factor * gradient[k];
        }
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public void restore(double[] saved) {
        parameters = saved.clone();
    }
}
