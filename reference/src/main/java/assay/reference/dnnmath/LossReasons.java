package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Logistic;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Solve the reasoning of 1.5: why the KL loss learns faster here, and a point where the squared loss is not convex. */
public final class LossReasons implements ReferenceTask {
    @Override
    public String id() {
        return "losses/reasons";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("limit", 0)
                .and("reason", "b")
                .and("square-is-slow", false)
                .and("mse-convex", false)
                .and("concave-at", 2);
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("concave", (in, given) -> notConcave(given));
    }

    /**
     * For y = -1 the loss is 2 s^2 with s = sigma(z), its second derivative 4 s^2 (1 - s) (2 - 3 s): negative exactly
     * for s &gt; 2/3, that is z &gt; ln 2. Decided with a margin of 1e-9; at z above 300 there is nothing to see.
     */
    private static Optional<String> notConcave(Answers given) {
        if (!(given.get("concave-at").orElse(null) instanceof Tensor point) || point.rank() != 0) {
            return Optional.of("'concave-at' must be one number.");
        }
        double z = point.item();
        if (!(Math.abs(z) <= 300)) {
            return Optional.of(
                    "'concave-at' must be a number between -300 and 300: further out the curve is flat in all"
                            + " digits.");
        }
        double s = Logistic.sigmoid(z);
        double curvature = 4 * s * s * Logistic.sigmoid(-z) * (2 - 3 * s);
        return 2 - 3 * s < -1e-9
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "At z = %.6g the second derivative of the squared loss for y = -1 is %.3g, not negative. Try a sample"
                                + " that is classified wrongly.",
                        z,
                        curvature));
    }
}
