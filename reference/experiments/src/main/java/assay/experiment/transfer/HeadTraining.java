package assay.experiment.transfer;

import assay.data.ImageSet;
import assay.experiment.backbone.TrainingMode;
import assay.experiment.image.Judgement;
import assay.experiment.image.Shuffle;
import assay.experiment.job.Curve;
import assay.experiment.job.Outcome;
import assay.experiment.job.Progress;
import assay.experiment.job.Stopwatch;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Train a head on some of the images and judge it by those held out, after every epoch. */
final class HeadTraining {
    /** How many classes the new head tells apart. */
    static final int CLASSES = 10;

    private final Plan plan;
    private final ImageSet images;
    private final Split split;
    private final long seed;
    private final Progress progress;
    private final Outcome outcome;
    private final Curve losses = new Curve();
    private final Curve accuracies = new Curve();
    private final Stopwatch watch = new Stopwatch();
    private int headParameters;

    /** Write what is measured into {@code outcome}. */
    HeadTraining(Plan plan, ImageSet images, Split split, long seed, Progress progress, Outcome outcome) {
        this.plan = plan;
        this.images = images;
        this.split = split;
        this.seed = seed;
        this.progress = progress;
        this.outcome = outcome;
        watch.stop();
    }

    /** Give features of a part of the images. */
    @FunctionalInterface
    private interface Source {
        float[][] of(int[] which);
    }

    /** Train on features [images, width] that do not change; {@code named} counts their width. */
    void run(float[][] features, boolean named) {
        Source rows = which -> {
            float[][] some = new float[which.length][];
            Arrays.setAll(some, i -> features[which[i]]);
            return some;
        };
        train(features[0].length, rows, rows);
        if (named) {
            outcome.count("features", features[0].length);
        }
    }

    /** Train on features that {@code trunk} computes anew in every epoch, in training mode. */
    void runInTrainingMode(Trunk trunk) {
        TrainingMode mode = trunk.inTrainingMode(seed);
        Source moving = which -> {
            try (INDArray batch = trunk.preparation().batch(images, which, 0, which.length)) {
                return mode.features(batch);
            }
        };
        Source frozen = which -> trunk.features(images, which, (done, note) -> {});
        train(trunk.blueprint().featureSize(), moving, frozen);
        outcome.count("features", trunk.blueprint().featureSize());
    }

    /** Return how many numbers the head learns. */
    int headParameters() {
        return headParameters;
    }

    private void train(int width, Source whileTraining, Source whenJudging) {
        Head head = new Head(width, CLASSES, plan.rate(), seed);
        headParameters = head.size();
        int[] order = split.train().clone();
        Shuffle shuffle = new Shuffle(seed);
        Judgement judgement = new Judgement(CLASSES);
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            watch.go();
            shuffle.shuffle(order);
            for (int from = 0; from < order.length; from += plan.batch()) {
                int[] some = Arrays.copyOfRange(order, from, Math.min(order.length, from + plan.batch()));
                losses.gather(head.step(whileTraining.of(some), labels(some)));
            }
            watch.stop();
            losses.point(epoch);
            judgement = judge(head, whenJudging);
            accuracies.add(epoch, judgement.accuracy());
            progress.report((double) epoch / plan.epochs(), "epoch " + epoch + " of " + plan.epochs());
        }
        outcome.metric("accuracy", judgement.accuracy())
                .metric("loss", judgement.loss())
                .metric("train-loss", losses.last())
                .metric("seconds", watch.seconds())
                .curve("train-loss", losses)
                .curve("accuracy", accuracies)
                .count("trained", headParameters)
                .count("images to train on", split.train().length)
                .count("images held out", split.heldOut().length)
                .digest(head.digest());
        judgement.write(outcome, images);
    }

    private Judgement judge(Head head, Source source) {
        Judgement judgement = new Judgement(CLASSES);
        int[] which = split.heldOut();
        float[][] features = source.of(which);
        for (int i = 0; i < which.length; i++) {
            judgement.add(which[i], images.labels()[which[i]], head.probabilities(features[i]));
        }
        return judgement;
    }

    private int[] labels(int[] which) {
        return Arrays.stream(which).map(i -> images.labels()[i]).toArray();
    }
}
