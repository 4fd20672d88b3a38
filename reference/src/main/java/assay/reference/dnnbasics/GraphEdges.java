package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.List;

/** Solve 0.3b: the graph of 0.3a, each edge from an operand to the variable that uses it. */
public final class GraphEdges implements ReferenceTask {
    @Override
    public String id() {
        return "graph/edges";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of(
                "edges",
                List.of(
                        "a -> t1",
                        "b -> t2",
                        "x -> t2",
                        "t2 -> t3",
                        "t1 -> t4",
                        "t3 -> t4",
                        "c -> t5",
                        "x -> t5",
                        "t5 -> t6",
                        "d -> t6",
                        "t6 -> t7",
                        "t4 -> t8",
                        "t7 -> t8",
                        "x -> t9",
                        "n -> t10",
                        "t9 -> t10",
                        "t10 -> t11",
                        "m -> t12",
                        "t11 -> t12",
                        "t8 -> t13",
                        "t12 -> t13",
                        "t13 -> t14",
                        "y -> t14",
                        "t14 -> t15",
                        "t15 -> L"));
    }
}
