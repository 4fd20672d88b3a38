package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** Solve what the published table of question 4 says, and what it does not. */
public final class TransferTable implements ReferenceTask {
    private static final double ALEXNET = 0.5411;
    private static final int VALIDATED = 18_315;
    private static final int TRAINED = 54_942;

    @Override
    public String id() {
        return "transfer/table";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return ranking("AlexNet", "VGG16", "ResNet-18", "ResNet-50", "ResNet-101")
                .and("best-epoch-changes", false)
                .and("deviation", deviation(VALIDATED))
                .and("deeper-is-better", false)
                .and("cause", "not-decidable")
                .and("test-known", false)
                .and("losses-comparable", false);
    }

    private static Answers ranking(String... best) {
        return Answers.of("ranking", List.of(best));
    }

    /** Return the standard deviation sqrt(p (1 - p) / n) of a share of n independent images. */
    private static double deviation(double n) {
        return StrictMath.sqrt(variance() / n);
    }

    private static double variance() {
        return ALEXNET * (1 - ALEXNET);
    }

    private static Mistake deviation(String id, String sentence, double wrong) {
        return new Mistake(id, sentence, in -> Answers.of("deviation", wrong));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "by-depth",
                        "This is the order by depth, deepest first. Read the accuracies again: the table says the"
                                + " opposite.",
                        in -> ranking("ResNet-101", "ResNet-50", "ResNet-18", "VGG16", "AlexNet")),
                new Mistake(
                        "by-imagenet",
                        "This is about the order of the five networks on ImageNet. Asked is that of the table, on the"
                                + " validation part of SVHN.",
                        in -> ranking("ResNet-101", "ResNet-50", "VGG16", "ResNet-18", "AlexNet")),
                deviation("variance", "This is the variance. Take the root.", variance() / VALIDATED),
                deviation(
                        "of-one-image",
                        "This is the deviation for one image. The accuracy is a mean over all images of the validation"
                                + " part.",
                        StrictMath.sqrt(variance())),
                deviation(
                        "root-of-n-alone",
                        "The product p (1 - p) is a variance: its root is to be taken, too.",
                        variance() / StrictMath.sqrt(VALIDATED)),
                deviation(
                        "of-training-part",
                        "This is the deviation for as many images as the training part has. The accuracy was measured"
                                + " on the validation part.",
                        deviation(TRAINED)),
                deviation(
                        "in-percent",
                        "A hundred times the right value: accuracies are shares of 1 here, not per cent.",
                        100 * deviation(VALIDATED)));
    }
}
