package assay.check.training;

import assay.check.Diagnosis;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Examine the curves that a training logged. What is said follows from the cross-entropy of K classes: before any step every
 * class has about 1/K, so the loss is ln K.
 *
 * @param losses mean training losses, the first before any step
 * @param accuracies shares right on {@code counted} images; may be empty
 * @param classes K
 * @param first how far the first loss may be off ln K, as a share of it
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one judgement
record TrainingLog(double[] losses, double[] accuracies, int counted, int classes, double first) {
    /** Says what a loss of many times its first value means. */
    static final String RAW_INPUTS =
            "The loss rises to many times its first value: are the pixels 0..255 instead of 0..1? They make every step 255"
                    + " times as long, and the first steps saturate the softmax.";

    private static final double BLOWN_UP = 3;
    private static final double WHOLE = 1e-6;

    /** Be a complaint: a name for machines, and a sentence. */
    record Complaint(String id, String sentence) {
        Diagnosis diagnosis() {
            return new Diagnosis(id, sentence);
        }
    }

    /** Return the lowest loss of a softmax of a softmax: ln(1 + (K - 1)/e), as its largest input is 1 and the others are 0. */
    static double floorOfTwice(int classes) {
        return Math.log(1 + (classes - 1) / Math.E);
    }

    /** Return whether losses rise far above the first one. */
    static boolean isBlownUp(double[] losses) {
        return losses.length > 1 && Arrays.stream(losses).max().orElse(0) > BLOWN_UP * Math.max(losses[0], 0.1);
    }

    /** Return what is impossible or suspicious in the curves by themselves. */
    Optional<Complaint> complaint() {
        return shape().or(this::start).or(this::course).or(this::shares);
    }

    private Optional<Complaint> shape() {
        if (losses.length < 2) {
            return complain(
                    "too-short",
                    "The loss curve must have the loss before any step and one per epoch, was " + losses.length
                            + " numbers.");
        }
        if (!Arrays.stream(losses).allMatch(Double::isFinite)) {
            return complain(
                    "diverged",
                    "The logged loss is not finite: the training diverged. Are the inputs scaled, is the rate too large, is"
                            + " ln 0 taken?");
        }
        if (Arrays.stream(losses).anyMatch(loss -> loss < 0)) {
            return complain(
                    "negative-loss",
                    "A logged loss is negative, which a mean of -ln p cannot be: is the logarithm missing (the negative"
                            + " log-likelihood wants ln p, not p)?");
        }
        return Optional.empty();
    }

    private Optional<Complaint> start() {
        double right = Math.log(classes);
        double start = losses[0];
        if (Math.abs(start - right) <= first * right) {
            return Optional.empty();
        }
        String found = String.format(
                Locale.ROOT,
                "The first loss is %.4f; before any step it is near ln %d = %.4f. ",
                start,
                classes,
                right);
        if (isNear(start, right / Math.log(2)) || isNear(start, right / Math.log(10))) {
            return complain("other-logarithm", found + "Is the logarithm taken to another base?");
        }
        if (isNear(start, Math.log(2)) || isNear(start, classes * Math.log(2))) {
            return complain(
                    "sigmoid-loss",
                    found + "Is it the loss of a sigmoid for each class instead of a softmax over all?");
        }
        double ratio = start / right;
        if (ratio > 1.5 && Math.abs(ratio - Math.rint(ratio)) <= 0.005 * ratio) {
            return complain(
                    "loss-summed",
                    found
                            + String.format(
                                    Locale.ROOT, "It is %.0f times that: is a sum logged instead of a mean?", ratio));
        }
        return start < right
                ? complain("first-loss-late", found + "Is the first number logged after the first epoch?")
                : complain(
                        "first-loss-high",
                        found + "Are the first weights too large, or the inputs 0..255 instead of 0..1?");
    }

    private Optional<Complaint> course() {
        if (isBlownUp(losses)) {
            return complain("raw-inputs", RAW_INPUTS);
        }
        if (!(losses[losses.length - 1] < losses[0])) {
            return complain(
                    "loss-does-not-fall",
                    String.format(
                            Locale.ROOT,
                            "The loss does not fall: it is %.4f first and %.4f last.",
                            losses[0],
                            losses[losses.length - 1]));
        }
        return Optional.empty();
    }

    private Optional<Complaint> shares() {
        for (double share : accuracies) {
            if (!(share >= 0 && share <= 1)) {
                return complain(
                        "accuracy-no-share",
                        "A logged accuracy is " + share + "; it must be a share from 0 to 1, not percent.");
            }
            double count = share * counted;
            if (Math.abs(count - Math.rint(count)) > WHOLE) {
                return complain(
                        "accuracy-no-count",
                        String.format(
                                Locale.ROOT,
                                "A logged accuracy is %s; on %d images it must be a multiple of 1/%d, and this is %.4f of"
                                        + " them. Is it a mean over batches of unequal size, or over other images?",
                                share,
                                counted,
                                counted,
                                count));
            }
        }
        return Optional.empty();
    }

    private static boolean isNear(double value, double other) {
        return Math.abs(value - other) <= 0.02 * other;
    }

    private static Optional<Complaint> complain(String id, String sentence) {
        return Optional.of(new Complaint(id, sentence));
    }
}
