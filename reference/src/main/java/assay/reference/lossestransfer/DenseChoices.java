package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;

/** Solve the choices of question 3: what 11.58 % of accuracy means, and what the test set is for. */
public final class DenseChoices implements ReferenceTask {
    @Override
    public String id() {
        return "dense/choices";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("collapsed-run", "one-class").and("test-set", "once-at-the-end");
    }
}
