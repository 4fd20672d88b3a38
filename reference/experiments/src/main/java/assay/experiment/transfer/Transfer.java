package assay.experiment.transfer;

import assay.data.DataSet;
import assay.data.ImageSet;
import assay.experiment.backbone.Backbones;
import assay.experiment.backbone.Blueprint;
import assay.experiment.backbone.Colours;
import assay.experiment.job.BadJob;
import assay.experiment.job.Experiment;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Progress;
import assay.experiment.job.Settings;
import assay.experiment.job.Shelf;
import java.io.IOException;

/**
 * Train a new head of ten classes on a backbone that others have trained. From the training images of the data set a stratified
 * subset is taken, the same for all seeds; each seed splits it into images for training and held-out ones, and decides the order of
 * the images and where the head starts.
 *
 * <p>Settings: {@code backbone} a name or none; {@code weights} published or drawn; {@code side} of the images that go in;
 * {@code pixels} expected or published; {@code trunk} frozen or training-mode; {@code images}, {@code fraction},
 * {@code train-share}; {@code epochs}, {@code batch}, {@code rate}.
 */
public final class Transfer implements Experiment {
    private final Extraction extraction;

    /** Keep features in the cache of the user. */
    public Transfer() {
        this(FeatureStore.ofUser());
    }

    /** Keep features in {@code store}. */
    Transfer(FeatureStore store) {
        this.extraction = new Extraction(store);
    }

    @Override
    public Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException {
        Plan plan = Plan.of(new Settings(job.settings()));
        DataSet data = shelf.images(job);
        int count = (int) Math.min(
                plan.images(), Math.round(plan.fraction() * data.train().size()));
        ImageSet images = Split.subset(data.train(), count);
        if (images.channels() != 3) {
            throw new BadJob("the images of " + data.name() + " must have three colours");
        }
        Split split = Split.of(images, plan.trainShare(), job.seed());
        if (split.train().length == 0 || split.heldOut().length == 0) {
            throw new BadJob("'train-share' of " + images.size() + " images must leave some for both parts");
        }
        Outcome outcome = new Outcome();
        HeadTraining training = new HeadTraining(plan, images, split, job.seed(), progress, outcome);
        if (plan.isNone()) {
            training.run(pixels(plan, images), false);
            outcome.count("parameters in all", training.headParameters());
        } else if (plan.moving()) {
            Trunk trunk = Trunk.open(plan, job.home());
            training.runInTrainingMode(trunk);
            sizes(outcome, plan, trunk.movedStatistics(), trunk.movedParameters());
        } else {
            Features features = extraction.of(plan, images, data.sha256(), job.home(), progress);
            training.run(features.values(), true);
            sizes(outcome, plan, 0, 0);
            outcome.count("features, µs per image", features.microseconds());
            if (features.mebibytes() > 0) {
                outcome.count("features, peak MiB", features.mebibytes());
            }
        }
        if (!plan.isNone()) {
            outcome.provenance("weights." + job.variant(), Extraction.weights(plan, job.home()));
        }
        return outcome.provenance("data.name", data.name())
                .provenance("data.origin", data.origin())
                .provenance("data.sha256", data.sha256())
                .provenance("data.synthetic", Boolean.toString(data.synthetic()));
    }

    private static float[][] pixels(Plan plan, ImageSet images) {
        Preparation preparation = new Preparation(plan.side(), Colours.SYMMETRIC);
        float[][] values = new float[images.size()][preparation.size()];
        for (int i = 0; i < values.length; i++) {
            preparation.write(images, i, values[i], 0);
        }
        return values;
    }

    private static void sizes(Outcome outcome, Plan plan, long movedStatistics, long movedParameters) {
        Blueprint blueprint = Backbones.of(plan.backbone(), plan.side(), HeadTraining.CLASSES);
        outcome.count("parameters in all", blueprint.parameters())
                .count("running statistics", blueprint.statistics())
                .count("of these moved", movedStatistics)
                .count("backbone parameters moved", movedParameters);
    }
}
