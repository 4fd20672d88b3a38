package assay.reference.dnnbasics;

import assay.api.reference.ReferenceTask;
import java.util.List;

/** List the tasks of the sheet {@code dnn-basics} in the order of the sheet. */
public final class DnnBasics {
    /** Name the assignment. */
    public static final String ID = "dnn-basics";

    private DnnBasics() {}

    /** Return one solver per task. */
    public static List<ReferenceTask> tasks() {
        return List.of(
                new BceGradient(),
                new BceHessian(),
                new BceConvexity(),
                new TriangleNetwork(),
                new GraphVariables(),
                new GraphPartials(),
                new LinregDerivatives(),
                new LinregDescent(),
                new LinregClosedForm(),
                new BceBatchGradient(),
                new PoolingAverage(),
                new SoftmaxLoss(),
                new SoftmaxStep());
    }
}
