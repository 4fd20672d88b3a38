package assay.run;

import java.util.Set;

/**
 * Freeze a child and wake it: by the freezer of its control group where there is one, else by stopping every process of its
 * tree until none is found that still runs. A frozen child cannot wake itself.
 */
final class Rest {
    /** What waits for a processor stops when it gets one, which takes some milliseconds on a busy machine. */
    private static final int MOST_ROUNDS = 500;

    private static final int ROUNDS_AT_ONCE = 20;

    private final ControlGroup group;
    private final Signals signals;
    private final long pid;
    private boolean stopped;

    Rest(ControlGroup group, Signals signals, long pid) {
        this.group = group;
        this.signals = signals;
        this.pid = pid;
    }

    /** Freeze; return how: "freezer", "signals" or "not". */
    String begin() {
        if (group.freeze(true)) {
            return "freezer";
        }
        stopped = true;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<Long> running = ProcessTree.notStopped(pid);
            if (running.isEmpty()) {
                return ProcessTree.exists(pid) ? "signals" : "not";
            }
            if (!signals.send("STOP", running)) {
                return "not";
            }
            if (round > ROUNDS_AT_ONCE) {
                ControlGroup.pause();
            }
        }
        return "not";
    }

    /** Wake. */
    void end() {
        boolean thawed = group.freeze(false);
        if (stopped || !thawed) {
            stopped = false;
            signals.send("CONT", ProcessTree.all(pid));
        }
    }
}
