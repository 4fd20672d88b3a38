package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/**
 * Solve the conclusions of 1.7 from the published figures: 1121 s with the sparse C3, 162 s with the full one, 98.64 %
 * and 98.71 % of 10,000 images, a sum of 100 batch means divided by 10,000.
 */
public final class LenetClaims implements ReferenceTask {
    private static final int PLACES = 10 * 10;
    private static final int SPARSE = 60 * 25;
    private static final int FULL = 96 * 25;

    @Override
    public String id() {
        return "lenet/claims";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("time-ratio", 1121.0 / 162)
                .and("multiplications", SPARSE * PLACES)
                .and("multiplications-full", FULL * PLACES)
                .and("reason", "c")
                .and("accuracy-differs", false)
                .and("loss-factor", 100);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "rounded-up-to-10",
                        "The two times, 1121 s and 162 s, are not ten times apart: divide.",
                        Answers.of("time-ratio", 10)),
                wrong(
                        "inverted",
                        "The ratio is upside down: how many times longer took the original?",
                        Answers.of("time-ratio", 162.0 / 1121)),
                wrong(
                        "places-forgotten",
                        "This is the number of weights. Each of them is used at every place of the output map.",
                        Answers.of("multiplications", SPARSE).and("multiplications-full", FULL)),
                wrong(
                        "bias-multiplied",
                        "A bias is added, not multiplied.",
                        Answers.of("multiplications", (SPARSE + 16) * PLACES)
                                .and("multiplications-full", (FULL + 16) * PLACES)),
                wrong(
                        "places-of-the-input",
                        "The filters are counted at the 14 x 14 places of the input; they fit inside at fewer.",
                        Answers.of("multiplications", SPARSE * 14 * 14).and("multiplications-full", FULL * 14 * 14)),
                wrong(
                        "kinds-exchanged",
                        "The original and the full C3 are exchanged: which of them has fewer connections?",
                        Answers.of("multiplications", FULL * PLACES).and("multiplications-full", SPARSE * PLACES)),
                wrong(
                        "already-a-mean",
                        "The printed number is no mean: count the summands and look at the divisor.",
                        Answers.of("loss-factor", 1)));
    }

    private static Mistake wrong(String id, String sentence, Answers answers) {
        return new Mistake(id, sentence, in -> answers);
    }
}
