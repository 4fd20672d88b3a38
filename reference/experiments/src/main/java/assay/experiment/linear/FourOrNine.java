package assay.experiment.linear;

import assay.api.reference.Draw;
import assay.data.ImageSet;
import assay.experiment.image.Digest;
import assay.experiment.image.Judgement;
import assay.experiment.image.Material;
import assay.experiment.image.Pictures;
import assay.experiment.image.Pixels;
import assay.experiment.job.BadJob;
import assay.experiment.job.Curve;
import assay.experiment.job.Experiment;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Progress;
import assay.experiment.job.Settings;
import assay.experiment.job.Shelf;
import assay.experiment.job.Stopwatch;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tell two digits apart by logistic regression, one image drawn with replacement per step.
 *
 * <p>Settings: {@code loss} kl, mse or missing-square; {@code low} and {@code high}, the digits with label -1 and 1; {@code steps};
 * {@code rate}; {@code train} and {@code test}, how many images of all digits to choose from. Pixels go in as 0 to 255, as published.
 */
public final class FourOrNine implements Experiment {
    private static final int POINTS = 50;
    private static final double STUCK = 1e-3;

    @Override
    public Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException {
        Settings settings = new Settings(job.settings());
        BinaryLoss loss = BinaryLoss.valueOf(settings.choice(
                        "loss",
                        Stream.of(BinaryLoss.values()).map(BinaryLoss::id).toList())
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
        int low = settings.count("low", 0);
        int high = settings.count("high", 0);
        int steps = settings.count("steps", 1);
        double rate = settings.number("rate");
        Material all = Material.of(job, settings, shelf);
        settings.done();
        Material pair = new Material(
                all.data(), Pixels.labelled(all.train(), low, high), Pixels.labelled(all.test(), low, high));
        if (pair.train().size() == 0 || pair.test().size() == 0) {
            throw new BadJob("there must be images of " + low + " or " + high + " to train and to test with");
        }
        return new Training(loss, new Rows(pair.train(), high), new Rows(pair.test(), high), job.seed())
                .run(pair, steps, rate, progress);
    }

    /** The numbers of images with labels -1 and 1. */
    private static final class Rows {
        private final int features;
        private final float[] x;
        private final int[] y;

        Rows(ImageSet images, int high) {
            Pixels pixels = new Pixels(images, Pixels.Range.RAW, 1);
            features = pixels.features();
            x = new float[pixels.size() * features];
            y = new int[pixels.size()];
            for (int i = 0; i < y.length; i++) {
                pixels.copy(i, x, i * features);
                y[i] = pixels.label(i) == high ? 1 : -1;
            }
        }
    }

    private static final class Training {
        private final BinaryLoss loss;
        private final Rows train;
        private final Rows test;
        private final Draw draw;
        private final double[] weights;
        private double bias;

        Training(BinaryLoss loss, Rows train, Rows test, long seed) {
            this.loss = loss;
            this.train = train;
            this.test = test;
            this.draw = new Draw(seed);
            double bound = 1 / Math.sqrt(train.features);
            this.weights = draw.vector(train.features, () -> draw.uniform(-bound, bound));
            this.bias = draw.uniform(-bound, bound);
        }

        Outcome run(Material pair, int steps, double rate, Progress progress) {
            Curve losses = new Curve();
            Curve accuracies = new Curve();
            int every = Math.max(1, steps / POINTS);
            Stopwatch watch = new Stopwatch();
            for (int step = 1; step <= steps; step++) {
                losses.gather(step(rate));
                if (step % every == 0) {
                    watch.stop();
                    losses.point(step);
                    accuracies.add(step, judge().accuracy());
                    progress.report((double) step / steps, step + " of " + steps + " images seen");
                    watch.go();
                }
            }
            watch.stop();
            Judgement judgement = judge();
            Outcome outcome = pair.describe(new Outcome())
                    .metric("accuracy", judgement.accuracy())
                    .metric("seconds", watch.seconds())
                    .metric("stuck", stuck())
                    .curve("train-loss", losses)
                    .curve("test-accuracy", accuracies)
                    .count("parameters", weights.length + 1L)
                    .digest(new Digest().add(weights).add(bias).hex());
            judgement.write(outcome, pair.test());
            return outcome.image(
                    "weights",
                    Pictures.signed(pair.train().width(), pair.train().height(), weights, 1));
        }

        private double step(double rate) {
            int i = draw.integer(0, train.y.length - 1);
            int at = i * train.features;
            double z = Dot.product(train.x, at, weights, train.features) + bias;
            double change = -rate * loss.slope(z, train.y[i]);
            Dot.add(change, train.x, at, weights, train.features);
            bias += change;
            return loss.value(z, train.y[i]);
        }

        private double score(Rows rows, int i) {
            return Dot.product(rows.x, i * rows.features, weights, rows.features) + bias;
        }

        private Judgement judge() {
            Judgement judgement = new Judgement(2);
            for (int i = 0; i < test.y.length; i++) {
                double z = score(test, i);
                judgement.add(i, test.y[i] == 1 ? 1 : 0, new double[] {BinaryLoss.sigma(-z), BinaryLoss.sigma(z)});
            }
            return judgement;
        }

        /** The share in per cent of the wrongly scored training images whose gradient has all but vanished; 0 if none is wrong. */
        private double stuck() {
            int wrong = 0;
            int stuck = 0;
            for (int i = 0; i < train.y.length; i++) {
                double z = score(train, i);
                if (z * train.y[i] <= 0) {
                    wrong++;
                    stuck += Math.abs(loss.slope(z, train.y[i])) <= STUCK ? 1 : 0;
                }
            }
            return wrong == 0 ? 0 : 100.0 * stuck / wrong;
        }
    }
}
