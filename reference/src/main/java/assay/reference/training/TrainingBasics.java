package assay.reference.training;

import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code training-basics}. */
public final class TrainingBasics {
    /** Name the sheet. */
    public static final String ID = "training-basics";

    private TrainingBasics() {}

    /** Return its tasks in the order of the sheet. */
    public static List<ReferenceTask> tasks() {
        return List.of(new SoftmaxDigits(), new PooledDigits(), new DropoutDigits(), new TwoThree());
    }
}
