package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.List;

/**
 * Solve 0.2: a network of hard limiters that is 1 exactly on the open triangle x > 0, y > 0, x + y < 1.
 *
 * <p>Right answers are many; the check decides by the region and names what is wrong with it, so no mistakes stand here.
 */
public final class TriangleNetwork implements ReferenceTask {
    @Override
    public String id() {
        return "triangle/network";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    /** With hardlim(0) = 1: every hidden unit fires outside or on its line, the output where none fires. */
    @Override
    public Answers solve(Inputs in) {
        return Answers.of("hardlim-at-zero", 1)
                .and("hidden", List.of(List.of(1, 1, -1), List.of(-1, 0, 0), List.of(0, -1, 0)))
                .and("output-weights", List.of(-1, -1, -1))
                .and("output-bias", "1/2");
    }
}
