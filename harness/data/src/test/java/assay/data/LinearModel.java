package assay.data;

import java.util.SplittableRandom;

/** Train a softmax regression by descent, one image per step, to see how hard a data set is. */
final class LinearModel {
    private static final double MEAN = 0.2;

    private final int inputs;
    private final double[][] weights;

    private LinearModel(int inputs, int classes) {
        this.inputs = inputs;
        weights = new double[classes][inputs + 1];
    }

    /** Return the share of {@code test} that is read right after {@code steps} steps at {@code rate}. */
    static double accuracy(ImageSet train, ImageSet test, int steps, double rate) {
        LinearModel model = new LinearModel(train.imageBytes(), train.classes());
        SplittableRandom random = new SplittableRandom(1);
        for (int step = 0; step < steps; step++) {
            int image = random.nextInt(train.size());
            model.learn(model.values(train, image), train.labels()[image], rate);
        }
        int right = 0;
        for (int i = 0; i < test.size(); i++) {
            right += best(model.scores(model.values(test, i))) == test.labels()[i] ? 1 : 0;
        }
        return (double) right / test.size();
    }

    private void learn(double[] values, int label, double rate) {
        double[] scores = scores(values);
        double largest = scores[best(scores)];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - largest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            double step = rate * (scores[k] / sum - (label == k ? 1 : 0));
            double[] row = weights[k];
            for (int j = 0; j < row.length; j++) {
                row[j] -= step * values[j];
            }
        }
    }

    private double[] scores(double[] values) {
        double[] scores = new double[weights.length];
        for (int k = 0; k < scores.length; k++) {
            double[] row = weights[k];
            double score = 0;
            for (int j = 0; j < row.length; j++) {
                score += row[j] * values[j];
            }
            scores[k] = score;
        }
        return scores;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    /** Return the pixels about zero, and a one for the bias. */
    private double[] values(ImageSet set, int image) {
        double[] values = new double[inputs + 1];
        for (int j = 0; j < inputs; j++) {
            values[j] = (set.pixels()[image * inputs + j] & 0xFF) / 255.0 - MEAN;
        }
        values[inputs] = 1;
        return values;
    }
}
