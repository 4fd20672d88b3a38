package assay.experiment.linear;

import assay.data.ImageSet;
import assay.experiment.image.Digest;
import assay.experiment.image.Judgement;
import assay.experiment.image.Material;
import assay.experiment.image.Pictures;
import assay.experiment.image.Pixels;
import assay.experiment.image.Shuffle;
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
import java.util.Arrays;

/**
 * Tell two digits apart by logistic regression in mini-batches, and stop when the validation loss no longer improves.
 *
 * <p>Settings: {@code one} and {@code zero}, the digits with target 1 and 0; {@code batch}, {@code rate}; {@code epochs}, the most;
 * {@code checks}, the validations per epoch; {@code patience}, the validations without a strict improvement over the best;
 * {@code shuffle}; {@code train}, how many images of all digits to choose from; {@code test}, likewise for validation.
 * Pixels go in as -1 to 1, weights start at 0, so that without shuffling nothing depends on the seed.
 */
public final class EarlyStopping implements Experiment {
    @Override
    public Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException {
        Settings settings = new Settings(job.settings());
        int one = settings.count("one", 0);
        int zero = settings.count("zero", 0);
        Plan plan = new Plan(
                settings.count("batch", 1),
                settings.number("rate"),
                settings.count("epochs", 1),
                settings.count("checks", 1),
                settings.count("patience", 1),
                settings.truth("shuffle"));
        Material all = Material.of(job, settings, shelf);
        settings.done();
        Material pair = new Material(
                all.data(), Pixels.labelled(all.train(), one, zero), Pixels.labelled(all.test(), one, zero));
        if (pair.train().size() == 0 || pair.test().size() == 0) {
            throw new BadJob("there must be images of " + one + " or " + zero + " to train and to validate with");
        }
        return new Training(plan, new Rows(pair.train(), one), new Rows(pair.test(), one), job.seed())
                .run(pair, progress);
    }

    /** What the settings say. */
    private record Plan(int batch, double rate, int epochs, int checks, int patience, boolean shuffle) {}

    /** The numbers of images, with targets 0 and 1. */
    private static final class Rows {
        private final int features;
        private final float[] x;
        private final int[] target;

        Rows(ImageSet images, int one) {
            Pixels pixels = new Pixels(images, Pixels.Range.CENTRED, 1);
            features = pixels.features();
            x = new float[pixels.size() * features];
            target = new int[pixels.size()];
            for (int i = 0; i < target.length; i++) {
                pixels.copy(i, x, i * features);
                target[i] = pixels.label(i) == one ? 1 : 0;
            }
        }
    }

    private static final class Training {
        private final Plan plan;
        private final Rows train;
        private final Rows validation;
        private final Shuffle shuffle;
        private final Patience patience;
        private final Curve trainLosses = new Curve();
        private final Curve losses = new Curve();
        private final Curve accuracies = new Curve();
        private final Stopwatch watch = new Stopwatch();
        /** The weights of the pixels, then the bias. */
        private final double[] weights;

        private double[] best;

        Training(Plan plan, Rows train, Rows validation, long seed) {
            this.plan = plan;
            this.train = train;
            this.validation = validation;
            this.shuffle = new Shuffle(seed);
            this.patience = new Patience(plan.patience);
            this.weights = new double[train.features + 1];
            this.best = weights.clone();
        }

        Outcome run(Material pair, Progress progress) {
            double epochs = descend(progress);
            watch.stop();
            System.arraycopy(best, 0, weights, 0, best.length);
            Judgement judgement = judge();
            Outcome outcome = pair.describe(new Outcome())
                    .metric("accuracy", judgement.accuracy())
                    .metric("validation-loss", judgement.loss())
                    .metric("epochs", epochs)
                    .metric("seconds", watch.seconds())
                    .curve("train-loss", trainLosses)
                    .curve("validation-loss", losses)
                    .curve("validation-accuracy", accuracies)
                    .count("parameters", weights.length)
                    .digest(new Digest().add(weights).hex());
            judgement.write(outcome, pair.test());
            return outcome.image(
                    "weights",
                    Pictures.signed(pair.train().width(), pair.train().height(), picture(), 1));
        }

        /** Return the epochs until it stopped. */
        private double descend(Progress progress) {
            int[] order = Shuffle.ordered(train.target.length);
            int perEpoch = (order.length + plan.batch - 1) / plan.batch;
            int every = Math.max(1, perEpoch / plan.checks);
            int step = 0;
            for (int epoch = 1; epoch <= plan.epochs; epoch++) {
                if (plan.shuffle) {
                    shuffle.shuffle(order);
                }
                for (int from = 0; from < order.length; from += plan.batch) {
                    trainLosses.gather(step(order, from, Math.min(order.length, from + plan.batch)));
                    if (++step % every == 0 && !check((double) step / perEpoch)) {
                        return (double) step / perEpoch;
                    }
                }
                progress.report((double) epoch / plan.epochs, "epoch " + epoch + " of at most " + plan.epochs);
            }
            return plan.epochs;
        }

        /** Validate; return whether to go on. */
        private boolean check(double at) {
            watch.stop();
            trainLosses.point(at);
            Judgement judgement = judge();
            losses.add(at, judgement.loss());
            accuracies.add(at, judgement.accuracy());
            boolean better = patience.improves(judgement.loss());
            if (better) {
                best = weights.clone();
            }
            watch.go();
            return !patience.isOver();
        }

        private double step(int[] order, int from, int to) {
            double[] gradient = new double[weights.length];
            double loss = 0;
            for (int i = from; i < to; i++) {
                int y = train.target[order[i]];
                double z = score(train, order[i]);
                double slope = BinaryLoss.sigma(z) - y;
                loss += BinaryLoss.KL.value(z, 2 * y - 1);
                Dot.add(slope, train.x, order[i] * train.features, gradient, train.features);
                gradient[train.features] += slope;
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= plan.rate * gradient[j] / (to - from);
            }
            return loss / (to - from);
        }

        private double score(Rows rows, int i) {
            return Dot.product(rows.x, i * rows.features, weights, rows.features) + weights[rows.features];
        }

        private Judgement judge() {
            Judgement judgement = new Judgement(2);
            for (int i = 0; i < validation.target.length; i++) {
                double z = score(validation, i);
                judgement.add(i, validation.target[i], new double[] {BinaryLoss.sigma(-z), BinaryLoss.sigma(z)});
            }
            return judgement;
        }

        private double[] picture() {
            return Arrays.copyOf(weights, train.features);
        }
    }
}
