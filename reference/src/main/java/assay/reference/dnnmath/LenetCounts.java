package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/**
 * Solve the counts of 1.7: parameters of LeNet-5 (LeCun et al. 1998, section II.B) with plain pooling and a linear last
 * layer, with its sparse C3 and with a C3 that sees all maps.
 */
public final class LenetCounts implements ReferenceTask {
    private static final int SPARSE = 6 * (3 * 25 + 1) + 9 * (4 * 25 + 1) + 6 * 25 + 1;
    private static final int FULL = 16 * (6 * 25 + 1);
    private static final int C1 = 6 * 26;
    private static final int C5 = 400 * 120 + 120;
    private static final int F6 = 120 * 84 + 84;
    private static final int F7 = 84 * 10 + 10;
    private static final int OTHERS = C1 + C5 + F6 + F7;

    @Override
    public String id() {
        return "lenet/counts";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("c1", C1)
                .and("c3", SPARSE)
                .and("c3-full", FULL)
                .and("c5", C5)
                .and("f6", F6)
                .and("f7", F7)
                .and("total", OTHERS + SPARSE)
                .and("total-full", OTHERS + FULL)
                .and("difference", FULL - SPARSE);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "no-bias",
                        "The biases are not counted: each output map or unit has one.",
                        Answers.of("c1", 150)
                                .and("c3", 1500)
                                .and("c3-full", 2400)
                                .and("c5", 48_000)
                                .and("f6", 10_080)
                                .and("f7", 840)
                                .and("total", 150 + 1500 + 48_000 + 10_080 + 840)
                                .and("total-full", 150 + 2400 + 48_000 + 10_080 + 840)),
                wrong(
                        "kinds-exchanged",
                        "The original and the full C3 are exchanged: which of them has fewer connections?",
                        Answers.of("c3", FULL)
                                .and("c3-full", SPARSE)
                                .and("total", OTHERS + FULL)
                                .and("total-full", OTHERS + SPARSE)
                                .and("difference", SPARSE - FULL)),
                wrong(
                        "count-of-the-paper",
                        "This is the count of the paper of 1998, whose pooling layers have parameters too and whose last layer"
                                + " is fixed. Here pooling has none, and the last layer is a linear one.",
                        Answers.of("total", 60_000)),
                wrong(
                        "one-bias",
                        "One bias is counted for the whole layer: each output map has its own.",
                        Answers.of("c1", 151)
                                .and("c3", 1501)
                                .and("c3-full", 2401)
                                .and("c5", 48_001)
                                .and("f6", 10_081)
                                .and("f7", 841)),
                wrong(
                        "images-not-padded",
                        "The first layer is taken without padding, so that maps of 4 x 4 are left before C5. With padding 2"
                                + " they are larger.",
                        Answers.of("c5", 16 * 16 * 120 + 120)
                                .and("total", OTHERS - C5 + 16 * 16 * 120 + 120 + SPARSE)
                                .and("total-full", OTHERS - C5 + 16 * 16 * 120 + 120 + FULL)),
                wrong(
                        "six-maps-before-c5",
                        "C5 is counted for 6 maps. How many maps does C3 give?",
                        Answers.of("c5", 5 * 5 * 6 * 120 + 120)
                                .and("total", OTHERS - C5 + 150 * 120 + 120 + SPARSE)
                                .and("total-full", OTHERS - C5 + 150 * 120 + 120 + FULL)),
                wrong(
                        "c3-only",
                        "This is C3 alone; the total adds up all layers.",
                        Answers.of("total", SPARSE).and("total-full", FULL)));
    }

    private static Mistake wrong(String id, String sentence, Answers answers) {
        return new Mistake(id, sentence, in -> answers);
    }
}
