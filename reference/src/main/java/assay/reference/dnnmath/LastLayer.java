package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;

/** Solve the linear last layer of 1.6a on paper: y_L = A_L y_(L-1) + b_L by b_L and by y_(L-1). */
public final class LastLayer implements ReferenceTask {
    @Override
    public String id() {
        return "mlp/last-layer";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("by-bias", 1).and("by-input", "a");
    }
}
