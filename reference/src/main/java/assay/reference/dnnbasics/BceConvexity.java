package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.MinimiserClaims;
import java.util.Map;

/** Solve 0.1b, second half: what follows from convexity and what does not, each refusal with a witness. */
public final class BceConvexity implements ReferenceTask {
    @Override
    public String id() {
        return "bce/convexity";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("minimum-exists", false)
                .and("separable-x", Tensor.matrix(new double[] {1}, new double[] {-1}))
                .and("separable-y", new double[] {1, 0})
                .and("direction", new double[] {1})
                .and("minimiser-unique", false)
                .and("dependent-x", Tensor.matrix(new double[] {1, 1}, new double[] {1, 1}))
                .and("dependent-y", new double[] {1, 0})
                .and("first-minimiser", new double[] {0, 0})
                .and("second-minimiser", new double[] {1, -1})
                .and("diagonal-suffices", false)
                .and("diagonal-matrix", Tensor.matrix(new double[] {0, 1}, new double[] {1, 0}))
                .and("diagonal-direction", new double[] {1, -1})
                .and("zero-is-smallest", false)
                .and("positive-x", Tensor.matrix(new double[] {1}))
                .and("positive-w", new double[] {0})
                .and("stationary-is-global", true)
                .and("ridge-unique", true);
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "no-minimum", (in, given) -> MinimiserClaims.noMinimum(given),
                "two-minimisers", (in, given) -> MinimiserClaims.twoMinimisers(given),
                "diagonal-not-enough", (in, given) -> ConvexityClaims.diagonalNotEnough(given),
                "zero-not-smallest", (in, given) -> ConvexityClaims.zeroNotSmallest(given));
    }
}
