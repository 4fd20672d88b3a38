package assay.check.graph;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.assignment.Criterion;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.assignment.Way;
import assay.check.CheckContext;
import assay.check.Trial;
import assay.run.Fault;
import assay.run.Outcome;
import assay.run.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Set the task of the computational graph, so that answers to it can be judged. */
final class GraphSheet {
    static final List<String> PARAMETERS = List.of("a", "b", "c", "d", "m", "n");
    static final List<String> LEAVES = List.of("a", "b", "c", "d", "m", "n", "x", "y");
    static final List<String> RIGHT = List.of(
            "t1 = exp(a)",
            "t2 = b*x",
            "t3 = sqrt(t2)",
            "t4 = t1/t3",
            "t5 = c*x",
            "t6 = t5 + d",
            "t7 = ln(t6)",
            "t8 = t4*t7",
            "t9 = exp(x)",
            "t10 = n*t9",
            "t11 = sin(t10)",
            "t12 = m*t11",
            "t13 = t8 + t12",
            "t14 = t13 - y",
            "t15 = t14^2",
            "L = sum(t15)");
    private static final Inputs BY_HAND = Inputs.none()
            .and("a", 0.25)
            .and("b", 1.5)
            .and("c", 0.75)
            .and("d", 0.5)
            .and("m", 2)
            .and("n", 0.5)
            .and("x", List.of(0.5, 1, 1.25))
            .and("y", List.of(1, -0.5, 0.25));
    private static final Task TASK = new Task(
            "graph/loss",
            "0.3",
            "Graph",
            List.of(Way.ANSWERS),
            LEAVES.stream()
                    .map(name -> new Field(name, ValueType.parse("xy".contains(name) ? "vector [3]" : "number"), ""))
                    .toList(),
            List.of(
                    new Field("steps", ValueType.parse("list"), ""),
                    new Field("edges", ValueType.parse("record"), ""),
                    new Field("arrows", ValueType.parse("list"), "")),
            List.of(new Criterion("one", "One", 1, List.of())));

    private GraphSheet() {}

    static Task task() {
        return TASK;
    }

    /** Answer {@code given} in the case by hand and in five drawn ones, with the loss as reference. */
    static CheckContext context(Answers given) {
        List<Trial> trials = new ArrayList<>();
        trials.add(trial("by hand", BY_HAND, given));
        for (int i = 1; i <= 5; i++) {
            trials.add(trial("draw " + i, new Loss().draw(new Draw(i)), given));
        }
        return new CheckContext(TASK, trials, new Loss());
    }

    static CheckContext unanswered() {
        Outcome nothing = new Outcome.Failed(Fault.NOT_ANSWERED, "Nothing was handed in.", "");
        return new CheckContext(TASK, List.of(new Trial(request("by hand", BY_HAND), nothing, Answers.none())), null);
    }

    /** Answer without reference; {@code expected} is the written loss of the only case. */
    static CheckContext written(Answers given, double expected) {
        Trial trial =
                new Trial(request("by hand", BY_HAND), new Outcome.Answered(given, 0), Answers.of("loss", expected));
        return new CheckContext(TASK, List.of(trial), null);
    }

    static Trial trial(String label, Inputs inputs, Answers given) {
        return new Trial(request(label, inputs), new Outcome.Answered(given, Map.of(), 0), Answers.none());
    }

    private static Request request(String label, Inputs inputs) {
        return new Request("0", TASK.id(), label, false, inputs);
    }

    /** Compute the loss in plain Java. */
    static final class Loss implements ReferenceTask {
        @Override
        public String id() {
            return TASK.id();
        }

        @Override
        public Inputs draw(Draw draw) {
            Inputs inputs = Inputs.none();
            for (String name : PARAMETERS) {
                inputs = inputs.and(name, draw.uniform(0.3, 1.5));
            }
            return inputs.and("x", draw.vector(3, () -> draw.uniform(0.2, 1.5)))
                    .and("y", draw.vector(3, () -> draw.uniform(-2, 2)));
        }

        @Override
        public Answers solve(Inputs in) {
            double loss = 0;
            for (int i = 0; i < 3; i++) {
                double x = in.vector("x")[i];
                double prediction = Math.exp(in.number("a"))
                                / Math.sqrt(in.number("b") * x)
                                * Math.log(in.number("c") * x + in.number("d"))
                        + in.number("m") * Math.sin(in.number("n") * Math.exp(x));
                loss += Math.pow(prediction - in.vector("y")[i], 2);
            }
            return Answers.of("loss", loss);
        }
    }
}
