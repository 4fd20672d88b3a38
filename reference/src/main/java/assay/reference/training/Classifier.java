package assay.reference.training;

import java.util.Arrays;
import java.util.Random;

/** Be a model that is trained by single steps over small batches; all that it learns lies in one array. */
abstract class Classifier {
    /** What is learned; each model says in which order. */
    final double[] parameters;

    Classifier(int size) {
        this.parameters = new double[size];
    }

    /** Return the scores of the classes (logits) of one image, as the finished model sees it. */
    abstract double[] scores(Pictures pictures, int image);

    /** Make one step of gradient descent on the mean cross-entropy of some images. */
    abstract void step(Pictures pictures, int[] labels, int[] batch, double rate, Random random);

    /** Return a copy of the parameters. */
    double[] parameters() {
        return parameters.clone();
    }

    /** Take back parameters that {@link #parameters()} gave. */
    void restore(double[] saved) {
        System.arraycopy(saved, 0, parameters, 0, parameters.length);
    }

    /** Return the linear map of an image: row-major weights [features, outputs] from 0 on, then {@code outputs} biases. */
    final double[] linear(Pictures pictures, int image, int outputs) {
        int biases = pictures.size() * outputs;
        double[] sums = Arrays.copyOfRange(parameters, biases, biases + outputs);
        int[] places = pictures.places()[image];
        double[] values = pictures.values()[image];
        for (int i = 0; i < places.length; i++) {
            int row = places[i] * outputs;
            for (int k = 0; k < outputs; k++) {
                sums[k] += values[i] * parameters[row + k];
            }
        }
        return sums;
    }

    /** Let {@link #linear} descend: {@code gradient} is that of its outputs, [outputs]. */
    final void descendLinear(Pictures pictures, int image, double rate, double[] gradient) {
        int[] places = pictures.places()[image];
        double[] values = pictures.values()[image];
        for (int i = 0; i < places.length; i++) {
            descend(places[i] * gradient.length, rate * values[i], gradient);
        }
        descend(pictures.size() * gradient.length, rate, gradient);
    }

    /** Let the parameters from {@code from} on descend along {@code gradient}. */
    final void descend(int from, double rate, double[] gradient) {
        for (int k = 0; k < gradient.length; k++) {
            parameters[from + k] -= rate * gradient[k];
        }
    }

    /** Return the mean cross-entropy over the images from {@code from} to {@code to} - 1. */
    double loss(Pictures pictures, int[] labels, int from, int to) {
        double sum = 0;
        for (int n = from; n < to; n++) {
            double[] scores = scores(pictures, n);
            sum += logSum(scores) - scores[labels[n]];
        }
        return sum / (to - from);
    }

    /** Return the label with the largest score, the first of equals. */
    int label(Pictures pictures, int image) {
        double[] scores = scores(pictures, image);
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    /** Return the labels of all images. */
    double[] labels(Pictures pictures) {
        double[] labels = new double[pictures.count()];
        for (int n = 0; n < labels.length; n++) {
            labels[n] = label(pictures, n);
        }
        return labels;
    }

    /** Return the share of the images from {@code from} to {@code to} - 1 whose label is right. */
    double accuracy(Pictures pictures, int[] labels, int from, int to) {
        int right = 0;
        for (int n = from; n < to; n++) {
            right += label(pictures, n) == labels[n] ? 1 : 0;
        }
        return right / (double) (to - from);
    }

    /** Return ln sum e^z without overflow. */
    static double logSum(double[] z) {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : z) {
            most = Math.max(most, one);
        }
        double sum = 0;
        for (double one : z) {
            sum += StrictMath.exp(one - most);
        }
        return most + StrictMath.log(sum);
    }

    /** Turn scores into softmax minus one-hot, the gradient of the cross-entropy by the scores. */
    static void toGradient(double[] scores, int label) {
        double log = logSum(scores);
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StrictMath.exp(scores[k] - log) - (k == label ? 1 : 0);
        }
    }
}
