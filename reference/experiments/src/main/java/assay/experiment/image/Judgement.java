package assay.experiment.image;

import assay.data.ImageSet;
import assay.experiment.job.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judge what a classifier says: accuracy, cross-entropy, confusion, and the images it finds hardest. */
public final class Judgement {
    private static final int SHOWN = 12;
    /** What a smaller probability counts as, the same as in DL4J's cross-entropy. */
    private static final double LEAST = 1e-10;

    private final double[][] confusion;
    private final List<Case> cases = new ArrayList<>();
    private double loss;
    private int right;

    private record Case(int image, int label, int given, double ofLabel, double ofGiven) {}

    /** Judge between {@code classes} classes. */
    public Judgement(int classes) {
        confusion = new double[classes][classes];
    }

    /** Take in the probabilities [classes] for an image; what is not a number is never right. */
    public void add(int image, int label, double[] probabilities) {
        int given = -1;
        for (int k = 0; k < probabilities.length; k++) {
            if (Double.isFinite(probabilities[k]) && (given < 0 || probabilities[k] > probabilities[given])) {
                given = k;
            }
        }
        loss -= Math.log(Math.max(LEAST, probabilities[label]));
        if (given >= 0) {
            confusion[label][given]++;
            right += given == label ? 1 : 0;
            cases.add(new Case(image, label, given, probabilities[label], probabilities[given]));
        } else {
            cases.add(new Case(image, label, label, 0, 0));
        }
    }

    /** Return the share of right answers in per cent. */
    public double accuracy() {
        return 100.0 * right / cases.size();
    }

    /** Return the mean cross-entropy in nats; a right class given less than 1e-10 counts as given that. */
    public double loss() {
        return loss / cases.size();
    }

    /** Write the confusion matrix [label][given] and the hardest of {@code images} into {@code outcome}. */
    public void write(Outcome outcome, ImageSet images) {
        outcome.matrix("confusion", confusion);
        cases.stream()
                .filter(one -> one.given != one.label)
                .sorted(Comparator.comparingDouble((Case one) -> one.ofLabel - one.ofGiven)
                        .thenComparingInt(Case::image))
                .limit(SHOWN)
                .forEach(one ->
                        outcome.image("hardest", Pictures.of(images, one.image, one.label, one.given, one.ofGiven)));
    }
}
