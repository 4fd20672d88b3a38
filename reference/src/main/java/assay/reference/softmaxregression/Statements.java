package assay.reference.softmaxregression;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;

/** Answer a task without inputs whose right answers are choices. */
record Statements(String id, Answers right) implements ReferenceTask {
    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return right;
    }
}
