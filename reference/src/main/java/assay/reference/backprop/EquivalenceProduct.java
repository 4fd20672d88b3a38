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

/** Solve 2.2, the other inclusion: for given A, B, C find W with softmax(W x) = softmax((A + B) C x) for all x. */
public final class EquivalenceProduct implements ReferenceTask {
    private static final int MOST = 6;

    @Override
    public String id() {
        return "equivalence/product";
    }

    /** Two classes and two features at least: with one class every W is right, with one feature C is a number per row. */
    @Override
    public Inputs draw(Draw draw) {
        int k = draw.integer(2, MOST);
        int m = draw.integer(2, MOST);
        return inputs(
                draw.matrix(k, k, draw::normal), draw.matrix(k, k, draw::normal), draw.matrix(k, m, draw::normal));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        Tensor one = Tensor.matrix(new double[] {2, -1}, new double[] {0, 3});
        Tensor singular = Tensor.matrix(new double[] {-1, 1}, new double[] {0, -3});
        Tensor c = Tensor.matrix(new double[] {1, 2, -1}, new double[] {5, 0, 4});
        return List.of(
                new EdgeCase("A + B singular", inputs(one, singular, c)),
                new EdgeCase("A + B = 0", inputs(one, one.map(entry -> -entry), c)),
                new EdgeCase("one feature", inputs(one, c2(), Tensor.matrix(new double[] {1}, new double[] {-2}))));
    }

    private static Tensor c2() {
        return Tensor.matrix(new double[] {0.5, 4}, new double[] {1, -2});
    }

    private static Inputs inputs(Tensor a, Tensor b, Tensor c) {
        return Inputs.none().and("A", a).and("B", b).and("C", c);
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("W", EquivalenceClaims.product(in.matrix("A"), in.matrix("B"), in.matrix("C")));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("same-model", EquivalenceClaims::product);
    }
}
