package assay.bench;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Value;
import assay.run.ChildPlan;
import assay.run.ChildTrace;
import assay.run.IsolationLevel;
import assay.run.Outcome;
import assay.run.References;
import assay.run.Request;
import assay.run.Sandbox;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Answer requests with the reference, times a factor, in this process: what a submission would answer, without a child. */
final class ReferenceSandbox implements Sandbox {
    private final References references;
    private final double factor;

    ReferenceSandbox(References references, double factor) {
        this.references = references;
        this.factor = factor;
    }

    @Override
    public IsolationLevel level() {
        return IsolationLevel.C;
    }

    @Override
    public String explanation() {
        return "The reference answers in this process.";
    }

    @Override
    public SortedMap<String, String> facts() {
        return Collections.emptySortedMap();
    }

    @Override
    public ChildTrace run(ChildPlan plan) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Request request : plan.requests()) {
            references
                    .of(request.task())
                    .ifPresent(task ->
                            outcomes.put(request.id(), new Outcome.Answered(scaled(task.solve(request.inputs())), 1)));
        }
        return new ChildTrace(
                outcomes,
                "",
                List.of("java: answered by the reference"),
                List.of(),
                Map.of(),
                Map.of("wallMillis", 1.0));
    }

    private Answers scaled(Answers right) {
        Map<String, Value> answers = new LinkedHashMap<>();
        right.fields()
                .byName()
                .forEach((name, value) -> answers.put(
                        name, value instanceof Tensor tensor ? tensor.map(number -> number * factor) : value));
        return Answers.of(answers);
    }

    @Override
    public void close() {}
}
