package assay.reference.training;

import assay.api.Answers;
import assay.api.TrainingSet;
import java.util.List;
import java.util.Random;

/** Train softmax regression on images of 7 by 7 averages, and on whole images beside it. */
final class PooledDigits extends TrainedTask {
    private static final Training PLAN = new Training(0, 20, 0.5, 20);
    private static final Training FULL = new Training(0, 20, 0.2, 12);
    private static final int SIDE = 4;

    PooledDigits() {
        super("digits/pooled");
    }

    @Override
    Answers train(TrainingSet training, List<byte[]> images, int seed) {
        int[] labels = labels(training);
        Pictures small = Pictures.pooled(images(training), training.width(), SIDE);
        SoftmaxModel model = new SoftmaxModel(small.size(), classes(training));
        Training.Log log = PLAN.of(labels.length).run(model, small, labels, new Random(seed));
        SoftmaxModel full = new SoftmaxModel(training.imageBytes(), classes(training));
        FULL.of(labels.length).run(full, Pictures.of(training), labels, new Random(seed));
        return Answers.of("predictions", model.labels(Pictures.pooled(images, training.width(), SIDE)))
                .and("full-predictions", full.labels(Pictures.of(images)))
                .and("losses", vector(log.losses()));
    }
}
