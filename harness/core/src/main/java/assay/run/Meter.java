package assay.run;

import assay.assignment.Limits;
import java.util.Optional;

/** Measure one child while it runs, at most every 20 ms. */
final class Meter {
    private static final long BETWEEN_NANOS = 20_000_000;

    private final ControlGroup group;
    private long last = System.nanoTime() - BETWEEN_NANOS;
    private long memoryBytes;
    private long peakBytes;
    private int tasks;
    private double cpuMillis;

    Meter(ControlGroup group) {
        this.group = group;
    }

    /** Measure now. */
    void measure(ChildProcess child) {
        ProcessTree.Use use = ProcessTree.measure(child.pid());
        memoryBytes = use.memoryBytes();
        tasks = use.tasks();
        peakBytes = Math.max(peakBytes, memoryBytes);
        cpuMillis = Math.max(cpuMillis, group.cpuMillis().orElse(use.cpuMillis()));
        last = System.nanoTime();
    }

    /** Say whether the child is beyond a limit that is not one of time. */
    Optional<Outcome.Failed> exceeded(ChildProcess child, Limits limits, long outputFactor) {
        if (child.printed() > (outputFactor * limits.outputKiB()) << 10) {
            return Optional.of(new Outcome.Failed(
                    Fault.OUTPUT_LIMIT,
                    "The program must print at most " + outputFactor * limits.outputKiB() + " KiB.",
                    ""));
        }
        if (System.nanoTime() - last >= BETWEEN_NANOS) {
            measure(child);
        }
        boolean tooMuch = memoryBytes > (long) limits.memoryMiB() << 20;
        // Copies of a small program that copies itself reach the limit of memory and of processes at about the same
        // time.
        if (tasks >= limits.processes() || (tooMuch && tasks > limits.processes() / 2)) {
            return Optional.of(new Outcome.Failed(
                    Fault.PROCESS_LIMIT,
                    "The program must have fewer than " + limits.processes()
                            + " processes and threads at once; does it start them in a loop?",
                    ""));
        }
        return tooMuch
                ? Optional.of(Ending.memory("the process tree needed more than " + limits.memoryMiB() + " MiB"))
                : Optional.empty();
    }

    double cpuMillis() {
        return Math.max(cpuMillis, group.cpuMillis().orElse(0.0));
    }

    double peakMiB() {
        return peakBytes / (double) (1 << 20);
    }
}
