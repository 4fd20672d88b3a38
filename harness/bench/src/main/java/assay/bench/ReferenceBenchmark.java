package assay.bench;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.run.References;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time the reference solutions of tasks that compute gradients, Jacobians and convolutions, on inputs as they are graded with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReferenceBenchmark {
    private static final long SEED = 20260101;
    private static final int CASES = 16;

    /** Name sheet and task. */
    @Param({
        "dnn-basics:bce/gradient",
        "dnn-basics:bce/hessian",
        "dnn-math:conv/apply",
        "dnn-math:mlp/jacobians",
        "dnn-basics:pooling/average",
        "backprop-convnets:backprop/gradients",
        "backprop-convnets:backprop/descent",
        "softmax-regression:logistic/batch",
        "softmax-regression:softmax/batch",
        "softmax-regression:logistic/epoch",
        "softmax-regression:softmax/jacobian"
    })
    private String task = "dnn-basics:bce/gradient";

    private List<Case> cases = List.of();
    private int next;

    private record Case(ReferenceTask task, Inputs inputs) {}

    /** Draw inputs; one of several is taken in turn, so that none can be known beforehand. */
    @Setup(Level.Trial)
    public void prepare() {
        int colon = task.indexOf(':');
        String id = task.substring(colon + 1);
        ReferenceTask found = References.find(task.substring(0, colon))
                .of(id)
                .orElseThrow(() -> new IllegalStateException("there is no task " + task));
        Draw draw = new Draw(SEED);
        cases = Stream.generate(() -> new Case(found, found.draw(draw)))
                .limit(CASES)
                .toList();
    }

    /** Solve the task for one drawn case. */
    @Benchmark
    public Answers solve() {
        Case one = cases.get(next);
        next = (next + 1) % CASES;
        return one.task().solve(one.inputs());
    }
}
