package assay.check.training;

import java.util.Arrays;
import java.util.List;

/**
 * Hold how many validation images a model gets wrong, and how many its errors on unseen images and the reference explain: who
 * makes as many errors as the reference there should do so here. Both sets have about the same share of difficult images.
 *
 * @param own how many it gets wrong in its best epoch
 * @param explained how many it should
 */
record ValidationErrors(double own, double explained) {
    /** A count is believed to be too small when it is by this many of its standard deviations, those of Poisson's law. */
    private static final double SIGMAS = 2;

    /** Compare the shares right after each epoch on {@code counted} validation images with the reference's. */
    static ValidationErrors of(int counted, double[] accuracies, double[] reference, Predictions unseen) {
        double ratio = (unseen.size() - unseen.right()) / Math.max(1.0, unseen.size() - unseen.reference());
        return new ValidationErrors(fewest(counted, accuracies), ratio * fewest(counted, reference));
    }

    private static double fewest(int counted, double[] accuracies) {
        return counted * (1 - Arrays.stream(accuracies).max().orElse(0));
    }

    /** Return the mean over seeds, which share their validation images and so do not make the count surer. */
    static ValidationErrors mean(List<ValidationErrors> seeds) {
        return new ValidationErrors(
                seeds.stream().mapToDouble(ValidationErrors::own).average().orElse(0),
                seeds.stream()
                        .mapToDouble(ValidationErrors::explained)
                        .average()
                        .orElse(0));
    }

    /** Return whether there are fewer than {@code share} of those that are explained, by more than chance. */
    boolean areTooFew(double share) {
        return own < share * explained && own < explained - SIGMAS * Math.sqrt(explained);
    }
}
