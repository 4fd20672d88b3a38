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

/** Train a small convolutional net. */
final class ConvolutionDigits extends TrainedTask {
    private static final Training PLAN = new Training(0, 20, 0.1, 12);
    private static final int FILTERS = 8;
    private static final int CLASSES = 10;

    /** What some leave out or add when they count: the sentence says where to look. */
    private static final Map<Integer, String> MISCOUNTS = Map.of(
            5 * 5 * 8 + 6 * 6 * 8 * 10,
            "That is the number of weights without biases",
            5 * 5 * 8 + 8 + 12 * 12 * 8 * 10 + 10,
            "That is the number without pooling before the dense layer",
            3 * 5 * 5 * 8 + 8 + 6 * 6 * 8 * 10 + 10,
            "That is the number for images of three channels");

    ConvolutionDigits() {
        super("digits/convnet");
    }

    @Override
    Answers train(TrainingSet training, List<byte[]> images, int seed) {
        Random random = new Random(seed);
        ConvolutionModel model = new ConvolutionModel(FILTERS, classes(training), random);
        Training plan = PLAN.of(training.size());
        Training.Log log = plan.run(model, Pictures.of(training), labels(training), random);
        return Answers.of("predictions", model.labels(Pictures.of(images)))
                .and("losses", vector(log.losses()))
                .and("accuracies", vector(log.accuracies()))
                .and("parameters", model.size());
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("counted", ConvolutionDigits::isCounted);
    }

    private static Optional<String> isCounted(Inputs inputs, Answers given) {
        int right = new ConvolutionModel(FILTERS, CLASSES, new Random(0)).size();
        double count = given.get("parameters").orElse(Tensor.vector()) instanceof Tensor tensor && tensor.size() == 1
                ? tensor.at(0)
                : Double.NaN;
        if (count == right) {
            return Optional.empty();
        }
        String why = count == Math.rint(count)
                ? MISCOUNTS.getOrDefault((int) count, "The net of the statement has another number of them")
                : "The answer must be a whole number";
        return Optional.of(why + ": count the weights and biases of each layer, shape by shape.");
    }
}
