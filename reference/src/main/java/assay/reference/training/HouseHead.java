package assay.reference.training;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.TrainingSet;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.reference.training.FrozenTrunk.Slip;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Train a new head on a net that is given with every request and must come back as it was. */
final class HouseHead extends TrainedTask {
    /** How many images' features are asked for. */
    private static final int SHOWN = 3;

    private static final Training PLAN = new Training(0, 20, 0.15, 20);
    private static final List<String> STATISTICS = List.of("mean", "var");
    private static final List<String> PARAMETERS = List.of("filters", "gamma", "beta");

    HouseHead() {
        super("house/head");
    }

    @Override
    Inputs extended(Inputs drawn, TrainingSet training, Draw draw) {
        return FrozenTrunk.draw(drawn, training.channels(), draw);
    }

    @Override
    Answers train(TrainingSet training, List<byte[]> images, int seed) {
        throw new IllegalStateException("the backbone is part of the inputs");
    }

    @Override
    Answers train(TrainingSet training, List<byte[]> images, Inputs in) {
        FrozenTrunk trunk = trunk(in, training, Slip.NONE);
        Pictures known = Pictures.of(trunk.size(), trunk.features(images(training)));
        List<double[]> asked = trunk.features(images);
        SoftmaxModel head = new SoftmaxModel(trunk.size(), classes(training));
        Training.Log log = PLAN.of(training.size()).run(head, known, labels(training), new Random(in.integer("seed")));
        Answers answers = Answers.of("predictions", head.labels(Pictures.of(trunk.size(), asked)))
                .and("losses", vector(log.losses()))
                .and("accuracies", vector(log.accuracies()))
                .and("features", shown(asked));
        for (String name : PARAMETERS) {
            answers = answers.and(name, in.tensor(name));
        }
        for (String name : STATISTICS) {
            answers = answers.and(name, in.tensor(name));
        }
        return answers;
    }

    private static FrozenTrunk trunk(Inputs in, TrainingSet kind, Slip slip) {
        return FrozenTrunk.of(in, kind.channels(), kind.height(), kind.width(), slip);
    }

    private static Tensor shown(List<double[]> features) {
        return Tensor.matrix(features.stream().limit(SHOWN).toArray(double[][]::new));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("backbone-untouched", HouseHead::untouched);
    }

    private static Optional<String> untouched(Inputs in, Answers given) {
        for (String name : PARAMETERS) {
            if (!in.tensor(name).equals(given.get(name).orElse(Tensor.vector()))) {
                return Optional.of("'" + name + "' is not bit for bit what was given: a parameter of the backbone was"
                        + " trained, decayed or changed. Only the head is handed to the update.");
            }
        }
        for (String name : STATISTICS) {
            if (!in.tensor(name).equals(given.get(name).orElse(Tensor.vector()))) {
                return Optional.of("The running statistic '" + name + "' is not bit for bit what was given. It is no"
                        + " parameter, and no gradient has to reach it: in training mode batch normalisation moves it at"
                        + " every step. The backbone must be in evaluation mode.");
            }
        }
        return Optional.empty();
    }

    @Override
    List<Mistake> mistakes(TrainingSet training, Function<Inputs, List<byte[]>> images) {
        return List.of(
                slip(
                        "pixels-0-to-1",
                        Slip.PIXELS_0_TO_1,
                        "The pixels go in as 0 to 1, the backbone expects them normalised by 0.5 and 0.5.",
                        training,
                        images),
                slip(
                        "pixels-0-to-255",
                        Slip.PIXELS_0_TO_255,
                        "The pixels go in as 0 to 255, the backbone expects them normalised by 0.5 and 0.5.",
                        training,
                        images),
                slip(
                        "batch-statistics",
                        Slip.BATCH_STATISTICS,
                        "The normalisation takes mean and variance of the images at hand, as in training mode. A frozen"
                                + " backbone normalises by its running statistics, so that the features of an image do not"
                                + " depend on its neighbours.",
                        training,
                        images),
                slip(
                        "filters-flipped",
                        Slip.FILTERS_FLIPPED,
                        "The filters are turned by 180 degrees, as in a convolution of mathematics. Here they lie on the"
                                + " image as they are.",
                        training,
                        images));
    }

    private static Mistake slip(
            String id, Slip slip, String sentence, TrainingSet kind, Function<Inputs, List<byte[]>> images) {
        return new Mistake(
                id,
                sentence,
                in -> Answers.of("features", shown(trunk(in, kind, slip).features(images.apply(in)))));
    }
}
