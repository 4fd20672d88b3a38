package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;

/** Solve 2.4, the reasoning: what the loss takes in, and what a curve of accuracies shows. */
public final class MnistStatements implements ReferenceTask {
    @Override
    public String id() {
        return "mnist/statements";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("nll-input", "log-probabilities").and("small-rise-shows-limit", false);
    }
}
