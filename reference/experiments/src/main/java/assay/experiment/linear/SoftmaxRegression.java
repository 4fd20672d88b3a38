package assay.experiment.linear;

import assay.experiment.image.Judgement;
import assay.experiment.image.Material;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Train a linear classifier of all classes by mini-batches in a new order every epoch.
 *
 * <p>Settings: {@code block}, the edge of the squares of pixels that are averaged; {@code squash} none, sigmoid or softmax,
 * see {@link Squash}; {@code lambda}, the factor of the squared norm; {@code pixels} unit, centred or standard; {@code start} zero or
 * drawn; {@code batch}, {@code rate}, {@code epochs}, {@code train}, {@code test}.
 */
public final class SoftmaxRegression implements Experiment {
    private static final int POINTS = 20;

    @Override
    public Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException {
        Settings settings = new Settings(job.settings());
        Plan plan = Plan.of(settings);
        Material material = Material.of(job, settings, shelf);
        settings.done();
        if (material.train().height() % plan.block != 0 || material.train().width() % plan.block != 0) {
            throw new BadJob("setting 'block' must divide the edges of the images, was " + plan.block);
        }
        Pixels train = new Pixels(material.train(), plan.range, plan.block);
        Pixels test = new Pixels(material.test(), plan.range, plan.block);
        LinearClassifier model =
                new LinearClassifier(train.features(), material.train().classes(), plan.squash, plan.lambda);
        if (plan.drawn) {
            model.draw(job.seed());
        }
        return train(model, plan, train, test, job.seed(), progress, material);
    }

    /** What the settings say. */
    private record Plan(
            Squash squash,
            double lambda,
            int block,
            Pixels.Range range,
            boolean drawn,
            int batch,
            double rate,
            int epochs) {
        static Plan of(Settings settings) throws BadJob {
            List<String> squashes = Stream.of(Squash.values()).map(Squash::id).toList();
            String squash = settings.choice("squash", squashes);
            String range = settings.choice("pixels", List.of("unit", "centred", "standard"));
            return new Plan(
                    Squash.valueOf(squash.toUpperCase(Locale.ROOT)),
                    settings.number("lambda"),
                    settings.count("block", 1),
                    Pixels.Range.valueOf(range.toUpperCase(Locale.ROOT)),
                    settings.choice("start", List.of("zero", "drawn")).equals("drawn"),
                    settings.count("batch", 1),
                    settings.number("rate"),
                    settings.count("epochs", 1));
        }
    }

    private static Outcome train(
            LinearClassifier model,
            Plan plan,
            Pixels train,
            Pixels test,
            long seed,
            Progress progress,
            Material material) {
        Curve losses = new Curve();
        Curve errors = new Curve();
        Curve testLosses = new Curve();
        int[] order = Shuffle.ordered(train.size());
        Shuffle shuffle = new Shuffle(seed);
        int perEpoch = (order.length + plan.batch - 1) / plan.batch;
        int every = Math.max(1, perEpoch / POINTS);
        Stopwatch watch = new Stopwatch();
        int step = 0;
        for (int epoch = 1; epoch <= plan.epochs; epoch++) {
            watch.go();
            shuffle.shuffle(order);
            for (int from = 0; from < order.length; from += plan.batch) {
                losses.gather(model.step(train, order, from, Math.min(order.length, from + plan.batch), plan.rate));
                if (++step % every == 0) {
                    losses.point((double) step / perEpoch);
                }
            }
            watch.stop();
            Judgement judgement = model.judge(test);
            errors.add(epoch, 100 - judgement.accuracy());
            testLosses.add(epoch, judgement.loss());
            progress.report((double) epoch / plan.epochs, "epoch " + epoch + " of " + plan.epochs);
        }
        Outcome outcome = material.describe(new Outcome())
                .metric("error", errors.last())
                .metric("accuracy", 100 - errors.last())
                .metric("seconds", watch.seconds())
                .metric("train-loss", losses.last())
                .metric("test-loss", testLosses.last())
                .metric("squared-norm", model.squaredNorm())
                .curve("train-loss", losses)
                .curve("test-error", errors)
                .curve("test-loss", testLosses);
        model.judge(test).write(outcome, material.test());
        model.write(outcome, train.width(), train.height());
        return outcome;
    }
}
