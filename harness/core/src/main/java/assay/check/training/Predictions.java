package assay.check.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.ReferenceTask;
import assay.check.CheckContext;
import assay.check.Diagnosis;
import assay.check.Judgement;
import assay.check.Trial;
import assay.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** Say of answered trials which one does not hold one label, or one row of scores, for each image. */
    static Optional<Judgement> misfit(
            List<Trial> trials, String name, int classes, ReferenceTask task, CheckContext context) {
        for (Trial trial : trials) {
            Tensor given = ((Outcome.Answered) trial.outcome()).answers().tensor(name);
            int images = task.solve(trial.request().inputs()).tensor(name).extent(0);
            boolean fits = given.rank() == 1 || (given.rank() == 2 && given.extent(1) == classes);
            if (!fits || given.extent(0) != images) {
                return Optional.of(Judgement.wrong(
                        "wrong-shape",
                        context.place(trial) + "'" + name + "' is " + given.describe()
                                + "; it must have one label (or one row of " + classes + " scores) for each of the "
                                + images + " images.",
                        Diagnosis.none(),
                        List.of()));
            }
        }
        return Optional.empty();
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
