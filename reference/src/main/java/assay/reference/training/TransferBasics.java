package assay.reference.training;

import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code transfer-basics}. */
public final class TransferBasics {
    /** Name the sheet. */
    public static final String ID = "transfer-basics";

    private TransferBasics() {}

    /** Return its tasks in the order of the sheet. */
    public static List<ReferenceTask> tasks() {
        return List.of(new HouseHead());
    }
}
