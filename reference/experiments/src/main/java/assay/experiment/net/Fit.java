package assay.experiment.net;

import assay.experiment.image.Digest;
import assay.experiment.image.Judgement;
import assay.experiment.image.Pixels;
import assay.experiment.image.Shuffle;
import assay.experiment.job.Curve;
import assay.experiment.job.Progress;
import assay.experiment.job.Stopwatch;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Train a net on images, in a new order every epoch, and judge it. */
final class Fit {
    private static final int POINTS = 20;
    private static final int JUDGED_AT_ONCE = 500;

    private final MultiLayerNetwork net;
    private final Pixels train;
    private final int batch;
    private final boolean planes;
    private final Curve losses = new Curve();
    private final Stopwatch watch = new Stopwatch();

    /**
     * Train {@code net} with {@code batch} images per step; the last batch of an epoch may be smaller.
     *
     * @param planes whether the net reads [n, channels, height, width] and not rows
     */
    Fit(MultiLayerNetwork net, Pixels train, int batch, boolean planes) {
        this.net = net;
        this.train = train;
        this.batch = batch;
        this.planes = planes;
        watch.stop();
    }

    /** Train for {@code epochs}; {@code seed} decides the order. The clock stands while {@code afterEpoch} is told the epoch. */
    void run(int epochs, long seed, Progress progress, IntConsumer afterEpoch) {
        int[] order = Shuffle.ordered(train.size());
        Shuffle shuffle = new Shuffle(seed);
        int perEpoch = (train.size() + batch - 1) / batch;
        int every = Math.max(1, perEpoch / POINTS);
        int step = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            watch.go();
            shuffle.shuffle(order);
            for (int from = 0; from < order.length; from += batch) {
                int to = Math.min(order.length, from + batch);
                step(order, from, to);
                if (++step % every == 0) {
                    losses.point((double) step / perEpoch);
                    progress.report((double) step / perEpoch / epochs, "epoch " + epoch + " of " + epochs);
                }
            }
            watch.stop();
            afterEpoch.accept(epoch);
        }
    }

    /** Judge the net by {@code images}, without dropout. */
    Judgement judge(Pixels images) {
        Judgement judgement = new Judgement(images.images().classes());
        int[] order = Shuffle.ordered(images.size());
        for (int from = 0; from < order.length; from += JUDGED_AT_ONCE) {
            int to = Math.min(order.length, from + JUDGED_AT_ONCE);
            try (INDArray features = features(images, order, from, to);
                    INDArray given = net.output(features)) {
                double[][] probabilities = given.toDoubleMatrix();
                for (int i = from; i < to; i++) {
                    judgement.add(i, images.label(i), probabilities[i - from]);
                }
            }
        }
        return judgement;
    }

    /** Return the loss of the batches, in epochs. */
    Curve losses() {
        return losses;
    }

    /** Return the time spent training. */
    double seconds() {
        return watch.seconds();
    }

    /** Return the number of parameters. */
    long parameters() {
        return net.numParams();
    }

    /** Return the SHA-256 over the parameters. */
    String digest() {
        return new Digest().add(net.params().dup('c').data().asFloat()).hex();
    }

    private void step(int[] order, int from, int to) {
        // Freed at once: the garbage collector does not feel the weight of memory outside its heap.
        try (INDArray features = features(train, order, from, to);
                INDArray labels = train.oneHot(order, from, to)) {
            net.fit(features, labels);
            losses.gather(net.score());
        }
    }

    private INDArray features(Pixels images, int[] order, int from, int to) {
        return planes ? images.planes(order, from, to) : images.rows(order, from, to);
    }
}
