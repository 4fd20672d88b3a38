import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Plain Java: features once, then gradient descent with small batches. */
class Solution {
    private static final int EPOCHS = 20;

    @Solves("house/head")
    Answers head(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        int n = training.size();
        int split = n - n / 5;
        double[][] x = new double[n][];
        int[] y = new int[n];
        for (int i = 0; i < n; i++) {
            x[i] = features(training.image(i), in);
            y[i] = training.label(i);
        }
        List<byte[]> images = training.images(in);
        double[][] asked = images.stream().map(image -> features(image, in)).toArray(double[][]::new);
        Head head = new Head();
        Random random = new Random(in.integer("seed"));
        List<Double> losses = new ArrayList<>(List.of(head.loss(x, y, split)));
        List<Double> accuracies = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            int[] order = order(split, random);
            for (int from = 0; from < split; from += 16) {
                head.step(x, y, Arrays.copyOfRange(order, from, Math.min(split, from + 16)), 0.15);
            }
            losses.add(head.loss(x, y, split));
            int right = 0;
            for (int i = split; i < n; i++) {
                right += head.label(x[i]) == y[i] ? 1 : 0;
            }
            accuracies.add(right / (double) (n - split));
        }
        return Answers.of("predictions", Arrays.stream(asked).mapToInt(head::label).asDoubleStream().toArray())
                .and("losses", losses)
                .and("accuracies", accuracies)
                .and("features", Arrays.copyOf(asked, 3))
                .and("filters", in.matrix("filters"))
                .and("gamma", in.vector("gamma"))
                .and("beta", in.vector("beta"))
                .and("mean", in.vector("mean"))
                .and("var", in.vector("var"));
    }

    /** Turn one image [3, 32, 32] into 300 features. */
    static double[] features(byte[] image, Inputs in) {
        double[][] filters = in.matrix("filters");
        double[] pixels = new double[image.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = ((image[i] & 0xFF) / 255.0 - 0.5) / 0.5;
        }
        double[] features = new double[filters.length * 25];
        for (int f = 0; f < filters.length; f++) {
            double factor = in.vector("gamma")[f] / Math.sqrt(in.vector("var")[f] + 1e-5);
            double shift = in.vector("beta")[f] - factor * in.vector("mean")[f];
            for (int row = 0; row < 10; row++) {
                for (int column = 0; column < 10; column++) {
                    double sum = 0;
                    for (int i = 0; i < 75; i++) {
                        int at = (i / 25 * 32 + 3 * row + i % 25 / 5) * 32 + 3 * column + i % 5;
                        sum += filters[f][i] * pixels[at];
                    }
                    features[f * 25 + row / 2 * 5 + column / 2] += Math.max(0, factor * sum + shift) / 4;
                }
            }
        }
        return features;
    }

    static int[] order(int n, Random random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** Ten scores of 300 features. */
    static final class Head {
        private final double[][] w = new double[10][301];

        double[] probabilities(double[] x) {
            double[] z = new double[10];
            for (int k = 0; k < 10; k++) {
                z[k] = w[k][300];
                for (int j = 0; j < 300; j++) {
                    z[k] += w[k][j] * x[j];
                }
            }
            double most = Arrays.stream(z).max().getAsDouble();
            double sum = 0;
            for (int k = 0; k < 10; k++) {
                z[k] = Math.exp(z[k] - most);
                sum += z[k];
            }
            for (int k = 0; k < 10; k++) {
                z[k] /= sum;
            }
            return z;
        }

        int label(double[] x) {
            double[] p = probabilities(x);
            int best = 0;
            for (int k = 1; k < 10; k++) {
                best = p[k] > p[best] ? k : best;
            }
            return best;
        }

        double loss(double[][] x, int[] y, int to) {
            double sum = 0;
            for (int i = 0; i < to; i++) {
                sum -= Math.log(probabilities(x[i])[y[i]]);
            }
            return sum / to;
        }

        void step(double[][] x, int[] y, int[] some, double rate) {
            double[][] errors = new double[some.length][];
            for (int b = 0; b < some.length; b++) {
                errors[b] = probabilities(x[some[b]]);
                errors[b][y[some[b]]] -= 1;
            }
            for (int b = 0; b < some.length; b++) {
                for (int k = 0; k < 10; k++) {
                    double step = rate / some.length * errors[b][k];
                    for (int j = 0; j < 300; j++) {
                        w[k][j] -= step * x[some[b]][j];
                    }
                    w[k][300] -= step;
                }
            }
        }
    }
}
