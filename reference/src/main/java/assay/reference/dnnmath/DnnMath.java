package assay.reference.dnnmath;

import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code dnn-math} in the order of the sheet. */
public final class DnnMath {
    /** Name the assignment. */
    public static final String ID = "dnn-math";

    private DnnMath() {}

    /** Return one solver per task. */
    public static List<ReferenceTask> tasks() {
        return List.of(
                new DifferenceFilters(),
                new PaddedCorrelation(),
                new PoolingFilter(),
                new GrayFilter(),
                new GivenCosts(),
                new CostFormulas(),
                new MaximumCommutes(),
                new MaximumPooling(),
                new PairLosses(),
                new LossSteps(),
                new VanishingRatio(),
                new RunStatistics(),
                new PublishedTable(),
                new LossReasons(),
                new LastLayer(),
                new MlpJacobians(),
                new MlpWeights(),
                new LenetCounts(),
                new LenetTable(),
                new MaskedConvolution(),
                new LenetClaims());
    }
}
