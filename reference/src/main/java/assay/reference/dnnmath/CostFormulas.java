package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** Solve 1.3b for any sizes. */
public final class CostFormulas implements ReferenceTask {
    @Override
    public String id() {
        return "cost/formula";
    }

    /** Draw odd k of 3 or more, images larger than it, and no two numbers of channels equal. */
    @Override
    public Inputs draw(Draw draw) {
        int k = 2 * draw.integer(1, 4) + 1;
        int out = draw.integer(2, 9);
        int mid = draw.integer(10, 19);
        int in = draw.integer(20, 64);
        int rows = draw.integer(12, 20);
        return inputs(rows, draw.integer(21, 32), in, mid, out, k);
    }

    /** With filters of 1 x 1 and single channels the formulas must hold as well. */
    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(
                new EdgeCase("k = 1", inputs(7, 9, 5, 3, 2, 1)),
                new EdgeCase("one channel everywhere", inputs(8, 6, 1, 1, 1, 3)));
    }

    private static Inputs inputs(int m, int n, int in, int mid, int out, int k) {
        return Inputs.none()
                .and("m", m)
                .and("n", n)
                .and("Cin", in)
                .and("Cmid", mid)
                .and("Cout", out)
                .and("k", k);
    }

    @Override
    public Answers solve(Inputs in) {
        return ConvolutionCost.of(in).right();
    }

    @Override
    public List<Mistake> mistakes() {
        return ConvolutionCost.mistakes(ConvolutionCost::of);
    }
}
