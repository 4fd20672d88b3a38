package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** Solve 1.3b for the given sizes: 28 x 28 pixels, 192 channels to 32, filters 5 x 5, 16 channels between. */
public final class GivenCosts implements ReferenceTask {
    private static final ConvolutionCost GIVEN = new ConvolutionCost(28, 28, 192, 16, 32, 5);

    @Override
    public String id() {
        return "cost/given";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return GIVEN.right();
    }

    @Override
    public List<Mistake> mistakes() {
        return ConvolutionCost.mistakes(in -> GIVEN);
    }
}
