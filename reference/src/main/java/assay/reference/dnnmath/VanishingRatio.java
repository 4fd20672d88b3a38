package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Solve the comparison of gradients in 1.5: |d MSE / dz| over |d KL / dz| of a sample with y = -1 at z &gt; 0. */
public final class VanishingRatio implements ReferenceTask {
    @Override
    public String id() {
        return "losses/vanishing";
    }

    /** Draw z up to 10: beyond, a right formula with 1 - sigma(z) in it loses its digits. */
    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none().and("z", draw.uniform(1, 10));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase("z = 10", Inputs.none().and("z", 10)));
    }

    @Override
    public Answers solve(Inputs in) {
        return ratio(in, z -> 4 * Logistic.slope(z));
    }

    private static Answers ratio(Inputs in, DoubleUnaryOperator of) {
        return Answers.of("ratio", of.applyAsDouble(in.number("z")));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "inverse",
                        "The ratio is upside down: the task asks for MSE over KL.",
                        z -> 1 / (4 * Logistic.slope(z))),
                wrong(
                        "one-of-two",
                        "Half of the right value: the squared distance has two components.",
                        z -> 2 * Logistic.slope(z)),
                wrong(
                        "losses-compared",
                        "These are the losses themselves, divided; the task compares their derivatives.",
                        z -> PairLoss.MSE.value().at(z, -1)
                                / PairLoss.KL.value().at(z, -1)),
                wrong(
                        "not-divided",
                        "This is the derivative of the MSE alone; it is to be divided by that of the KL loss.",
                        z -> PairLoss.MSE.slope().at(z, -1)),
                wrong(
                        "well-classified",
                        "This is the MSE at y = -1 over the KL at y = +1, or the other way round: both belong to y = -1.",
                        z -> PairLoss.MSE.slope().at(z, -1) / Logistic.sigmoid(-z)));
    }

    private static Mistake wrong(String id, String sentence, DoubleUnaryOperator of) {
        return new Mistake(id, sentence, in -> ratio(in, of));
    }
}
