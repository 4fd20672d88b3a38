package assay.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Read the processor time of a child and all that it started: from its control group, else from its processes.
 *
 * <p>Without a group the times of living threads are exact, and those that ended are in the times of their processes, which
 * the kernel tells in units of 10 ms. What these have more than the living threads, beyond rounding, is counted too: a thread
 * that ends before it is looked at does not work for nothing.
 */
final class CpuClock {
    /** Two times, in user mode and in the kernel, each rounded down to 10 ms. */
    private static final double ROUNDING_MILLIS = 20;

    private final ControlGroup group;
    private final long pid;
    private final Map<Long, Double> threads = new HashMap<>();
    private double ended;

    CpuClock(ControlGroup group, long pid) {
        this.group = group;
        this.pid = pid;
    }

    /** Say what is read: "control group", "processes" or "not". */
    String source() {
        return group.cpuMillis().isPresent() ? "control group" : read().isPresent() ? "processes" : "not";
    }

    /** Return the time since the child began, in milliseconds; empty where nothing can be read. */
    Optional<Double> read() {
        return group.cpuMillis().or(this::fromProcesses);
    }

    private Optional<Double> fromProcesses() {
        Map<Long, Double> now = ProcessTree.threadMillis(pid);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        threads.putAll(now);
        double seen = threads.values().stream().mapToDouble(Double::doubleValue).sum();
        double whole = ProcessTree.measure(pid).cpuMillis();
        int processes = ProcessTree.all(pid).size();
        ended = Math.max(ended, whole - seen - ROUNDING_MILLIS * processes);
        return Optional.of(seen + ended);
    }
}
