package assay.experiment.net;

import assay.data.ImageSet;
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
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Choose the learning rate of a dense net by its accuracy on a validation split, then look at the test images once.
 *
 * <p>Settings: {@code hidden}, the units of the hidden layers; {@code rates}, of which the first of the best is chosen;
 * {@code share} of the training images to train with, the others validate; {@code refit}, whether a net is trained anew on
 * all of them with the chosen rate; {@code epochs}, {@code batch}, {@code train}, {@code test}. Adam; pixels go in as -1 to 1.
 */
public final class GridSearch implements Experiment {
    @Override
    public Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException {
        Settings settings = new Settings(job.settings());
        List<Integer> hidden =
                settings.numbers("hidden").stream().map(Double::intValue).toList();
        List<Double> rates = settings.numbers("rates");
        double share = settings.number("share");
        boolean refit = settings.truth("refit");
        int epochs = settings.count("epochs", 1);
        int batch = settings.count("batch", 1);
        Material material = Material.of(job, settings, shelf);
        settings.done();
        int kept = (int) (share * material.train().size());
        if (kept < 1 || kept >= material.train().size()) {
            throw new BadJob("setting 'share' must leave images to train and to validate with, was " + share);
        }
        return new Search(job.seed(), hidden, epochs, batch, kept, material).run(rates, refit, progress);
    }

    private static final class Search {
        private final long seed;
        private final List<Integer> hidden;
        private final int epochs;
        private final int batch;
        private final Material material;
        private final ImageSet part;
        private final Pixels validation;
        private double seconds;

        Search(long seed, List<Integer> hidden, int epochs, int batch, int kept, Material material) {
            this.seed = seed;
            this.hidden = hidden;
            this.epochs = epochs;
            this.batch = batch;
            this.material = material;
            int[] order = Shuffle.ordered(material.train().size());
            new Shuffle(seed).shuffle(order);
            this.part = material.train().subset(Arrays.copyOf(order, kept));
            this.validation = pixels(material.train().subset(Arrays.copyOfRange(order, kept, order.length)));
        }

        Outcome run(List<Double> rates, boolean refit, Progress progress) {
            int fits = rates.size() + (refit ? 1 : 0);
            NavigableMap<Double, Double> accuracies = new TreeMap<>();
            Fit chosen = fit(rates.get(0), part, 0, fits, progress);
            double best = chosen.judge(validation).accuracy();
            double rate = rates.get(0);
            accuracies.put(rate, best);
            for (int i = 1; i < rates.size(); i++) {
                Fit candidate = fit(rates.get(i), part, i, fits, progress);
                double accuracy = candidate.judge(validation).accuracy();
                accuracies.put(rates.get(i), accuracy);
                if (accuracy > best) {
                    chosen = candidate;
                    best = accuracy;
                    rate = rates.get(i);
                }
            }
            if (refit) {
                chosen = fit(rate, material.train(), rates.size(), fits, progress);
            }
            return outcome(chosen, rate, best, accuracies);
        }

        private Outcome outcome(Fit chosen, double rate, double best, NavigableMap<Double, Double> accuracies) {
            Curve byRate = new Curve();
            accuracies.forEach((tried, accuracy) -> byRate.add(Math.log10(tried), accuracy));
            Judgement judgement = chosen.judge(pixels(material.test()));
            Outcome outcome = material.describe(new Outcome())
                    .metric("accuracy", judgement.accuracy())
                    .metric("validation-accuracy", best)
                    .metric("rate", rate)
                    .metric("seconds", seconds)
                    .metric("test-loss", judgement.loss())
                    .curve("validation-accuracy", byRate)
                    .curve("train-loss", chosen.losses())
                    .count("parameters", chosen.parameters())
                    .count("validation", validation.size())
                    .digest(chosen.digest());
            judgement.write(outcome, material.test());
            return outcome;
        }

        private Fit fit(double rate, ImageSet images, int done, int fits, Progress progress) {
            MultiLayerNetwork net =
                    new MultiLayerNetwork(MnistNets.dense(seed, new Adam(rate), DataType.FLOAT, hidden));
            net.init();
            Fit fit = new Fit(net, pixels(images), batch, false);
            fit.run(
                    epochs,
                    seed,
                    (share, note) -> progress.report((done + share) / fits, "rate " + rate + ", " + note),
                    epoch -> {});
            seconds += fit.seconds();
            return fit;
        }

        private static Pixels pixels(ImageSet images) {
            return new Pixels(images, Pixels.Range.CENTRED, 1);
        }
    }
}
