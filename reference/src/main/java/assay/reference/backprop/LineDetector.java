package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.List;

/**
 * Solve 2.3: count lines that run from lower left to upper right by their upper ends, where a pixel is lit and the one to
 * its upper right is not. Every line has one, however long it is.
 *
 * <p>Right answers are many; the check tries the images and names what is wrong, so no mistakes stand here.
 */
public final class LineDetector implements ReferenceTask {
    private final String id;

    /** Solve the variant {@code id}: lines of three pixels, or of any length. */
    public LineDetector(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("filter", List.of(List.of(0, 0, -1), List.of(0, 1, 0), List.of(0, 0, 0)))
                .and("bias", 0)
                .and("activation", "relu")
                .and("pooling", "sum")
                .and("threshold", "3/2")
                .and("convention", "correlation");
    }
}
