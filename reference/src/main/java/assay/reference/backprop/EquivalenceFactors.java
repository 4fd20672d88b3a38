package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.Map;

/** Solve 2.2, one inclusion: for a given W find A, B, C with softmax((A + B) C x) = softmax(W x) for all x. */
public final class EquivalenceFactors implements ReferenceTask {
    private static final int MOST = 6;

    @Override
    public String id() {
        return "equivalence/factors";
    }

    @Override
    public Inputs draw(Draw draw) {
        return inputs(draw.matrix(draw.integer(1, MOST), draw.integer(1, MOST), draw::normal));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        double[][] dependent = {{1, 2, -1}, {2, 4, -2}, {-3, -6, 3}};
        return List.of(
                new EdgeCase("one class", inputs(Tensor.matrix(new double[] {2, -1, 0.5}))),
                new EdgeCase(
                        "one feature", inputs(Tensor.matrix(new double[] {2}, new double[] {-1}, new double[] {3}))),
                new EdgeCase("W = 0", inputs(Tensor.matrix(new double[3], new double[3]))),
                new EdgeCase("W of rank 1", inputs(Tensor.matrix(dependent))),
                new EdgeCase("large numbers", inputs(Tensor.matrix(new double[] {1e4, 2}, new double[] {3, -4e4}))));
    }

    private static Inputs inputs(Tensor w) {
        return Inputs.none().and("W", w);
    }

    /** A is the identity, B is 0 and C is W. */
    @Override
    public Answers solve(Inputs in) {
        int k = in.tensor("W").extent(0);
        double[][] identity = new double[k][k];
        for (int i = 0; i < k; i++) {
            identity[i][i] = 1;
        }
        return Answers.of("A", identity).and("B", new double[k][k]).and("C", in.tensor("W"));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("same-model", EquivalenceClaims::factors);
    }
}
