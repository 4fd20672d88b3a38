import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.TrainingSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Another way: Adam in single precision, small random weights, scores instead of labels, tanh in the hidden layer. */
class Solution {
    @Solves("digits/softmax")
    Answers softmax(Inputs in) {
        Data data = new Data(in, 1);
        Dense dense = new Dense(data.size, 10, new SplittableRandom(in.integer("seed")));
        double[] losses = new double[13];
        double[] accuracies = new double[12];
        losses[0] = dense.loss(data, 0, data.split);
        for (int epoch = 1; epoch < losses.length; epoch++) {
            dense.epoch(data, 0.002f);
            losses[epoch] = dense.loss(data, 0, data.split);
            accuracies[epoch - 1] = dense.right(data) / (double) (data.y.length - data.split);
        }
        return Answers.of("predictions", dense.scores(data.test)).and("losses", losses).and("accuracies", accuracies);
    }

    @Solves("digits/pooled")
    Answers pooled(Inputs in) {
        Data small = new Data(in, 4);
        Data whole = new Data(in, 1);
        Dense dense = new Dense(small.size, 10, new SplittableRandom(in.integer("seed")));
        Dense full = new Dense(whole.size, 10, new SplittableRandom(in.integer("seed")));
        double[] losses = new double[31];
        losses[0] = dense.loss(small, 0, small.split);
        for (int epoch = 1; epoch < losses.length; epoch++) {
            dense.epoch(small, 0.01f);
            losses[epoch] = dense.loss(small, 0, small.split);
        }
        for (int epoch = 0; epoch < 8; epoch++) {
            full.epoch(whole, 0.002f);
        }
        return Answers.of("predictions", dense.scores(small.test))
                .and("full-predictions", full.scores(whole.test))
                .and("losses", losses);
    }

    @Solves("digits/two-three")
    Answers twoThree(Inputs in) {
        Data data = new Data(in, 1);
        Dense dense = new Dense(data.size, 2, new SplittableRandom(in.integer("seed")));
        double[] losses = new double[101];
        double[] accuracies = new double[100];
        double[] validation = new double[101];
        losses[0] = dense.loss(data, 0, data.split);
        validation[0] = dense.loss(data, data.split, data.y.length);
        int best = 0;
        int epoch = 0;
        float[] kept = dense.w.clone();
        while (epoch < 100 && epoch - best < 5) {
            epoch++;
            dense.epoch(data, 0.002f);
            losses[epoch] = dense.loss(data, 0, data.split);
            validation[epoch] = dense.loss(data, data.split, data.y.length);
            accuracies[epoch - 1] = dense.right(data) / (double) (data.y.length - data.split);
            if (validation[epoch] < validation[best]) {
                best = epoch;
                kept = dense.w.clone();
            }
        }
        dense.w = kept;
        return Answers.of("predictions", dense.scores(data.test))
                .and("losses", Arrays.copyOf(losses, epoch + 1))
                .and("accuracies", Arrays.copyOf(accuracies, epoch))
                .and("validation-losses", Arrays.copyOf(validation, epoch + 1))
                .and("best", best);
    }

    /** 64 units of tanh, steps of one image, a smaller rate at the end. */
    @Solves("digits/dropout")
    Answers dropout(Inputs in) {
        SplittableRandom random = new SplittableRandom(in.integer("seed"));
        Data data = new Data(in, 1);
        Tanh net = new Tanh(data.size, 64, random);
        double[] losses = new double[17];
        losses[0] = net.loss(data);
        for (int epoch = 1; epoch < losses.length; epoch++) {
            for (int i = 0; i < data.split; i++) {
                int n = random.nextInt(data.split);
                net.step(data.x[n], data.y[n], epoch <= 12 ? 0.02f : 0.005f, random);
            }
            losses[epoch] = net.loss(data);
        }
        return Answers.of("predictions", net.scores(data.test))
                .and("again", net.scores(data.test))
                .and("losses", losses);
    }

    /** One hidden layer of tanh, trained image by image; a fifth of the units is left out of each step. */
    static class Tanh {
        final float[][] lower;
        final float[][] upper;

        Tanh(int size, int hidden, SplittableRandom random) {
            lower = new float[hidden][size];
            upper = new float[hidden][10];
            for (float[] row : lower) {
                for (int i = 0; i < size; i++) {
                    row[i] = (float) (random.nextDouble() - 0.5) * 0.2f;
                }
            }
        }

        float[] hidden(float[] x) {
            float[] h = new float[lower.length];
            for (int j = 0; j < h.length; j++) {
                float sum = 0;
                for (int i = 0; i < x.length; i++) {
                    sum += lower[j][i] * x[i];
                }
                h[j] = (float) Math.tanh(sum);
            }
            return h;
        }

        float[] scores(float[] h, boolean[] left) {
            float[] z = new float[10];
            for (int j = 0; j < h.length; j++) {
                for (int k = 0; k < 10 && !left[j]; k++) {
                    z[k] += h[j] * upper[j][k];
                }
            }
            return z;
        }

        double[][] scores(float[][] images) {
            double[][] rows = new double[images.length][10];
            for (int n = 0; n < images.length; n++) {
                float[] z = scores(hidden(images[n]), new boolean[lower.length]);
                for (int k = 0; k < 10; k++) {
                    rows[n][k] = z[k];
                }
            }
            return rows;
        }

        void step(float[] x, int label, float rate, SplittableRandom random) {
            float[] h = hidden(x);
            boolean[] left = new boolean[h.length];
            for (int j = 0; j < h.length; j++) {
                left[j] = random.nextDouble() < 0.2;
                h[j] /= 0.8f;
            }
            float[] error = scores(h, left);
            double log = Dense.logSum(error);
            for (int k = 0; k < 10; k++) {
                error[k] = (float) Math.exp(error[k] - log) - (k == label ? 1 : 0);
            }
            for (int j = 0; j < h.length; j++) {
                float back = 0;
                for (int k = 0; k < 10 && !left[j]; k++) {
                    back += error[k] * upper[j][k];
                    upper[j][k] -= rate * error[k] * h[j];
                }
                float value = h[j] * 0.8f;
                float factor = rate * back / 0.8f * (1 - value * value);
                for (int i = 0; i < x.length && factor != 0; i++) {
                    lower[j][i] -= factor * x[i];
                }
            }
        }

        double loss(Data data) {
            double sum = 0;
            for (int n = 0; n < data.split; n++) {
                float[] z = scores(hidden(data.x[n]), new boolean[lower.length]);
                sum += Dense.logSum(z) - z[data.y[n]];
            }
            return sum / data.split;
        }
    }

    /** Images as floats, averaged over squares; each ends with a 1 for the bias. */
    static class Data {
        final int size;
        final int split;
        final int[] y;
        final float[][] x;
        final float[][] test;

        Data(Inputs in, int side) {
            TrainingSet set = TrainingSet.open(in);
            int small = 28 / side;
            size = small * small + 1;
            y = new int[set.size()];
            split = y.length - y.length / 5;
            x = new float[y.length][];
            for (int n = 0; n < y.length; n++) {
                y[n] = set.label(n);
                x[n] = features(set.image(n), side);
            }
            java.util.List<byte[]> images = set.images(in);
            test = new float[images.size()][];
            for (int n = 0; n < test.length; n++) {
                test[n] = features(images.get(n), side);
            }
        }

        static float[] features(byte[] image, int side) {
            int small = 28 / side;
            float[] features = new float[small * small + 1];
            for (int i = 0; i < 784; i++) {
                features[i / 28 / side * small + i % 28 / side] += (image[i] & 0xFF) / 255f / side / side;
            }
            features[small * small] = 1;
            return features;
        }
    }

    /** One linear layer, trained by Adam (Kingma and Ba 2015, algorithm 1). */
    static class Dense {
        final int classes;
        final int size;
        final SplittableRandom random;
        float[] w;
        final float[] mean;
        final float[] square;
        int steps;

        Dense(int size, int classes, SplittableRandom random) {
            this.size = size;
            this.classes = classes;
            this.random = random;
            w = new float[size * classes];
            mean = new float[w.length];
            square = new float[w.length];
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (random.nextDouble() - 0.5) * 0.01f;
            }
        }

        float[] scores(float[] x) {
            float[] z = new float[classes];
            for (int i = 0; i < size; i++) {
                if (x[i] != 0) {
                    for (int k = 0; k < classes; k++) {
                        z[k] += x[i] * w[i * classes + k];
                    }
                }
            }
            return z;
        }

        double[][] scores(float[][] images) {
            double[][] rows = new double[images.length][classes];
            for (int n = 0; n < images.length; n++) {
                float[] z = scores(images[n]);
                for (int k = 0; k < classes; k++) {
                    rows[n][k] = z[k];
                }
            }
            return rows;
        }

        static double logSum(float[] z) {
            double sum = 0;
            for (float one : z) {
                sum += Math.exp(one);
            }
            return Math.log(sum);
        }

        void epoch(Data data, float rate) {
            for (int batch = 0; batch < data.split / 16; batch++) {
                float[] gradient = new float[w.length];
                for (int b = 0; b < 16; b++) {
                    int n = random.nextInt(data.split);
                    add(gradient, data.x[n], data.y[n]);
                }
                adam(gradient, rate);
            }
        }

        void add(float[] gradient, float[] x, int label) {
            float[] z = scores(x);
            double log = logSum(z);
            for (int k = 0; k < classes; k++) {
                z[k] = (float) (Math.exp(z[k] - log) - (k == label ? 1 : 0)) / 16;
            }
            for (int i = 0; i < size; i++) {
                if (x[i] != 0) {
                    for (int k = 0; k < classes; k++) {
                        gradient[i * classes + k] += x[i] * z[k];
                    }
                }
            }
        }

        void adam(float[] gradient, float rate) {
            steps++;
            float first = (float) (1 - Math.pow(0.9, steps));
            float second = (float) (1 - Math.pow(0.999, steps));
            for (int i = 0; i < w.length; i++) {
                mean[i] += 0.1f * (gradient[i] - mean[i]);
                square[i] += 0.001f * (gradient[i] * gradient[i] - square[i]);
                w[i] -= rate * mean[i] / first / ((float) Math.sqrt(square[i] / second) + 1e-8f);
            }
        }

        double loss(Data data, int from, int to) {
            double sum = 0;
            for (int n = from; n < to; n++) {
                float[] z = scores(data.x[n]);
                sum += logSum(z) - z[data.y[n]];
            }
            return sum / (to - from);
        }

        int right(Data data) {
            int right = 0;
            for (int n = data.split; n < data.y.length; n++) {
                float[] z = scores(data.x[n]);
                int best = 0;
                for (int k = 1; k < classes; k++) {
                    best = z[k] > z[best] ? k : best;
                }
                right += best == data.y[n] ? 1 : 0;
            }
            return right;
        }
    }
}
