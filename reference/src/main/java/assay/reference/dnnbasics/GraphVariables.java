package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** Solve 0.3a: the loss in single operations, fifteen per sample and the sum over the samples. */
public final class GraphVariables implements ReferenceTask {
    @Override
    public String id() {
        return "graph/variables";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of(
                "assignments",
                List.of(
                        "t1 = exp(a)",
                        "t2 = b * x",
                        "t3 = sqrt(t2)",
                        "t4 = t1 / t3",
                        "t5 = c * x",
                        "t6 = t5 + d",
                        "t7 = ln(t6)",
                        "t8 = t4 * t7",
                        "t9 = exp(x)",
                        "t10 = n * t9",
                        "t11 = sin(t10)",
                        "t12 = m * t11",
                        "t13 = t8 + t12",
                        "t14 = t13 - y",
                        "t15 = t14 ^ 2",
                        "L = sum(t15)"));
    }
}
