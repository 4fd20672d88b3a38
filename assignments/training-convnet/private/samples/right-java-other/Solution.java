import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plain Java without DL4J: one image at a time, single precision. */
class Solution {
    private final float[][] filters = new float[8][26];
    private final float[][] dense = new float[10][289];

    @Solves("digits/convnet")
    Answers convnet(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        Random random = new Random(in.integer("seed"));
        for (float[] filter : filters) {
            for (int i = 0; i < 25; i++) {
                filter[i] = (float) (0.3 * random.nextGaussian());
            }
        }
        int split = training.size() - training.size() / 5;
        List<float[]> images = new ArrayList<>();
        for (int n = 0; n < training.size(); n++) {
            images.add(bright(training.image(n)));
        }
        List<Double> losses = new ArrayList<>(List.of(loss(training, images, split)));
        List<Double> accuracies = new ArrayList<>();
        for (int epoch = 0; epoch < 8; epoch++) {
            for (int i = 0; i < split; i++) {
                int n = random.nextInt(split);
                step(images.get(n), training.label(n), 0.015f);
            }
            losses.add(loss(training, images, split));
            int right = 0;
            for (int n = split; n < training.size(); n++) {
                right += largest(scores(pooled(images.get(n), new int[288]))) == training.label(n) ? 1 : 0;
            }
            accuracies.add(right / (double) (training.size() - split));
        }
        double[] predictions =
                training.images(in).stream().mapToDouble(b -> largest(scores(pooled(bright(b), new int[288])))).toArray();
        return Answers.of("predictions", predictions)
                .and("losses", losses)
                .and("accuracies", accuracies)
                .and("parameters", 8 * 26 + 10 * 289);
    }

    static float[] bright(byte[] image) {
        float[] bright = new float[784];
        for (int i = 0; i < 784; i++) {
            bright[i] = (image[i] & 0xFF) / 255f;
        }
        return bright;
    }

    /** Return the 288 features; {@code from} gets the corner of the window that each came from, -1 where it is cut off. */
    float[] pooled(float[] x, int[] from) {
        float[] pooled = new float[288];
        for (int j = 0; j < 288; j++) {
            int cell = j / 8;
            from[j] = -1;
            for (int s = 0; s < 4; s++) {
                int corner = (2 * (2 * (cell / 6) + s / 2)) * 28 + 2 * (2 * (cell % 6) + s % 2);
                float sum = filters[j % 8][25];
                for (int i = 0; i < 25; i++) {
                    sum += filters[j % 8][i] * x[corner + i / 5 * 28 + i % 5];
                }
                if (sum > pooled[j]) {
                    pooled[j] = sum;
                    from[j] = corner;
                }
            }
        }
        return pooled;
    }

    double[] scores(float[] pooled) {
        double[] scores = new double[10];
        for (int k = 0; k < 10; k++) {
            scores[k] = dense[k][288];
            for (int j = 0; j < 288; j++) {
                scores[k] += dense[k][j] * pooled[j];
            }
        }
        return scores;
    }

    void step(float[] x, int label, float rate) {
        int[] from = new int[288];
        float[] pooled = pooled(x, from);
        double[] error = probabilities(scores(pooled));
        error[label] -= 1;
        for (int j = 0; j < 288; j++) {
            float back = 0;
            for (int k = 0; k < 10; k++) {
                back += (float) error[k] * dense[k][j];
                dense[k][j] -= rate * (float) error[k] * pooled[j];
            }
            if (from[j] >= 0) {
                for (int i = 0; i < 25; i++) {
                    filters[j % 8][i] -= rate * back * x[from[j] + i / 5 * 28 + i % 5];
                }
                filters[j % 8][25] -= rate * back;
            }
        }
        for (int k = 0; k < 10; k++) {
            dense[k][288] -= rate * (float) error[k];
        }
    }

    double loss(TrainingSet training, List<float[]> images, int split) {
        double sum = 0;
        for (int n = 0; n < split; n++) {
            sum -= Math.log(Math.max(1e-300, probabilities(scores(pooled(images.get(n), new int[288])))[training.label(n)]));
        }
        return sum / split;
    }

    static double[] probabilities(double[] z) {
        double most = z[largest(z)];
        double sum = 0;
        double[] p = new double[z.length];
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
}
