import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plain Java: gradient descent with small batches, arrays of double. */
class Solution {
    private static final int EPOCHS = 12;

    @Solves("digits/softmax")
    Answers softmax(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        Run run = new Run(whole(training), labels(training), 10);
        run.train(0.2, EPOCHS, EPOCHS, new Random(in.integer("seed")));
        return Answers.of("predictions", run.predict(whole(training.images(in))))
                .and("losses", run.losses)
                .and("accuracies", run.accuracies);
    }

    @Solves("digits/pooled")
    Answers pooled(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        Run small = new Run(pooled(whole(training)), labels(training), 10);
        small.train(0.5, 20, 20, new Random(in.integer("seed")));
        Run full = new Run(whole(training), labels(training), 10);
        full.train(0.2, EPOCHS, EPOCHS, new Random(in.integer("seed")));
        double[][] images = whole(training.images(in));
        return Answers.of("predictions", small.predict(pooled(images)))
                .and("full-predictions", full.predict(images))
                .and("losses", small.losses);
    }

    @Solves("digits/dropout")
    Answers dropout(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        Random random = new Random(in.integer("seed"));
        Net net = new Net(784, 48, random);
        double[][] x = whole(training);
        int[] y = labels(training);
        int split = y.length - y.length / 5;
        List<Double> losses = new ArrayList<>(List.of(net.loss(x, y, split)));
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i : order(split, random)) {
                net.step(x[i], y[i], 0.02, random);
            }
            losses.add(net.loss(x, y, split));
        }
        double[][] images = whole(training.images(in));
        return Answers.of("predictions", net.predict(images))
                .and("again", net.predict(images))
                .and("losses", losses);
    }

    @Solves("digits/two-three")
    Answers twoThree(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        Run run = new Run(whole(training), labels(training), 2);
        int best = run.train(0.1, 100, 5, new Random(in.integer("seed")));
        return Answers.of("predictions", run.predict(whole(training.images(in))))
                .and("losses", run.losses)
                .and("accuracies", run.accuracies)
                .and("validation-losses", run.validation)
                .and("best", best);
    }

    static double[][] whole(TrainingSet set) {
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            images.add(set.image(i));
        }
        return whole(images);
    }

    static double[][] whole(List<byte[]> images) {
        double[][] x = new double[images.size()][784];
        for (int n = 0; n < x.length; n++) {
            for (int i = 0; i < 784; i++) {
                x[n][i] = (images.get(n)[i] & 0xFF) / 255.0;
            }
        }
        return x;
    }

    static double[][] pooled(double[][] x) {
        double[][] small = new double[x.length][49];
        for (int n = 0; n < x.length; n++) {
            for (int i = 0; i < 784; i++) {
                small[n][i / 28 / 4 * 7 + i % 28 / 4] += x[n][i] / 16;
            }
        }
        return small;
    }

    static int[] labels(TrainingSet set) {
        int[] y = new int[set.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = set.label(i);
        }
        return y;
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

    static double[] softmax(double[] z) {
        double most = z[0];
        for (double one : z) {
            most = Math.max(most, one);
        }
        double[] p = new double[z.length];
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            p[k] = Math.exp(z[k] - most);
            sum += p[k];
        }
        for (int k = 0; k < z.length; k++) {
            p[k] /= sum;
        }
        return p;
    }

    static int largest(double[] z) {
        int best = 0;
        for (int k = 1; k < z.length; k++) {
            best = z[k] > z[best] ? k : best;
        }
        return best;
    }

    /** Softmax regression with its curves. */
    static class Run {
        final double[][] x;
        final int[] y;
        final int split;
        double[][] w;
        final List<Double> losses = new ArrayList<>();
        final List<Double> accuracies = new ArrayList<>();
        final List<Double> validation = new ArrayList<>();

        Run(double[][] x, int[] y, int classes) {
            this.x = x;
            this.y = y;
            this.split = y.length - y.length / 5;
            this.w = new double[classes][x[0].length + 1];
        }

        int train(double rate, int epochs, int patience, Random random) {
            losses.add(loss(0, split));
            validation.add(loss(split, y.length));
            int best = 0;
            double[][] kept = copy();
            for (int epoch = 1; epoch <= epochs && epoch - 1 - best < patience; epoch++) {
                int[] order = order(split, random);
                for (int from = 0; from < split; from += 20) {
                    step(order, from, Math.min(split, from + 20), rate);
                }
                losses.add(loss(0, split));
                validation.add(loss(split, y.length));
                accuracies.add(accuracy());
                if (validation.get(epoch) < validation.get(best)) {
                    best = epoch;
                    kept = copy();
                }
            }
            if (patience < epochs) {
                w = kept;
            }
            return best;
        }

        void step(int[] order, int from, int to, double rate) {
            double[][] errors = new double[to - from][];
            for (int b = from; b < to; b++) {
                errors[b - from] = softmax(scores(x[order[b]]));
                errors[b - from][y[order[b]]] -= 1;
            }
            for (int b = from; b < to; b++) {
                double[] image = x[order[b]];
                for (int k = 0; k < w.length; k++) {
                    double factor = rate * errors[b - from][k] / (to - from);
                    for (int i = 0; i < image.length; i++) {
                        w[k][i] -= factor * image[i];
                    }
                    w[k][image.length] -= factor;
                }
            }
        }

        double[] scores(double[] image) {
            double[] z = new double[w.length];
            for (int k = 0; k < z.length; k++) {
                double sum = w[k][image.length];
                for (int i = 0; i < image.length; i++) {
                    sum += w[k][i] * image[i];
                }
                z[k] = sum;
            }
            return z;
        }

        double loss(int from, int to) {
            double sum = 0;
            for (int n = from; n < to; n++) {
                sum -= Math.log(Math.max(1e-300, softmax(scores(x[n]))[y[n]]));
            }
            return sum / (to - from);
        }

        double accuracy() {
            int right = 0;
            for (int n = split; n < y.length; n++) {
                right += largest(scores(x[n])) == y[n] ? 1 : 0;
            }
            return right / (double) (y.length - split);
        }

        double[] predict(double[][] images) {
            double[] labels = new double[images.length];
            for (int n = 0; n < labels.length; n++) {
                labels[n] = largest(scores(images[n]));
            }
            return labels;
        }

        double[][] copy() {
            double[][] copy = new double[w.length][];
            for (int k = 0; k < copy.length; k++) {
                copy[k] = w[k].clone();
            }
            return copy;
        }
    }

    /** One hidden layer of rectifiers with dropout, trained image by image. */
    static class Net {
        final double[][] lower;
        final double[][] upper;

        Net(int inputs, int hidden, Random random) {
            lower = new double[hidden][inputs + 1];
            upper = new double[10][hidden + 1];
            for (double[] row : lower) {
                for (int i = 0; i < inputs; i++) {
                    row[i] = random.nextGaussian() * Math.sqrt(2.0 / inputs);
                }
            }
        }

        static double[] times(double[][] w, double[] x) {
            double[] z = new double[w.length];
            for (int j = 0; j < z.length; j++) {
                double sum = w[j][x.length];
                for (int i = 0; i < x.length; i++) {
                    sum += w[j][i] * x[i];
                }
                z[j] = sum;
            }
            return z;
        }

        double[] hidden(double[] x) {
            double[] h = times(lower, x);
            for (int j = 0; j < h.length; j++) {
                h[j] = Math.max(0, h[j]);
            }
            return h;
        }

        void step(double[] x, int label, double rate, Random random) {
            double[] h = hidden(x);
            boolean[] kept = new boolean[h.length];
            for (int j = 0; j < h.length; j++) {
                kept[j] = random.nextDouble() >= 0.25;
                h[j] = kept[j] ? h[j] / 0.75 : 0;
            }
            double[] error = softmax(times(upper, h));
            error[label] -= 1;
            for (int j = 0; j < h.length; j++) {
                double back = 0;
                for (int k = 0; k < 10; k++) {
                    back += error[k] * upper[k][j];
                }
                if (kept[j] && h[j] > 0) {
                    double factor = rate * back / 0.75;
                    for (int i = 0; i < x.length; i++) {
                        lower[j][i] -= factor * x[i];
                    }
                    lower[j][x.length] -= factor;
                }
            }
            for (int k = 0; k < 10; k++) {
                for (int j = 0; j < h.length; j++) {
                    upper[k][j] -= rate * error[k] * h[j];
                }
                upper[k][h.length] -= rate * error[k];
            }
        }

        double loss(double[][] x, int[] y, int to) {
            double sum = 0;
            for (int n = 0; n < to; n++) {
                sum -= Math.log(Math.max(1e-300, softmax(times(upper, hidden(x[n])))[y[n]]));
            }
            return sum / to;
        }

        double[] predict(double[][] images) {
            double[] labels = new double[images.length];
            for (int n = 0; n < labels.length; n++) {
                labels[n] = largest(times(upper, hidden(images[n])));
            }
            return labels;
        }
    }
}
