package assay.reference.dnnbasics;

import assay.api.Answers;
import assay.api.Fields;
import assay.api.Inputs;
import assay.api.Value;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Solve 0.3a,b: the loss in single operations, fifteen per sample and the sum over the samples, and the graph of them.
 *
 * <p>Beside what is asked for stands {@code loss}, the value that a list of operations must have.
 */
public final class GraphVariables implements ReferenceTask {
    @Override
    public String id() {
        return "graph/variables";
    }

    /** Draw the points of the partial derivatives; what hides a mistake there hides it here. */
    @Override
    public Inputs draw(Draw draw) {
        return withoutPredictions(new GraphPartials().draw(draw));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return new GraphPartials()
                .edgeCases().stream()
                        .map(edge -> new EdgeCase(edge.name(), withoutPredictions(edge.inputs())))
                        .toList();
    }

    private static Inputs withoutPredictions(Inputs in) {
        Map<String, Value> fewer = new LinkedHashMap<>(in.fields().byName());
        fewer.remove("yhat");
        return new Inputs(new Fields(fewer));
    }

    @Override
    public Answers solve(Inputs in) {
        double[] y = in.vector("y");
        double[] yhat = GraphPoint.predictions(in);
        return Answers.of("assignments", assignments())
                .and("edges", edges())
                .and("loss", Sums.sum(y.length, i -> (yhat[i] - y[i]) * (yhat[i] - y[i])));
    }

    @Override
    public Answers scale(Inputs in) {
        double[] y = in.vector("y");
        double[] yhat = GraphPoint.predictions(in);
        return Answers.of("loss", Sums.sum(y.length, i -> {
            double size = Math.abs(yhat[i]) + Math.abs(y[i]);
            return size * size;
        }));
    }

    private static List<String> assignments() {
        return List.of(
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
                "L = sum(t15)");
    }

    /** Return the operands of each variable. */
    private static Map<String, List<String>> edges() {
        Map<String, List<String>> edges = new LinkedHashMap<>();
        edges.put("t1", List.of("a"));
        edges.put("t2", List.of("b", "x"));
        edges.put("t3", List.of("t2"));
        edges.put("t4", List.of("t1", "t3"));
        edges.put("t5", List.of("c", "x"));
        edges.put("t6", List.of("t5", "d"));
        edges.put("t7", List.of("t6"));
        edges.put("t8", List.of("t4", "t7"));
        edges.put("t9", List.of("x"));
        edges.put("t10", List.of("n", "t9"));
        edges.put("t11", List.of("t10"));
        edges.put("t12", List.of("m", "t11"));
        edges.put("t13", List.of("t8", "t12"));
        edges.put("t14", List.of("t13", "y"));
        edges.put("t15", List.of("t14"));
        edges.put("L", List.of("t15"));
        return edges;
    }
}
