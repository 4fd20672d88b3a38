package assay.data;

import java.util.Objects;

/**
 * Hold a data set split as published, with what must stand in a report.
 *
 * @param origin where it comes from, for people
 * @param sha256 over the pixels and labels of the training set, then of the test set
 * @param synthetic true if it was drawn here and is no published data
 */
public record DataSet(String name, String origin, String sha256, boolean synthetic, ImageSet train, ImageSet test) {
    /** Check that nothing is missing and both parts are of one kind. */
    public DataSet {
        Objects.requireNonNull(name);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(sha256);
        if (train.imageBytes() != test.imageBytes() || train.classes() != test.classes()) {
            throw new IllegalArgumentException("training and test images of " + name + " must be of one kind");
        }
    }
}
