package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.stream.Stream;

/** Solve the counts of question 3: parameters of 784-256-256-128-128-10 per layer, and the sizes of the split. */
public final class DenseCounts implements ReferenceTask {
    private static final List<Integer> WIDTHS = List.of(784, 256, 256, 128, 128, 10);
    private static final int IMAGES = 60_000;
    private static final int WITH_TEST = 70_000;

    /** Count the parameters of a layer from its numbers of inputs and outputs. */
    @FunctionalInterface
    private interface Count {
        int of(int inputs, int outputs);
    }

    @Override
    public String id() {
        return "dense/counts";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return layers(DenseCounts::affine)
                .and("hidden-layers", WIDTHS.size() - 2)
                .and("training", IMAGES * 4 / 5)
                .and("validation", IMAGES / 5);
    }

    private static int affine(int inputs, int outputs) {
        return inputs * outputs + outputs;
    }

    private static Answers layers(Count count) {
        Answers answers = Answers.none();
        for (int l = 1; l < WIDTHS.size(); l++) {
            answers = answers.and("layer" + l, count.of(WIDTHS.get(l - 1), WIDTHS.get(l)));
        }
        return answers.and("total", total(WIDTHS, count));
    }

    private static int total(List<Integer> widths, Count count) {
        int total = 0;
        for (int l = 1; l < widths.size(); l++) {
            total += count.of(widths.get(l - 1), widths.get(l));
        }
        return total;
    }

    private static Answers sizes(int training, int validation) {
        return Answers.of("training", training).and("validation", validation);
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.of(parameterMistakes(), sizeMistakes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mistake> parameterMistakes() {
        int relus = WIDTHS.stream().skip(1).mapToInt(width -> width).sum() - 10;
        return List.of(
                new Mistake(
                        "no-biases",
                        "These are the weights alone: every unit has a bias, too.",
                        in -> layers((inputs, outputs) -> inputs * outputs)),
                new Mistake(
                        "bias-per-input",
                        "There is a bias per input here. A bias belongs to a unit, that is to an output of the layer.",
                        in -> layers((inputs, outputs) -> inputs * outputs + inputs)),
                new Mistake(
                        "one-bias",
                        "There is one bias for the whole layer here. Each unit has its own.",
                        in -> layers((inputs, outputs) -> inputs * outputs + 1)),
                new Mistake(
                        "each-width-once",
                        "This is the total of 784-256-128-10. The network has two layers of each hidden width.",
                        in -> Answers.of("total", total(List.of(784, 256, 128, 10), DenseCounts::affine))
                                .and("hidden-layers", 2)),
                new Mistake(
                        "relu-counted",
                        "ReLU is counted as if it were a layer with parameters of its own; it has none.",
                        in -> Answers.of("total", total(WIDTHS, DenseCounts::affine) + relus)
                                .and("hidden-layers", 2 * (WIDTHS.size() - 2))));
    }

    private static List<Mistake> sizeMistakes() {
        return List.of(
                new Mistake(
                        "output-counted",
                        "The output layer is counted, too. Hidden is what lies between input and output.",
                        in -> Answers.of("hidden-layers", WIDTHS.size() - 1)),
                new Mistake(
                        "test-images-shared-out",
                        "This shares out all " + WITH_TEST + " images. The test images are none of these: the split is"
                                + " one of the training images.",
                        in -> sizes(WITH_TEST * 4 / 5, WITH_TEST / 5)),
                new Mistake(
                        "test-images-validate",
                        "Here the test images are used for validation. Then nothing is left for the final test; split"
                                + " the training images.",
                        in -> sizes(IMAGES, WITH_TEST - IMAGES)),
                new Mistake(
                        "parts-swapped",
                        "The two parts have changed places: the larger one is for training.",
                        in -> sizes(IMAGES / 5, IMAGES * 4 / 5)));
    }
}
