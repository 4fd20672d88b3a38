package assay.experiment.linear;

import assay.api.reference.Draw;
import assay.experiment.image.Digest;
import assay.experiment.image.Judgement;
import assay.experiment.image.Pictures;
import assay.experiment.image.Pixels;
import assay.experiment.image.Shuffle;
import assay.experiment.job.Outcome;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Score each class by a linear function of the pixels, and learn by gradient descent; only the products are ND4J's. */
final class LinearClassifier {
    private static final int JUDGED_AT_ONCE = 500;

    private final Squash squash;
    private final double lambda;
    private final int classes;
    private final INDArray weights;
    private final float[] bias;

    /** Start with weights and biases of 0; {@code lambda} is the factor of the sum of their squares in the loss. */
    LinearClassifier(int features, int classes, Squash squash, double lambda) {
        this.squash = squash;
        this.lambda = lambda;
        this.classes = classes;
        this.weights = Nd4j.zeros(DataType.FLOAT, features, classes);
        this.bias = new float[classes];
    }

    /** Draw all weights and biases from U(-1/sqrt(features), 1/sqrt(features)). */
    void draw(long seed) {
        Draw draw = new Draw(seed);
        double bound = 1 / Math.sqrt(weights.rows());
        double[] drawn = draw.vector(weights.rows() * classes, () -> draw.uniform(-bound, bound));
        weights.assign(Nd4j.createFromArray(drawn).reshape('c', weights.rows(), classes));
        for (int k = 0; k < classes; k++) {
            bias[k] = (float) draw.uniform(-bound, bound);
        }
    }

    /** Go one step down the mean loss of the images {@code order[from]} to {@code order[to - 1]}; return that loss without penalty. */
    double step(Pixels images, int[] order, int from, int to, double rate) {
        int n = to - from;
        try (INDArray x = images.rows(order, from, to)) {
            float[] z = scores(x, n);
            float[] u = new float[z.length];
            float[] slope = new float[z.length];
            double loss = 0;
            for (int i = 0; i < n; i++) {
                int at = i * classes;
                int label = images.label(order[from + i]);
                squash.forward(z, u, at, classes);
                System.arraycopy(u, at, slope, at, classes);
                Squash.softmax(slope, at, classes);
                loss -= Math.log(Math.max(Float.MIN_NORMAL, slope[at + label]));
                slope[at + label] -= 1;
                squash.backward(u, slope, at, classes);
            }
            change(x, slope, n, rate);
            return loss / n;
        }
    }

    /** Judge the images by what the loss takes for probabilities. */
    Judgement judge(Pixels images) {
        Judgement judgement = new Judgement(classes);
        int[] order = Shuffle.ordered(images.size());
        for (int from = 0; from < order.length; from += JUDGED_AT_ONCE) {
            int to = Math.min(order.length, from + JUDGED_AT_ONCE);
            try (INDArray x = images.rows(order, from, to)) {
                float[] z = scores(x, to - from);
                float[] u = new float[z.length];
                for (int i = from; i < to; i++) {
                    int at = (i - from) * classes;
                    squash.forward(z, u, at, classes);
                    Squash.softmax(u, at, classes);
                    double[] probabilities = new double[classes];
                    for (int k = 0; k < classes; k++) {
                        probabilities[k] = u[at + k];
                    }
                    judgement.add(i, images.label(i), probabilities);
                }
            }
        }
        return judgement;
    }

    /** Return the sum of the squares of all weights and biases. */
    double squaredNorm() {
        double sum = 0;
        for (float weight : weights.data().asFloat()) {
            sum += weight * (double) weight;
        }
        for (float b : bias) {
            sum += b * (double) b;
        }
        return sum;
    }

    /** Write pictures of the weights of every class, the number of parameters and their digest. */
    void write(Outcome outcome, int width, int height) {
        for (int k = 0; k < classes; k++) {
            outcome.image(
                    "weights",
                    Pictures.signed(width, height, weights.getColumn(k).toDoubleVector(), k));
        }
        outcome.count("parameters", weights.length() + classes)
                .digest(new Digest().add(weights.data().asFloat()).add(bias).hex());
    }

    private float[] scores(INDArray x, int n) {
        try (INDArray product = Nd4j.create(x.dataType(), new long[] {n, classes}, 'c')) {
            x.mmuli(weights, product);
            float[] z = product.data().asFloat();
            for (int i = 0; i < z.length; i++) {
                z[i] += bias[i % classes];
            }
            return z;
        }
    }

    private void change(INDArray x, float[] slope, int n, double rate) {
        try (INDArray slopes = Nd4j.create(slope, new long[] {n, classes}, 'c');
                INDArray gradient = x.transpose().mmul(slopes)) {
            double kept = 1 - rate * 2 * lambda;
            weights.muli(kept).subi(gradient.muli(rate / n));
            for (int k = 0; k < classes; k++) {
                double sum = 0;
                for (int i = k; i < slope.length; i += classes) {
                    sum += slope[i];
                }
                bias[k] = (float) (kept * bias[k] - rate * sum / n);
            }
        }
    }
}
