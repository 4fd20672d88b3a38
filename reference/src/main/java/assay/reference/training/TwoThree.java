package assay.reference.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.TrainingSet;
import assay.api.reference.Claim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tell 2 from 3 by logistic regression, and stop when the validation loss no longer falls. */
final class TwoThree extends TrainedTask {
    /** Epochs without a smaller validation loss after which to stop. */
    static final int PATIENCE = 5;

    /** Epochs after which to stop in any case. */
    static final int MOST = 100;

    private static final Training PLAN = new Training(0, 20, 0.1, MOST);

    TwoThree() {
        super("digits/two-three");
    }

    @Override
    Answers train(TrainingSet training, List<byte[]> images, int seed) {
        SoftmaxModel model = new SoftmaxModel(training.imageBytes(), classes(training));
        Training plan = PLAN.of(training.size());
        Training.Log log = plan.run(model, Pictures.of(training), labels(training), new Random(seed), PATIENCE);
        return Answers.of("predictions", model.labels(Pictures.of(images)))
                .and("losses", vector(log.losses()))
                .and("accuracies", vector(log.accuracies()))
                .and("validation-losses", vector(log.validationLosses()))
                .and("best", log.best());
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("early-stopping", TwoThree::stopsRightly);
    }

    private static Optional<String> stopsRightly(Inputs inputs, Answers given) {
        if (!(given.get("validation-losses").orElse(Tensor.vector()) instanceof Tensor losses)
                || losses.rank() != 1
                || losses.size() < 2
                || !(given.get("best").orElse(Tensor.vector()) instanceof Tensor best)
                || best.rank() != 0) {
            return Optional.of(
                    "'validation-losses' must have the loss before any step and one per epoch, 'best' one number.");
        }
        int lowest = 0;
        int last = losses.size() - 1;
        for (int epoch = 1; epoch <= last; epoch++) {
            lowest = losses.at(epoch) < losses.at(lowest) ? epoch : lowest;
            if (epoch - lowest >= PATIENCE && epoch < last) {
                return Optional.of("After epoch " + epoch + " the validation loss had not fallen below that of epoch "
                        + lowest + " for " + PATIENCE + " epochs, and the training went on. Is every loss compared with"
                        + " the best one so far, rather than with the one before?");
            }
        }
        if (last - lowest < PATIENCE && last < MOST) {
            return Optional.of(
                    "The training stopped after epoch " + last + " although the validation loss fell in epoch " + lowest
                            + ": " + PATIENCE + " epochs without a fall must pass first.");
        }
        return best.item() == lowest
                ? Optional.empty()
                : Optional.of("'best' is " + Math.round(best.item())
                        + ", the smallest validation loss is that of epoch " + lowest + " (0 is before any step).");
    }
}
