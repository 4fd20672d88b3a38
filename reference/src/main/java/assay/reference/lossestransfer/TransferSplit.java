package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** Solve the split of question 4: int(0.75 * 73257) images of SVHN for training, the rest for validation. */
public final class TransferSplit implements ReferenceTask {
    private static final int IMAGES = 73_257;
    private static final int QUARTER = IMAGES / 4;

    @Override
    public String id() {
        return "transfer/split";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        int training = (int) Math.floor(0.75 * IMAGES);
        return sizes(training, IMAGES - training);
    }

    private static Answers sizes(int training, int validation) {
        return Answers.of("training", training).and("validation", validation);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "rounded-up",
                        "One off: 0.75 times 73257 is 54942.75, and int(...) cuts the fraction off; the rest is"
                                + " what remains of all.",
                        in -> sizes(IMAGES - QUARTER, QUARTER)),
                new Mistake(
                        "quarter-for-training",
                        "A quarter of the images would be trained on. The published code trains on the larger part;"
                                + " the subset of 25 % is not what its split makes.",
                        in -> sizes(QUARTER, IMAGES - QUARTER)),
                new Mistake(
                        "parts-swapped",
                        "The two parts have changed places.",
                        in -> sizes(IMAGES - (int) Math.floor(0.75 * IMAGES), (int) Math.floor(0.75 * IMAGES))),
                new Mistake(
                        "all-and-test",
                        "Here all 73257 images are trained on, and the 26032 test images validate. The split is one of"
                                + " the training images.",
                        in -> sizes(IMAGES, 26_032)));
    }
}
