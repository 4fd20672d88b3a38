package assay.reference.training;

import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code training-convnet}. */
public final class TrainingConvnet {
    /** Name the sheet. */
    public static final String ID = "training-convnet";

    private TrainingConvnet() {}

    /** Return its only task. */
    public static List<ReferenceTask> tasks() {
        return List.of(new ConvolutionDigits());
    }
}
