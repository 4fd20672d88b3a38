package assay.check.training;

import assay.api.Tensor;
import assay.api.reference.ReferenceTask;
import assay.check.Diagnosis;
import assay.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Name the likely cause of a low accuracy, from the predictions and the logged losses of all seeds. */
final class TrainingDiagnosis {
    /** A shifted label is believed to be the cause where undoing the shift makes this share right. */
    private static final double CLEARLY = 0.5;
    /** Chance is told from learning at this many standard deviations. */
    private static final double SIGMAS = 4;

    private final NonInferiorCheck.Spec spec;
    private final List<Predictions> seeds;
    private final ReferenceTask reference;

    TrainingDiagnosis(NonInferiorCheck.Spec spec, List<Predictions> seeds, ReferenceTask reference) {
        this.spec = spec;
        this.seeds = List.copyOf(seeds);
        this.reference = reference;
    }

    /** Find the first cause that fits, the most specific first. */
    Diagnosis find() {
        double[] losses = losses();
        if (!Arrays.stream(losses).allMatch(Double::isFinite)) {
            return new Diagnosis(
                    "diverged",
                    "The logged loss is not finite: the training diverged. Are the inputs scaled (0..255 makes steps of any"
                            + " usual rate too long), is the rate too large, is ln 0 taken?");
        }
        if (isConstant()) {
            return new Diagnosis(
                    "constant-prediction",
                    String.format(
                            Locale.ROOT,
                            "Every image gets the label %.0f: nothing is learned, or the scores do not depend on the image.",
                            seeds.get(0).labels()[0]));
        }
        if (hasFractions()) {
            return new Diagnosis(
                    "no-labels",
                    "The predictions are not whole numbers from 0: are they scores? One label per image is asked, or a row"
                            + " of scores.");
        }
        for (int shift : new int[] {-1, 1}) {
            if (share(shift) >= CLEARLY && share(shift) > 2 * accuracy()) {
                return new Diagnosis(
                        "labels-off-by-one",
                        "Nearly every label is off by one, in the same direction: do the classes start at 0 here?");
            }
        }
        if (TrainingLog.isBlownUp(losses)) {
            return new Diagnosis("raw-inputs", TrainingLog.RAW_INPUTS);
        }
        return isChance()
                ? new Diagnosis(
                        "chance",
                        "The accuracy is that of guessing, though different labels are predicted: do images and labels stay"
                                + " together when they are shuffled, and are the images read in the same order as those of the training set?")
                : Diagnosis.none();
    }

    private double[] losses() {
        return seeds.stream()
                .map(one -> ((Outcome.Answered) one.trial().outcome())
                        .answers()
                        .get(spec.losses())
                        .orElse(Tensor.vector()))
                .flatMapToDouble(value ->
                        value instanceof Tensor tensor ? Arrays.stream(tensor.toArray()) : DoubleStream.empty())
                .toArray();
    }

    private DoubleStream labels() {
        return seeds.stream().flatMapToDouble(one -> Arrays.stream(one.labels()));
    }

    private boolean isConstant() {
        double first = seeds.get(0).labels()[0];
        return labels().allMatch(label -> label == first);
    }

    private boolean hasFractions() {
        return !labels().allMatch(label -> label == Math.rint(label) && label >= 0);
    }

    private int images() {
        return seeds.stream().mapToInt(Predictions::size).sum();
    }

    private double accuracy() {
        return seeds.stream().mapToInt(Predictions::right).sum() / (double) images();
    }

    private double share(int shift) {
        int right = seeds.stream()
                .mapToInt(one -> one.rightAfter(reference, spec.answer(), label -> label + shift))
                .sum();
        return right / (double) images();
    }

    private boolean isChance() {
        double chance = 1.0 / spec.classes();
        double deviation = Math.sqrt(chance * (1 - chance) / images());
        // The classes are not equally frequent, so guessing one that is frequent gives a little more.
        return accuracy() <= 1.3 * chance + SIGMAS * deviation;
    }
}
