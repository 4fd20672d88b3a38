package assay.assignment;

import java.util.List;

/**
 * Name the data set that a task trains on.
 *
 * @param name one of the data sets that are known
 * @param synthetic the drawn data set that stands in where the files of {@code name} are not at hand; "" for none
 * @param train number of images that the child gets with labels
 * @param test number of images in each request
 * @param only the classes that are used, in the order of the new labels 0, 1, ...; empty for all as they are
 */
public record TrainingData(String name, String synthetic, int train, int test, List<Integer> only) {
    public TrainingData {
        if (train < 1 || test < 1) {
            throw new IllegalArgumentException("train and test must be 1 or more, was " + train + " and " + test);
        }
        if (only.size() == 1) {
            throw new IllegalArgumentException("only must name at least two classes, was " + only);
        }
        only = List.copyOf(only);
    }

    /** Return the same, of the drawn data set that stands in. */
    public TrainingData standIn() {
        return new TrainingData(synthetic, "", train, test, only);
    }

    /** Return what a request calls the training set: {@code "digits-2000"}, {@code "digits-2000-of-3-2"}. */
    public String folder() {
        String classes = only.isEmpty()
                ? ""
                : "-of-" + String.join("-", only.stream().map(String::valueOf).toList());
        return name + "-" + train + classes;
    }
}
