package assay.check.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.ReferenceTask;
import assay.check.Trial;
import assay.run.Outcome;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Hold what was predicted in one trial beside the reference's predictions for the same images after the same seed.
 *
 * @param labels what was predicted, one number per image
 * @param right how many of them are right
 * @param reference how many of the reference's are
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one judgement
record Predictions(Trial trial, double[] labels, int right, int reference) {
    /** Read the answer {@code name} of an answered trial; a matrix holds one row of scores per image. */
    static Predictions of(Trial trial, String name, ReferenceTask task) {
        double[] labels = labels(((Outcome.Answered) trial.outcome()).answers().tensor(name));
        Inputs inputs = trial.request().inputs();
        int reference = right(task, inputs, name, labels(task.solve(inputs).tensor(name)));
        return new Predictions(trial, labels, right(task, inputs, name, labels), reference);
    }

    /** Return the number of images. */
    int size() {
        return labels.length;
    }

    /** Return the share that is right. */
    double accuracy() {
        return right / (double) size();
    }

    /** Return how many percent points the reference is better. */
    double deficit() {
        return 100.0 * (reference - right) / size();
    }

    /** Count what would be right if every label were changed. */
    int rightAfter(ReferenceTask task, String name, DoubleUnaryOperator change) {
        return right(
                task,
                trial.request().inputs(),
                name,
                Arrays.stream(labels).map(change).toArray());
    }

    private static int right(ReferenceTask task, Inputs inputs, String name, double[] labels) {
        Tensor hits = task.compared(inputs, Answers.of(name, labels)).tensor(name);
        return (int) Arrays.stream(hits.toArray()).sum();
    }

    /** Return the labels: the numbers themselves, or the place of the largest number of each row (the first of equals). */
    static double[] labels(Tensor given) {
        if (given.rank() == 1) {
            return given.toArray();
        }
        return Arrays.stream(given.toRows()).mapToDouble(Predictions::largest).toArray();
    }

    private static double largest(double[] row) {
        int best = -1;
        for (int k = 0; k < row.length; k++) {
            if (Double.isFinite(row[k]) && (best < 0 || row[k] > row[best])) {
                best = k;
            }
        }
        return best;
    }
}
