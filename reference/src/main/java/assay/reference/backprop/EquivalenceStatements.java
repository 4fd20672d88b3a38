package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.Map;

/** Solve 2.2, the conclusion: which models are equal, what is not needed for it, and where it ends. */
public final class EquivalenceStatements implements ReferenceTask {
    @Override
    public String id() {
        return "equivalence/statements";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("same-models", true)
                .and("needs-invertible", false)
                .and("singular-W", new double[][] {{1}, {0}})
                .and("singular-A", new double[][] {{1, 0}, {0, 0}})
                .and("singular-B", new double[][] {{0, 0}, {0, 0}})
                .and("singular-C", new double[][] {{1}, {5}})
                .and("factors-unique", false)
                .and("bottleneck-same", false)
                .and("bottleneck-W", new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}})
                .and("bottleneck-r", 1);
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "singular-and-right", (in, given) -> EquivalenceClaims.singular(given),
                "out-of-reach", (in, given) -> EquivalenceClaims.bottleneck(given));
    }
}
