package assay.experiment.image;

import assay.data.DataSet;
import assay.data.ImageSet;
import assay.experiment.job.BadJob;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Settings;
import assay.experiment.job.Shelf;
import java.io.IOException;

/**
 * Hold the images that one training uses.
 *
 * @param data where they come from
 * @param train the training images, the first {@code train} of the data set where that setting is given
 * @param test the test images, the first {@code test} of the data set where that setting is given
 */
public record Material(DataSet data, ImageSet train, ImageSet test) {
    /** Take the images that {@code job} names, as many as its settings say. */
    public static Material of(Job job, Settings settings, Shelf shelf) throws BadJob, IOException {
        DataSet data = shelf.images(job);
        int train = settings.count("train", 1, data.train().size());
        int test = settings.count("test", 1, data.test().size());
        return new Material(data, Pixels.first(data.train(), train), Pixels.first(data.test(), test));
    }

    /** Say in {@code outcome} which images were used. */
    public Outcome describe(Outcome outcome) {
        return outcome.count("train", train.size())
                .count("test", test.size())
                .provenance("data.name", data.name())
                .provenance("data.origin", data.origin())
                .provenance("data.sha256", data.sha256())
                .provenance("data.synthetic", Boolean.toString(data.synthetic()));
    }
}
