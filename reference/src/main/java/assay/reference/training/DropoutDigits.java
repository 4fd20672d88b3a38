package assay.reference.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.TrainingSet;
import assay.api.reference.Claim;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Train a net with one hidden layer and dropout. */
final class DropoutDigits extends TrainedTask {
    private static final Training PLAN = new Training(0, 20, 0.2, 12);
    private static final int HIDDEN = 48;
    private static final double DROP = 0.25;

    DropoutDigits() {
        super("digits/dropout");
    }

    @Override
    Answers train(TrainingSet training, List<byte[]> images, int seed) {
        Random random = new Random(seed);
        DropoutModel model = new DropoutModel(training.imageBytes(), HIDDEN, classes(training), DROP, random);
        Training plan = PLAN.of(training.size());
        Training.Log log = plan.run(model, Pictures.of(training), labels(training), random);
        double[] predictions = model.labels(Pictures.of(images));
        return Answers.of("predictions", predictions).and("again", predictions).and("losses", vector(log.losses()));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("off-at-test-time", DropoutDigits::isOff);
    }

    private static Optional<String> isOff(Inputs inputs, Answers given) {
        if (!given.get("predictions").equals(given.get("again"))) {
            return Optional.of(
                    "The same model gives the same images other labels the second time: is dropout still on when"
                            + " it predicts?");
        }
        return given.get("again").orElse(Tensor.vector()) instanceof Tensor tensor
                        && Arrays.stream(tensor.toArray()).distinct().count() > 1
                ? Optional.empty()
                : Optional.of("Every image gets the same label, so nothing can be said about dropout.");
    }
}
