package assay.reference.lossestransfer;

import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code losses-transfer} in the order of the sheet. */
public final class LossesTransfer {
    /** Name the assignment. */
    public static final String ID = "losses-transfer";

    private LossesTransfer() {}

    /** Return one solver per task. */
    public static List<ReferenceTask> tasks() {
        return List.of(
                new LossChoice(),
                new LossCurvature(),
                new LossWitnesses(),
                new LossHessian(),
                new LinearConvexity(),
                new LinearHessian(),
                new DenseCounts(),
                new DensePass(),
                new DenseSplit(),
                new DenseSelection(),
                new DenseChoices(),
                new TransferCounts(),
                new TransferSplit(),
                new TransferTable(),
                new TransferFreeze());
    }
}
