package assay.reference.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Train a model on the first images and validate it on the others. {@link Random} gives the same numbers on every JDK.
 *
 * @param split number of images that are trained on; the rest is for validation
 * @param batch images of a step; the last of an epoch may have fewer
 */
record Training(int split, int batch, double rate, int epochs) {
    /** Hold what was logged; the losses begin before any step, the accuracies after the first epoch. */
    record Log(List<Double> losses, List<Double> accuracies, List<Double> validationLosses) {
        static Log empty() {
            return new Log(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** Return the number of the smallest validation loss, the first of equals; 0 is before any step. */
        int best() {
            int best = 0;
            for (int i = 1; i < validationLosses.size(); i++) {
                best = validationLosses.get(i) < validationLosses.get(best) ? i : best;
            }
            return best;
        }
    }

    /** Return the same plan for a training set of {@code images}: the last fifth is for validation. */
    Training of(int images) {
        return new Training(images - images / TrainedTask.PARTS, batch, rate, epochs);
    }

    /** Train for all epochs. */
    Log run(Classifier model, Pictures pictures, int[] labels, Random random) {
        return run(model, pictures, labels, random, epochs);
    }

    /** Train until the validation loss has not fallen for {@code patience} epochs, and go back to the best. */
    Log run(Classifier model, Pictures pictures, int[] labels, Random random, int patience) {
        Log log = Log.empty();
        int[] order = IntStream.range(0, split).toArray();
        double[] best = model.parameters();
        log.losses().add(model.loss(pictures, labels, 0, split));
        log.validationLosses().add(model.loss(pictures, labels, split, labels.length));
        for (int epoch = 1; epoch <= epochs && epoch - 1 - log.best() < patience; epoch++) {
            shuffle(order, random);
            for (int from = 0; from < split; from += batch) {
                int[] some = Arrays.copyOfRange(order, from, Math.min(split, from + batch));
                model.step(pictures, labels, some, rate, random);
            }
            log.losses().add(model.loss(pictures, labels, 0, split));
            log.accuracies().add(model.accuracy(pictures, labels, split, labels.length));
            log.validationLosses().add(model.loss(pictures, labels, split, labels.length));
            best = log.best() == epoch ? model.parameters() : best;
        }
        if (patience < epochs) {
            model.restore(best);
        }
        return log;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
