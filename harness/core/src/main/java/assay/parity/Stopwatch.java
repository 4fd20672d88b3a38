package assay.parity;

import assay.run.ChildPlan;
import assay.run.ChildTrace;
import assay.run.IsolationLevel;
import assay.run.LiveRun;
import assay.run.Outcome;
import assay.run.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Run in another sandbox and remember how long each request took, by the harness's clock; stored answers do not hold that. */
public final class Stopwatch implements Sandbox {
    private final Sandbox inner;
    private final Map<String, Double> millis = new ConcurrentHashMap<>();

    /** Measure what runs in {@code inner}, which is closed with this. */
    public Stopwatch(Sandbox inner) {
        this.inner = inner;
    }

    /** Return the times by request id. */
    public Map<String, Double> millis() {
        return Map.copyOf(millis);
    }

    @Override
    public IsolationLevel level() {
        return inner.level();
    }

    @Override
    public String explanation() {
        return inner.explanation();
    }

    @Override
    public SortedMap<String, String> facts() {
        return inner.facts();
    }

    @Override
    public ChildTrace run(ChildPlan plan) {
        ChildTrace trace = inner.run(plan);
        trace.outcomes().forEach((id, outcome) -> {
            if (outcome instanceof Outcome.Answered answered) {
                millis.put(id, answered.wallMillis());
            }
        });
        return trace;
    }

    @Override
    public LiveRun open(List<ChildPlan> plans) {
        return inner.open(plans);
    }

    @Override
    public void close() {
        inner.close();
    }
}
