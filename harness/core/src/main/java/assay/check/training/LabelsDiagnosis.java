package assay.check.training;

import assay.check.Diagnosis;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Name the likely cause of a low accuracy from the labels alone. What is said gives no label of an image away. */
final class LabelsDiagnosis {
    /** A change is believed to be the cause where undoing it makes this share right, and twice what was. */
    private static final double CLEARLY = 0.5;

    /** Labels come about as often as they should where the shares of the classes differ by no more in all. */
    private static final double ALIKE = 0.2;

    /** Another cause is the likelier one where undoing it makes this share more right. */
    private static final double CLEARER = 0.1;

    private static final double SIGMAS = 4;

    private final int classes;
    private final double[] labels;
    private final double[] truth;

    LabelsDiagnosis(int classes, List<Double> labels, List<Double> truth) {
        this.classes = classes;
        this.labels = labels.stream().mapToDouble(Double::doubleValue).toArray();
        this.truth = truth.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Find the first cause that fits, the most specific first. */
    Diagnosis find() {
        int n = labels.length;
        if (Arrays.stream(labels).distinct().count() == 1) {
            return new Diagnosis(
                    "constant-prediction",
                    String.format(
                            Locale.ROOT,
                            "Every image gets the label %.0f: nothing is learned, or the scores do not depend on the image.",
                            labels[0]));
        }
        int[] names = renamed();
        double renamed = share(i -> isClass(labels[i]) ? names[(int) labels[i]] : -1);
        // The numbers of names sorted by letters are off by one for half of the images, too.
        if (isOffBy(1, renamed) || isOffBy(-1, renamed)) {
            return new Diagnosis(
                    "labels-off-by-one",
                    "Nearly every label is off by one, in the same direction: do the classes start at 0 here?");
        }
        if (isCause(i -> labels[n - 1 - i])) {
            return new Diagnosis(
                    "order-reversed",
                    "Read from the last line to the first, most labels would be right: are the images in the order of the file?");
        }
        if (isCause(i -> labels[(i + 1) % n]) || isCause(i -> labels[(i + n - 1) % n])) {
            return new Diagnosis(
                    "order-shifted",
                    "Most labels belong to the image beside theirs: is one line too many at the start and one missing at the"
                            + " end, or the other way about?");
        }
        if (isCause(i -> isClass(labels[i]) ? names[(int) labels[i]] : -1)) {
            return new Diagnosis(
                    "classes-renamed",
                    "Most labels would be right if the classes had other numbers: are the columns of the scores in the order"
                            + " 0, 1, 2, ... (text sorts 10 before 2, and a list of names by its letters)?");
        }
        return guessing();
    }

    private Diagnosis guessing() {
        double chance = 1.0 / classes;
        double deviation = Math.sqrt(chance * (1 - chance) / labels.length);
        if (share(i -> labels[i]) > 1.3 * chance + SIGMAS * deviation) {
            return Diagnosis.none();
        }
        return distance() <= ALIKE
                ? new Diagnosis(
                        "order-lost",
                        "The accuracy is that of guessing, though every label comes about as often as it should: are the"
                                + " labels in the order of the test images? A loader that shuffles loses it. Are these the test"
                                + " images of this course?")
                : new Diagnosis(
                        "chance",
                        "The accuracy is that of guessing: are the test images read and scaled as the training images were?");
    }

    private boolean isClass(double label) {
        return label == Math.rint(label) && label >= 0 && label < classes;
    }

    private double share(IntToDoubleFunction label) {
        return IntStream.range(0, labels.length)
                        .filter(i -> label.applyAsDouble(i) == truth[i])
                        .count()
                / (double) labels.length;
    }

    private boolean isCause(IntToDoubleFunction undone) {
        double share = share(undone);
        return share >= CLEARLY && share > 2 * share(i -> labels[i]);
    }

    private boolean isOffBy(int step, double renamed) {
        return isCause(i -> labels[i] - step) && share(i -> labels[i] - step) >= renamed - CLEARER;
    }

    /** Give each class the name that fits it best, the best fits first, no name twice. */
    private int[] renamed() {
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            if (isClass(labels[i])) {
                counts[(int) labels[i]][(int) truth[i]]++;
            }
        }
        int[] names = new int[classes];
        Arrays.fill(names, -1);
        boolean[] taken = new boolean[classes];
        for (int round = 0; round < classes; round++) {
            int best = -1;
            for (int cell = 0; cell < classes * classes; cell++) {
                boolean free = names[cell / classes] < 0 && !taken[cell % classes];
                if (free && (best < 0 || count(counts, cell) > count(counts, best))) {
                    best = cell;
                }
            }
            names[best / classes] = best % classes;
            taken[best % classes] = true;
        }
        return names;
    }

    private int count(int[][] counts, int cell) {
        return counts[cell / classes][cell % classes];
    }

    /** Return half the sum of the differences between how often labels come and how often they should. */
    private double distance() {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            int label = k;
            long given = Arrays.stream(labels).filter(one -> one == label).count();
            long right = Arrays.stream(truth).filter(one -> one == label).count();
            sum += Math.abs(given - right) / (double) labels.length;
        }
        return sum / 2;
    }
}
