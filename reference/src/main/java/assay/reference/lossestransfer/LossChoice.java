package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.MinimiserClaims;
import java.util.Map;

/** Solve the choices of question 1: which loss is convex for logistic regression, and what that does not promise. */
public final class LossChoice implements ReferenceTask {
    @Override
    public String id() {
        return "loss/choice";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("convex-loss", "cross-entropy")
                .and("minimum-exists", false)
                .and("separable-x", Tensor.matrix(new double[] {1}, new double[] {-1}))
                .and("separable-y", new double[] {1, 0})
                .and("direction", new double[] {1})
                .and("minimiser-unique", false)
                .and("dependent-x", Tensor.matrix(new double[] {1, 1}, new double[] {1, 1}))
                .and("dependent-y", new double[] {1, 0})
                .and("first-minimiser", new double[] {0, 0})
                .and("second-minimiser", new double[] {1, -1});
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "no-minimum", (in, given) -> MinimiserClaims.noMinimum(given),
                "two-minimisers", (in, given) -> MinimiserClaims.twoMinimisers(given));
    }
}
