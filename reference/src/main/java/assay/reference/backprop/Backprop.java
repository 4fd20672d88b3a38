package assay.reference.backprop;

import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code backprop-convnets} in the order of the sheet. */
public final class Backprop {
    /** Name the assignment. */
    public static final String ID = "backprop-convnets";

    private Backprop() {}

    /** Return one solver per task. */
    public static List<ReferenceTask> tasks() {
        return List.of(
                new BackpropGradients(),
                new BackpropDescent(),
                new EquivalenceFactors(),
                new EquivalenceProduct(),
                new EquivalenceStatements(),
                new LineDetector("lines/length-3"),
                new LineDetector("lines/any-length"),
                new MnistCounts(),
                new DropoutUnits(),
                new LogSoftmaxLoss(),
                new MnistStatements());
    }
}
