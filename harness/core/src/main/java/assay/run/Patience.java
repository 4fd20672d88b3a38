package assay.run;

import java.util.Map;

/**
 * Give a child back the time for which a busy machine let it wait for a processor, up to twice the limit: a limit is about
 * the program and not about what else runs. Sleeping, and waiting for anything but a processor, is the program's own time.
 */
final class Patience {
    private static final int MOST_TIMES = 2;

    private final long pid;
    private final long limitNanos;
    private Map<Long, Long> before = Map.of();
    private boolean begun;

    Patience(long pid, double seconds) {
        this.pid = pid;
        this.limitNanos = (long) (seconds * 1e9);
    }

    /** Note where the child stands; an answer that comes at once needs none of this. */
    void begin() {
        if (!begun) {
            before = ProcessTree.waits(pid);
            begun = true;
        }
    }

    /** Return how much longer to wait than the limit: the longest wait of any thread since the beginning. */
    long extraNanos() {
        long longest = ProcessTree.waits(pid).entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .max()
                .orElse(0);
        return Math.min(longest, MOST_TIMES * limitNanos);
    }
}
