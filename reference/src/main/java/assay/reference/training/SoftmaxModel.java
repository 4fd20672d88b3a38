package assay.reference.training;

import java.util.Random;

/** Be softmax regression: one linear map [classes, features] with biases, from zeros. */
final class SoftmaxModel extends Classifier {
    private final int classes;

    SoftmaxModel(int features, int classes) {
        super((features + 1) * classes);
        this.classes = classes;
    }

    @Override
    double[] scores(Pictures pictures, int image) {
        return linear(pictures, image, classes);
    }

    @Override
    void step(Pictures pictures, int[] labels, int[] batch, double rate, Random random) {
        double[][] gradients = new double[batch.length][];
        for (int b = 0; b < batch.length; b++) {
            gradients[b] = scores(pictures, batch[b]);
            toGradient(gradients[b], labels[batch[b]]);
        }
        for (int b = 0; b < batch.length; b++) {
            descendLinear(pictures, batch[b], rate / batch.length, gradients[b]);
        }
    }
}
