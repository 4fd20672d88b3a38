package assay.experiment.net;

import assay.experiment.image.Judgement;
import assay.experiment.image.Material;
import assay.experiment.image.Pixels;
import assay.experiment.job.BadJob;
import assay.experiment.job.Curve;
import assay.experiment.job.Experiment;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Progress;
import assay.experiment.job.Settings;
import assay.experiment.job.Shelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Train one of the nets on images of 28 x 28 pixels in ten classes and judge it by the test images after every epoch.
 *
 * <p>Settings: {@code net} lenet-original, lenet-modern, softmax, mlp or convnet; {@code dropout} for mlp,
 * {@code dropout-pooling} and {@code dropout-hidden} for convnet; {@code updater}, {@code rate}, {@code momentum};
 * {@code epochs}, {@code batch}, {@code train}, {@code test}. Pixels go in as 0 to 1.
 */
public final class Nets implements Experiment {
    private static final List<String> KNOWN = List.of("lenet-original", "lenet-modern", "softmax", "mlp", "convnet");

    @Override
    public Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException {
        Settings settings = new Settings(job.settings());
        String name = settings.choice("net", KNOWN);
        IUpdater updater = Updaters.of(settings);
        MultiLayerConfiguration shape = shape(name, job.seed(), updater, settings);
        int epochs = settings.count("epochs", 1);
        int batch = settings.count("batch", 1);
        Material material = Material.of(job, settings, shelf);
        settings.done();

        MultiLayerNetwork net = new MultiLayerNetwork(shape);
        net.init();
        Pixels test = new Pixels(material.test(), Pixels.Range.UNIT, 1);
        Fit fit = new Fit(net, new Pixels(material.train(), Pixels.Range.UNIT, 1), batch, name.startsWith("lenet"));
        Curve accuracies = new Curve();
        Curve losses = new Curve();
        List<Judgement> judged = new ArrayList<>();
        fit.run(epochs, job.seed(), progress, epoch -> {
            Judgement judgement = fit.judge(test);
            judged.add(judgement);
            accuracies.add(epoch, judgement.accuracy());
            losses.add(epoch, judgement.loss());
        });
        Outcome outcome = material.describe(new Outcome())
                .metric("accuracy", accuracies.last())
                .metric("test-loss", losses.last())
                .metric("seconds", fit.seconds())
                .curve("train-loss", fit.losses())
                .curve("test-accuracy", accuracies)
                .curve("test-loss", losses)
                .count("parameters", net.numParams())
                .digest(fit.digest());
        judged.get(judged.size() - 1).write(outcome, material.test());
        FirstLayer.write(outcome, net, material.test().width(), material.test().height());
        return outcome;
    }

    private static MultiLayerConfiguration shape(String name, long seed, IUpdater updater, Settings settings)
            throws BadJob {
        return switch (name) {
            case "lenet-original" -> LeNet.original(seed, updater, DataType.FLOAT);
            case "lenet-modern" -> LeNet.modern(seed, updater, DataType.FLOAT);
            case "softmax" -> MnistNets.softmax(seed, updater, DataType.FLOAT);
            case "mlp" -> MnistNets.mlp(seed, updater, DataType.FLOAT, settings.number("dropout"));
            default ->
                MnistNets.convolutional(
                        seed,
                        updater,
                        DataType.FLOAT,
                        settings.number("dropout-pooling"),
                        settings.number("dropout-hidden"));
        };
    }
}
