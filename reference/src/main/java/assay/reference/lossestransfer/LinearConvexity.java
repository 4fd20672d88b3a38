package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.Map;

/** Solve question 2: which loss guarantees convexity for a deep linear network (none), with a witness for both. */
public final class LinearConvexity implements ReferenceTask {
    @Override
    public String id() {
        return "linear/convexity";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    /** (1, 1) and (-1, -1) are the same network; halfway lies the network that is 0. */
    @Override
    public Answers solve(Inputs in) {
        return Answers.of("guarantees", "none")
                .and("reason", "product-of-weights")
                .and("last-layer", true)
                .and("product", true)
                .and("squared-x", 1)
                .and("squared-y", 1)
                .and("squared-first", new double[] {1, 1})
                .and("squared-second", new double[] {-1, -1})
                .and("squared-t", 0.5)
                .and("cross-form", "logit")
                .and("cross-x", 1)
                .and("cross-y", 1)
                .and("cross-first", new double[] {1, 1})
                .and("cross-second", new double[] {-1, -1})
                .and("cross-t", 0.5);
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "squared-not-convex", (in, given) -> LinearClaims.squared(given),
                "cross-not-convex", (in, given) -> LinearClaims.cross(given));
    }
}
