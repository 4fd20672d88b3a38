package assay.reference.training;

import assay.api.Answers;
import assay.api.TrainingSet;
import java.util.List;
import java.util.Random;

/** Train softmax regression on whole images. */
final class SoftmaxDigits extends TrainedTask {
    private static final Training PLAN = new Training(0, 20, 0.2, 12);

    SoftmaxDigits() {
        super("digits/softmax");
    }

    @Override
    Answers train(TrainingSet training, List<byte[]> images, int seed) {
        SoftmaxModel model = new SoftmaxModel(training.imageBytes(), classes(training));
        Training plan = PLAN.of(training.size());
        Training.Log log = plan.run(model, Pictures.of(training), labels(training), new Random(seed));
        return Answers.of("predictions", model.labels(Pictures.of(images)))
                .and("losses", vector(log.losses()))
                .and("accuracies", vector(log.accuracies()));
    }
}
