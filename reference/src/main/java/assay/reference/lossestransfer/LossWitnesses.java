package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.Map;

/** Solve the witnesses of question 1: where the squared error of a sigmoid is not convex, and a second valley. */
public final class LossWitnesses implements ReferenceTask {
    @Override
    public String id() {
        return "loss/witnesses";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    /** The minima are those of the three samples to three decimals; the table of the tests has them in full. */
    @Override
    public Answers solve(Inputs in) {
        return changes(1.0 / 3, 2.0 / 3)
                .and("curvature-x", 1)
                .and("curvature-y", 1)
                .and("curvature-w", -2)
                .and("midpoint-x", 1)
                .and("midpoint-y", 1)
                .and("midpoint-first", -6)
                .and("midpoint-second", 0)
                .and("minima-x", new double[] {0.1, 0.8, 10})
                .and("minima-y", new double[] {1, 0, 1})
                .and("minima", new double[] {-2.255, 0.216});
    }

    private static Answers changes(double forOne, double forZero) {
        return Answers.of("change-1", forOne).and("change-0", forZero);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "at-one-half",
                        "At sigma = 1/2 the sigmoid itself changes its bend. In the second derivative of the squared"
                                + " error there are two summands; set the whole bracket to 0.",
                        in -> changes(0.5, 0.5)),
                new Mistake(
                        "labels-swapped", "This is the value for the other label.", in -> changes(2.0 / 3, 1.0 / 3)),
                new Mistake(
                        "as-z",
                        "This is the value of z. Asked is that of sigma(z).",
                        in -> changes(-StrictMath.log(2), StrictMath.log(2))));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "negative-curvature", (in, given) -> LossClaims.negativeCurvature(given),
                "midpoint-violation", (in, given) -> LossClaims.midpointViolation(given),
                "two-minima", (in, given) -> LossClaims.twoMinima(given));
    }
}
