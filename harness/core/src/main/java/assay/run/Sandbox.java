package assay.run;

import java.util.List;
import java.util.SortedMap;

/** Run submissions' code in child processes, isolated as well as the machine allows. Safe for use by several threads. */
public interface Sandbox extends AutoCloseable {
    /** Return the level that the live probe found. */
    IsolationLevel level();

    /** Say in a sentence how the level was found, and what would raise it. */
    String explanation();

    /** Return the facts that decide results: "jdk", "python", "bubblewrap", "cgroup", ... */
    SortedMap<String, String> facts();

    /**
     * Run one plan to its end: a fresh child answers all requests; after a crash, a broken protocol or a timeout another
     * one goes on with the requests that remain (bounded number of starts). Never throws for what the submission does; a failure of
     * the machine gives {@link Fault#HARNESS} outcomes.
     */
    ChildTrace run(ChildPlan plan);

    /**
     * Start a fresh child for each plan, all at once, to be asked by turns; requests of the plans are not asked. Waits until
     * nothing else runs in this sandbox, and nothing else does until the children are closed, by the same thread.
     *
     * @throws GradingException if the machine cannot do so
     */
    default LiveRun open(List<ChildPlan> plans) {
        throw new GradingException("this sandbox cannot keep " + plans.size() + " children at once");
    }

    @Override
    void close();
}
