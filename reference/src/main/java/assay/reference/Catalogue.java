package assay.reference;

import assay.api.reference.ReferenceCatalogue;
import assay.api.reference.ReferenceTask;
import assay.reference.backprop.Backprop;
import assay.reference.dnnbasics.DnnBasics;
import assay.reference.dnnmath.DnnMath;
import assay.reference.lossestransfer.LossesTransfer;
import assay.reference.softmaxregression.SoftmaxRegression;
import assay.reference.training.TrainingBasics;
import assay.reference.training.TrainingConvnet;
import assay.reference.training.TransferBasics;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** List the reference tasks of every homework sheet that this project solves. */
public final class Catalogue implements ReferenceCatalogue {
    private static final TreeMap<String, List<ReferenceTask>> SHEETS = new TreeMap<>();

    static {
        SHEETS.put(DnnBasics.ID, DnnBasics.tasks());
        SHEETS.put(DnnMath.ID, DnnMath.tasks());
        SHEETS.put(TrainingBasics.ID, TrainingBasics.tasks());
        SHEETS.put(TrainingConvnet.ID, TrainingConvnet.tasks());
        SHEETS.put(TransferBasics.ID, TransferBasics.tasks());
        SHEETS.put(SoftmaxRegression.ID, SoftmaxRegression.tasks());
        SHEETS.put(Backprop.ID, Backprop.tasks());
        SHEETS.put(LossesTransfer.ID, LossesTransfer.tasks());
    }

    @Override
    public List<ReferenceTask> tasks(String assignmentId) {
        return SHEETS.getOrDefault(assignmentId, List.of());
    }

    /** Return the ids of all sheets, sorted. */
    public Set<String> sheets() {
        return SHEETS.keySet();
    }
}
